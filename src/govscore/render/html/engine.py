"""The engine of the templates: Jinja, with short ways for what a page asks for a thousand times.

Whatever is not marked as safe is escaped, as Jinja does it; a name that is not there is an error.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import jinja2
from markupsafe import Markup, escape

if TYPE_CHECKING:
    from collections.abc import Callable, MutableMapping
    from pathlib import Path
    from types import CodeType

_SHORT = 120
"""Characters up to which a text is remembered with its escaped form: words come again and again."""

_remembered = lru_cache(maxsize=8192)(escape)


def shown(value: object) -> str:
    """Escape a value for a page, unless it is marked as safe."""
    kind = type(value)
    if kind is Markup:
        return value  # type: ignore[return-value]
    if kind is str and len(value) < _SHORT:  # type: ignore[arg-type]
        return _remembered(value)
    return escape(value)


def _part(value: Any, name: str) -> Any:  # noqa: ANN401 - a template takes parts of any value
    """Give a part of a value: what a mapping has under the name, else an attribute."""
    return value[name] if type(value) is dict else getattr(value, name)


class _Template(jinja2.Template):
    """A template whose output is escaped by `shown`."""

    @classmethod
    def from_code(
        cls,
        environment: jinja2.Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],  # noqa: A002 - the name is Jinja's
        uptodate: Callable[[], bool] | None = None,
    ) -> jinja2.Template:
        made = super().from_code(environment, code, globals, uptodate)
        made.root_render_func.__globals__["escape"] = shown
        return made


class Environment(jinja2.Environment):
    """An environment in which a part of a value is looked up in one step."""

    template_class = _Template
    getattr = staticmethod(_part)  # type: ignore[assignment]


def environment(folder: Path) -> Environment:
    """Prepare the templates of a folder; each is compiled once, when it is first used."""
    return Environment(
        loader=jinja2.FileSystemLoader(folder),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
