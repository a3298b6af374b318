"""Sheets on a terminal and in a pipe."""

from __future__ import annotations

import pytest

from govscore.catalogue import countries, instruments, vocabularies
from govscore.render.terminal.catalogue import entries, lists
from govscore.render.terminal.sheet import Grid, Sheet, draw

_NORWAY = countries.countries()["NOR"]
_SHEET = Sheet(
    title="A [bold]title[/bold]",
    data=None,
    facts=[("note", "a fact :smile:")],
    grids=[
        Grid("Rows", ("id", "what it is"), [("a-1", "one"), ("b-22", "two words " * 12)]),
        Grid("Empty", ("id",), []),
    ],
    remarks=["The end."],
)


def test_a_pipe_gets_one_line_a_row_and_no_markup() -> None:
    assert draw(_SHEET) == (
        "A [bold]title[/bold]\n"
        "\n"
        "note  a fact :smile:\n"
        "\n"
        "Rows\n"
        "id    what it is\n"
        "a-1   one\n"
        f"b-22  {'two words ' * 11}two words\n"
        "\n"
        "The end.\n"
    )


def test_a_terminal_gets_its_own_width() -> None:
    lines = draw(_SHEET, 40).splitlines()

    assert max(map(len, lines)) == 40
    assert lines[6:10] == [
        "─" * 40,
        "a-1   one",
        "b-22  two words two words two words two",
        "      words two words two words two",
    ]


def test_colour_comes_only_when_asked_for() -> None:
    assert "\x1b[" not in draw(_SHEET, 80)
    assert draw(_SHEET, 80, colour=True).startswith("\x1b[1mA [bold]title[/bold]\x1b[0m\n")


@pytest.mark.parametrize("width", [80, 140])
def test_every_sheet_keeps_to_the_width_and_breaks_no_date(width: int) -> None:
    sheets = [
        *(read() for read in lists.LISTS.values()),
        *(entries.of_instrument(each) for each in instruments.instruments().values() if each.core),
        *(entries.of_vocabulary(name) for name in vocabularies.vocabularies()),
        entries.of_country(_NORWAY),
    ]

    drawn = [draw(sheet, width) for sheet in sheets]

    assert max(len(line) for text in drawn for line in text.splitlines()) <= width
    assert "1986-07-09" in drawn[-1]
    assert "ratification" in drawn[-1]
