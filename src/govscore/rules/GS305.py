"""Phase behind what is due.

`phase_reached` may only add a phase that does not follow from the rest of the file. Here status, dates or
facts make a later phase due already: application unless the practice is planned and shows no application;
evaluation if it has ended or was scaled, began three years ago or more, or was evaluated. A field in the
file cannot take criteria out of the score.

Leave `phase_reached` out.

    status: completed
    phase_reached: application    # wrong: evaluation is due
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govscore.practice.phases import PHASES, inferred
from govscore.rules._inspection import Hit
from govscore.titles import title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.rules._inspection import Inspection

level = "error"
message = "'{given}' is behind what is due: {due}, by status, dates or facts"
scope = "practice"


def find(inspection: Inspection) -> Iterator[Hit]:
    """Compare the phase that is given with the furthest that status, dates and facts make due."""
    given = inspection.practice.phase_reached
    furthest = max(inferred(inspection.practice, inspection.as_of), key=PHASES.index)
    if given is not None and PHASES.index(given) < PHASES.index(furthest):
        phase = title("phase", furthest)
        yield Hit("/phase_reached", {"given": given, "due": phase})
