"""How help is drawn: examples at its end, no types of the program in it, and room for names.

A terminal too narrow for tables gets plain lines: the name of an option, and below it what it does.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_NARROW = 60
"""Columns below which a table would cut the names of options."""


class Command(TyperCommand):
    """A command whose help says what to write, not which type the program makes of it."""

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - typer's own types
        """Draw the help."""
        _prepare(self, self.get_params(ctx), ctx)
        super().format_help(ctx, formatter)


class Group(TyperGroup):
    """A group of commands with help of the same kind."""

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - typer's own types
        """Draw the help."""
        _prepare(self, self.get_params(ctx), ctx)
        super().format_help(ctx, formatter)


def examples(lines: Sequence[str] | None) -> str | None:
    """Write examples as the end of a command's help; each line stays as it is."""
    return "\n".join(["\b", "Examples:", *(f"  {line}" for line in lines)]) if lines else None


def _prepare(command: Command | Group, params: Iterable[Any], ctx: Any) -> None:  # noqa: ANN401 - as above
    command.help = _flowing(command.help or "")
    for param in params:
        if isinstance(param, TyperArgument):
            vars(param)["display_type_rich"] = _no_type
        elif isinstance(param, TyperOption) and param.is_flag:
            param.metavar = ""
        elif isinstance(param, TyperOption) and param.metavar is None:
            param.metavar = param.display_type(ctx).strip("<>")
    if shutil.get_terminal_size().columns < _NARROW:
        command.rich_markup_mode = None


def _flowing(text: str) -> str:
    """Take the line ends out of paragraphs, which break where the terminal does."""
    return "\n\n".join(" ".join(each.split()) for each in text.split("\n\n"))


def _no_type(ctx: Any) -> None:  # noqa: ANN401 - as above
    """Say nothing of an argument's type: its name says what to write."""
    del ctx
