"""What a practice would score if something on its record had not been written down."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import govscore
from govscore import yamlio
from method.collection import AS_OF, EDITION, PRACTICES
from method.tables import points, table

if TYPE_CHECKING:
    from collections.abc import Callable

    from govscore.result.run import Result
    from govscore.result.scored import Overall

    Record = dict[str, Any]

_COMMUNITIES = {"migrant_community", "refugee_community"}


def trials(result: Result) -> str:
    """Show what it costs to record an allegation, an uninvited voice, or a treaty."""
    now = {p.id: p.overall for p in result.practices}
    heads = ["practice", "low", "point", "high"]
    return "\n\n".join(
        f"without {left}:\n\n"
        + table(heads, [[name, *_moves(now[name], _without(name, change))] for name in names])
        for left, change, names in _TRIALS
    )


def law(record: Record) -> None:
    """Leave out the list of international law."""
    del record["legal_basis"]["international"]


def voices(record: Record) -> None:
    """Leave out the communities that judged the practice uninvited."""
    rows = record["stakeholders"]["evaluation"]
    rows[:] = [row for row in rows if not _COMMUNITIES & set(row["groups"])]


_TRIALS: tuple[tuple[str, Callable[[Record], None], tuple[str, ...]], ...] = (
    (
        "the international law that only NGOs say is broken",
        law,
        ("us-migrant-protection-protocols", "eu-turkey-statement"),
    ),
    (
        "the communities that judged it uninvited",
        voices,
        (
            "uk-hostile-environment",
            "australia-offshore-processing",
            "us-migrant-protection-protocols",
            "eu-turkey-statement",
            "toronto-access-to",
        ),
    ),
    ("the treaties that it names", law, ("brazil-migration-law", "qatar-kafala-reform")),
    (
        "the international law that a competent body found broken",
        law,
        ("australia-offshore-processing", "new-zealand-rse"),
    ),
    ("the communities that judged it", voices, ("canada-private-sponsorship",)),
)


def _without(name: str, change: Callable[[Record], None]) -> Overall:
    record = copy.deepcopy(yamlio.read(PRACTICES / f"{name}.yaml", name).value)
    change(record)
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"{name}.yaml"
        path.write_text(json.dumps(record), encoding="utf-8")
        (practice,) = govscore.score(path, rubric=EDITION, as_of=AS_OF).practices
    return practice.overall


def _moves(now: Overall, then: Overall) -> list[str]:
    ends = [(now.low, then.low), (now.point, then.point), (now.high, then.high)]
    return [_move(points(a), points(b)) for a, b in ends]


def _move(now: str, then: str) -> str:
    return now if now == then else f"{now} to {then}"
