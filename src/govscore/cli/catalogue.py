"""Look up instruments, parties, frameworks, goals, countries and vocabularies."""

from __future__ import annotations

import json
import os
import shutil
import sys
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from govscore.errors import SetupError
from govscore.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govscore.render._sheet import Sheet

app = typer.Typer(
    name="catalogue",
    help="Look up instruments, parties, frameworks, countries and vocabularies.",
    no_args_is_help=True,
)
panel = "Look up"

Form = Annotated[
    Literal["table", "json"], typer.Option("--format", "-f", help="For people, or for programs.")
]


@app.command("list")
def list_(
    kind: Annotated[
        str,
        typer.Argument(
            metavar="KIND",
            help="instruments, frameworks, countries, communities, sdg, gcm, migof or vocabularies",
        ),
    ] = "instruments",
    category: Annotated[
        str | None, typer.Option(help="Only instruments of this category of law.")
    ] = None,
    form: Form = "table",
) -> None:
    """List what the catalogue holds of one kind."""
    from govscore.catalogue import words
    from govscore.render._catalogue_list import LISTS, of_instruments

    if kind not in LISTS:
        raise _unknown("list", kind, LISTS)
    if category is None:
        _tell(LISTS[kind](), form)
        return
    if kind != "instruments":
        raise SetupError(f"--category goes with instruments, not with {kind}")
    if category not in words("law_category"):
        raise _unknown("category of law", category, words("law_category"))
    _tell(of_instruments(category), form)


@app.command()
def show(
    name: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="An instrument, framework, community, SDG target or vocabulary.",
        ),
    ],
    form: Form = "table",
) -> None:
    """Show one entry; of an instrument, with its parties."""
    from govscore import catalogue
    from govscore.render import _catalogue as sheets

    if instrument := catalogue.instrument(name):
        sheet = sheets.of_instrument(instrument)
    elif framework := catalogue.frameworks().get(name):
        sheet = sheets.of_framework(framework)
    elif community := catalogue.communities().get(name):
        sheet = sheets.of_community(community)
    elif target := catalogue.sdg_targets().get(name):
        sheet = sheets.of_goal(target)
    elif name in catalogue.vocabularies():
        sheet = sheets.of_vocabulary(name)
    elif place := catalogue.country(name):
        raise SetupError(f"{name!r} is a country: see govscore catalogue country {place.iso3}")
    else:
        raise _unknown("entry", name, _shown())
    _tell(sheet, form)


@app.command()
def country(
    name: Annotated[
        str, typer.Argument(metavar="COUNTRY", help="NOR, NO or Norway: a code or a name.")
    ],
    form: Form = "table",
) -> None:
    """Tell how a country stands to every instrument, and what is not covered."""
    from govscore import catalogue
    from govscore.render._catalogue_country import of_country

    place = catalogue.country(name)
    if place is None:
        names = [each.name for each in catalogue.countries().values()]
        raise _unknown("country", name, names)
    _tell(of_country(place), form)


@app.command()
def search(
    text: Annotated[list[str], typer.Argument(metavar="WORDS", help="All of them must occur.")],
    form: Form = "table",
) -> None:
    """Search everything, whatever the case or accents."""
    from govscore.catalogue import search as found
    from govscore.render._catalogue import of_hits

    words = " ".join(text)
    _tell(of_hits(words, found(words)), form)


def _shown() -> list[str]:
    from govscore import catalogue

    return [
        *catalogue.instrument_ids(),
        *catalogue.frameworks(),
        *catalogue.communities(),
        *catalogue.sdg_targets(),
        *catalogue.vocabularies(),
    ]


def _unknown(what: str, name: str, known: Iterable[str]) -> SetupError:
    *others, last = nearest(name, known) or ("",)
    choice = f"{', '.join(others)} or {last}" if others else last
    hint = f"; did you mean {choice}?" if choice else ""
    return SetupError(f"the catalogue has no {what} {name!r}{hint}")


def _tell(sheet: Sheet, form: str) -> None:
    if form == "json":
        typer.echo(json.dumps(sheet.data, ensure_ascii=False, indent=2))
        return
    from govscore.render._sheet import draw

    terminal = sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if terminal else None
    colour = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    typer.echo(draw(sheet, width, colour=colour), nl=False)
