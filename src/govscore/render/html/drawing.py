"""Small pieces that pages repeat many times, each drawn once: marks, level boxes, references.

They stand here and not in the templates because a page asks for hundreds of them.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from markupsafe import Markup

from govscore.render.html.engine import filled, shown
from govscore.render.html.words import page_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govscore.render.html.record.identity import Told
    from govscore.render.html.record.tables import Cell, Row, Table
    from govscore.render.html.shapes import Bar, Segment
    from govscore.render.html.subject import Source

_MARK = '<svg class="i {0}" aria-hidden="true"><use href="#i-{0}"/></svg>'
_BOXES = '<svg class="pips" viewBox="0 0 46 10" aria-hidden="true">{}</svg>'
_BOX = '<rect class="{}" x="{}" y="0.75" width="8.5" height="8.5"/>'
_TEXT = "<bdi>{}</bdi>"
_NIL = '<span class="nil">{}</span>'
_LINE = '<small dir="auto">{}</small>'
_CITE = '<cite{} dir="auto">{}</cite>'
_LANGUAGE = ' lang="{}"'
_WEB = '<a href="{}" rel="external noopener noreferrer">{}</a>'
_REF = '<a href="#{}"><span class="vh">{} </span>{}</a>'


@cache
def icon(name: str) -> Markup:
    """Draw a mark; the words beside it say the same."""
    return filled(_MARK, name)


@cache
def pips(boxes: tuple[str, ...]) -> Markup:
    """Draw the boxes of a level; the words beside them say the same."""
    drawn = (filled(_BOX, kind, 0.75 + 12 * index) for index, kind in enumerate(boxes))
    return filled(_BOXES, Markup().join(drawn))


@lru_cache(maxsize=4096)
def _ref(anchor: str, number: int) -> Markup:
    return filled(_REF, anchor, page_words().sources.ref, number)


def refs(sources: Iterable[Source]) -> Markup:
    """Draw references to the list of sources, by number; nothing where there is none."""
    drawn = "".join([_ref(each.anchor, each.number) for each in sources])
    return Markup(f'<span class="refs">{drawn}</span>' if drawn else "")  # noqa: S704 - escaped above


def cite(source: Source) -> Markup:
    """Draw the title of a source, as a link where it is on the web."""
    return _cite(source.title, source.href, source.language)


@lru_cache(maxsize=4096)
def _cite(title: str, href: str | None, language: str) -> Markup:
    told = filled(_WEB, href, title) if href else title
    return filled(_CITE, filled(_LANGUAGE, language) if language else "", told)


@lru_cache(maxsize=4096)
def cell(made: Cell) -> Markup:
    """Draw what a cell of the record says: its mark, its text, and the lines below it."""
    mark = f"{icon(made.mark)} " if made.mark else ""
    text = filled(_TEXT, made.text) if made.text else "" if made.more else _nil()
    more = "".join([filled(_LINE, each) for each in made.more])
    return Markup(f"{mark}{text}{more}")  # noqa: S704 - escaped above


def _nil() -> str:
    return filled(_NIL, page_words().tables.nothing)


def bar(made: Bar) -> Markup:
    """Draw a range: proven, still possible, and the mark of the point."""
    point = "" if made.point is None else f'<path class="m" d="M{made.point} 0v10"/>'
    return Markup(  # noqa: S704 - figures alone
        '<svg class="bar" viewBox="0 0 100 10" aria-hidden="true">'
        f'<path class="v" d="M0 5h{made.low}"/><path class="o" d="M{made.low} 5h{made.open}"/>'
        f"{point}</svg>"
    )


def pieces(made: Iterable[Segment], alt: str) -> Markup:
    """Draw counts as a bar of pieces, and say them."""
    drawn = "".join(
        f'<rect class="{each.kind}" x="{each.start}" width="{each.width}" height="10"/>'
        for each in made
    )
    return Markup(  # noqa: S704 - escaped
        '<svg class="stack" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" '
        f'aria-label="{shown(alt)}">{drawn}</svg>'
    )


def rows(made: Table) -> Markup:
    """Draw the rows of a table of the record, each ending with its sources."""
    keys = [f'<td data-k="{shown(head)}">' for head in made.heads[1:]]
    last = f'<td data-k="{shown(page_words().tables.sources)}">'
    return Markup("".join(_row(each, keys, last) for each in made.rows))  # noqa: S704 - escaped


def _row(made: Row, keys: Iterable[str], last: str) -> str:
    head, *others = made.cells
    place = f'<code class="at">{shown(made.place)}</code>' if made.place else ""
    cells = "".join([f"{key}{cell(each)}</td>" for key, each in zip(keys, others, strict=False)])
    behind = refs(made.sources) or _nil()
    return (
        f'<tr id="{shown(made.anchor)}"><th scope="row">{cell(head)}{place}</th>'
        f"{cells}{last}{behind}</td></tr>\n"
    )


def told(lines: Iterable[Told]) -> Markup:
    """Draw terms with what is told of each; the sources stand behind the last text."""
    return Markup("".join(map(_told, lines)))  # noqa: S704 - escaped


def _told(line: Told) -> str:
    texts = [f'<dd dir="auto">{shown(text)}' for text in line.texts]
    texts[-1:] = [f"{text} {refs(line.sources)}" for text in texts[-1:]]
    drawn = "".join(f"{text}</dd>" for text in texts)
    return f"<div><dt>{shown(line.term)}</dt>{drawn}</div>\n"
