"""Rate a practice a second time, blind."""

from __future__ import annotations

import re
from typing import Annotated

import typer

from govscore.cli import _options as o

panel = "Write"
examples = (
    "govscore rate lisbon-city-card --as panel-member-2",
    "govscore rate lisbon-city-card --as panel-member-2 --all --plain",
    "govscore rate lisbon-city-card --join",
)


def command(
    name: Annotated[
        str,
        typer.Argument(metavar="ID|FILE", help="The practice.", autocompletion=o.practices),
    ],
    assessor: Annotated[
        str,
        typer.Option("--as", metavar="NAME", help="Who rates, by role: panel-member-2."),
    ] = "",
    every: Annotated[
        bool, typer.Option("--all", help="Rate every criterion by its levels; never scored.")
    ] = False,
    join: Annotated[
        bool, typer.Option("--join", help="Append the complete second ratings to the record.")
    ] = False,
    plain: o.Plain = False,
    ascii_: o.Ascii = False,
    no_mouse: o.NoMouse = False,
    rubric: o.RubricName = None,
    as_of: o.AsOf = None,
    config: o.Config = None,
    no_config: o.NoConfig = False,
) -> None:
    """Rate what only evaluators can judge a second time: no score, no level of anybody else.

    Asks for your interests first, then for levels. The rating lies apart from
    the record, in assessments/ID/NAME.yaml, until --join appends the complete
    ones; agreement compares them. --plain asks line by line, for screen
    readers and simple terminals.
    """
    from govscore.cli import _desk, _session
    from govscore.desk import rating
    from govscore.desk.sitting import Sitting
    from govscore.errors import SetupError

    if join == bool(assessor):
        raise SetupError("give either --as NAME, to rate, or --join")
    if assessor and not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", assessor):
        raise SetupError(f"'{assessor}' is no name: small letters, digits and hyphens")
    if not plain and not join:
        _desk.refuse_without_terminal()
    flags = _session.Flags(rubric, as_of, config=config, no_config=no_config)
    configuration = _session.configured(flags)
    path = _session.practice(name, configuration)
    sitting = Sitting(path, _session.prepared(flags, configuration))
    if sitting.practice is None:
        raise SetupError(f"{sitting.document.path} is not complete yet; nothing can be rated")
    if join:
        done = rating.joined(configuration.root, path, sitting.job, sitting.answer)
        for each in done or ["nobody: no second rating is complete that is not there already"]:
            typer.echo(f"joined: {each}")
        return
    hand = rating.opened(configuration.root, path, assessor, sitting.job, every=every)
    if plain:
        from govscore.desk.blind import Blind

        Blind(hand, sitting.value, _desk.ask, _desk.say).run()
        return
    from govscore.desk.screens.rate import show
    from govscore.desk.sealed import Sealed

    show(Sealed(hand, sitting.value, sitting.job), ascii_=ascii_, mouse=not no_mouse)
