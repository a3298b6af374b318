"""The frame of every page: templates, style, script, and what the browser may do with them.

A page asks nothing of any host and runs nothing but the script whose digest its policy names.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from govscore.render import sentences
from govscore.render.escaping import visible
from govscore.render.html import drawing, engine, links, words
from govscore.words import capital, date

if TYPE_CHECKING:
    from govscore.render.html.links import Links
    from govscore.render.html.site import Site
    from govscore.result.comparison import Comparison

_HERE = Path(__file__).parent
_STYLES = ("style.css", "collection.css")
_SCRIPTS = ("index", "compare", "checks", "practice")
_DRAWN = (
    *(drawing.icon, drawing.pips, drawing.refs, drawing.cite),
    *(drawing.bar, drawing.rows, drawing.told),
)
_COMMENT = re.compile(r"/\*.*?\*/|^[ \t]+", re.DOTALL | re.MULTILINE)
_CONTROLS = bytes([*range(ord("\n")), *range(ord("\n") + 1, ord(" ")), 0x7F])
_STEERING = re.compile(rb"\xe2(?:\x80[\x8b\x8e\x8f\xaa-\xae]|\x81[\xa0-\xa9])")
_RARER = ("\u061c".encode(), "\ufeff".encode())
"""What is not seen, or has text read in another order, in UTF-8: looked for before anything is
replaced, because few pages have any and looking is fast. A single byte is found much faster than a
text of two, and of most pages its first byte already tells that there is none."""


@cache
def _environment() -> engine.Environment:
    """Prepare the templates, and what all of them may use."""
    made = engine.environment(_HERE / "templates")
    made.filters |= {"say": words.say, "capital": capital, "date": date}
    made.filters |= {each.__name__: each for each in _DRAWN}
    made.globals |= {
        "w": words.page_words(),
        "count": words.count,
        "icon": drawing.icon,
        "refs": drawing.refs,
        "pieces": drawing.pieces,
        "percent": sentences.percent,
        "web": links.web,
        "overview_page": links.OVERVIEW,
        "compare_page": links.COMPARE,
        "agreement_page": links.AGREEMENT,
        "method_page": links.METHOD,
        "checks_page": links.CHECKS,
        "style": Markup(_style()),  # noqa: S704 - our own file
        "scripts": SimpleNamespace(**{name: Markup(_script(name)) for name in _SCRIPTS}),  # noqa: S704 - our own files
        "policy": _policy(),
    }
    return made


def _style() -> str:
    text = "\n".join((_HERE / name).read_text(encoding="utf-8") for name in _STYLES)
    return re.sub(r"\n{2,}", "\n", _COMMENT.sub("", text)).strip()


def _script(name: str) -> str:
    return (_HERE / "scripts" / f"{name}.js").read_text(encoding="utf-8").strip()


def _policy() -> str:
    scripts = " ".join(_digest(_script(name)) for name in _SCRIPTS)
    allowed = {"style-src": _digest(_style()), "script-src": scripts, "img-src": "data:"}
    rest = {"base-uri": "'none'", "form-action": "'none'"}
    return "; ".join(
        f"{key} {value}" for key, value in ({"default-src": "'none'"} | allowed | rest).items()
    )


def _digest(text: str) -> str:
    """Name a text as a content security policy does."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def page(template: str, site: Site, link: Links, **views: Any) -> bytes:  # noqa: ANN401 - each template has its own view
    """Draw a page."""
    shared = {"site": site, "result": site.result, "rubric": site.result.rubric, "link": link}
    return _drawn(template, **shared, **views)


def sheet(template: str, said: Comparison, view: dict[str, Any]) -> bytes:
    """Draw a page that stands alone, of what a command says."""
    return _drawn(template, site=None, result=said, rubric=said.rubric, view=view)


def _drawn(template: str, **views: Any) -> bytes:  # noqa: ANN401 - each template has its own view
    parts = {
        name: SimpleNamespace(**each) if isinstance(each, dict) else each
        for name, each in views.items()
    }
    text = _environment().get_template(template).render(parts)
    document = text.encode("utf-8", "replace")
    if _is_unseen(document):
        document = visible(text, keep="\n").encode("utf-8", "replace")
    return document


def _is_unseen(document: bytes) -> bool:
    """Tell whether some of a page would not be seen, or would have the rest read otherwise."""
    return (
        len(document.translate(None, _CONTROLS)) != len(document)
        or _STEERING.search(document) is not None
        or any(each[:1] in document and each in document for each in _RARER)
    )
