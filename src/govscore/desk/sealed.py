"""A second rating as the screens know a record: its facts and documents, and nobody else's levels.

Of the record only these are kept, so nothing else can come to a screen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from govscore import yamlio
from govscore.desk.reckoning import Reckoning
from govscore.desk.subject import RefusedError
from govscore.desk.views import Header, Line, written
from govscore.errors import EditError
from govscore.practice import layout
from govscore.yamlio.editing import edit
from govscore.yamlio.operations import Operation, Set

if TYPE_CHECKING:
    from pathlib import Path

    from govscore.desk.rating import SecondRating
    from govscore.desk.views import Written
    from govscore.errors import Problem
    from govscore.runs.plan import Job

_SEALED = ("assessments",)
"""What of a record is not shown: what others judged."""


class Sealed:
    """A second rating in hand, beside what may be known of its practice."""

    def __init__(self, rating: SecondRating, record: dict[str, Any], job: Job) -> None:
        """Keep the rating, and of the plain value of the record what is no judgement."""
        self.rating, self.job = rating, job
        self.facts = {key: value for key, value in record.items() if key not in _SEALED}
        self.documents_used: list[str] = []
        self.missing: list[str] = []
        self.reckoning = Reckoning()
        self._before: list[yamlio.Document] = []

    @property
    def path(self) -> Path:
        """The file of the rating."""
        return self.rating.path

    @property
    def document(self) -> yamlio.Document:
        """The rating as it is now."""
        return self.rating.document

    @property
    def value(self) -> dict[str, Any]:
        """The plain value of the rating, with the documents of the record."""
        return {**self.rating.value, "evidence": self.facts.get("evidence") or []}

    def told(self) -> list[str]:
        """Write the facts of the record, in lines as its file has them; remarks are left out."""
        order = [key for key in layout.keys("") if key in self.facts]
        keys = [*order, *(key for key in self.facts if key not in order)]
        bare = yamlio.parse(f"id: {self.facts['id']}\n".encode(), "record")
        sets = [Set(f"/{key}", self.facts[key]) for key in keys if key != "id"]
        return edit(bare, sets, layout).document.lines

    def header(self) -> Header:
        """Give the title, and how many levels are there."""
        due = len(self.rating.criteria)
        there = due - len(self.rating.left)
        return Header(str(self.facts.get("title", "")), 0.0, 100.0, "", "", "", there, due)

    def lines(self) -> list[Line]:
        """List what is to be rated."""
        titles = {node.id: node.title for node in self.job.rubric.spec.nodes}
        indicator = self.job.rubric.indicator
        left = {each.id for each in self.rating.left}
        return [
            Line(
                each.id,
                each.title,
                titles[indicator[each.under]],
                titles[each.under],
                (),
                "unassessed" if each.id in left else "scored",
                0.0,
                each.essential,
            )
            for each in self.rating.criteria
        ]

    def best(self) -> str | None:
        """Name the first criterion that has no level yet."""
        return next((each.id for each in self.rating.left), None)

    def found(self, criterion: str) -> None:
        """Tell nothing: what a criterion came to is not for those who rate."""

    def gives(self, criterion: str, *operations: Operation) -> None:
        """Tell nothing: what a level would give is not for those who rate."""

    def blocking(self) -> list[Problem]:
        """List what is wrong with the file: a rating with a fault is not opened."""
        return []

    def refresh(self) -> bool:
        """Look for no changes: the rating is one person's own."""
        return False

    def answer(self, *operations: Operation) -> Written:
        """Write an answer to the file of the rating.

        Raises:
            RefusedError: The file does not take it.
            SetupError: It cannot be written, or was changed meanwhile.
        """
        before = self.document
        try:
            changes = self.rating.write(*operations)
        except EditError as error:
            raise RefusedError(error.reason) from None
        self._before.append(before)
        return written(changes)

    def undo(self) -> Written | None:
        """Take the last answer back; `None` if there is none.

        Raises:
            SetupError: The file cannot be written, or was changed meanwhile.
        """
        if not self._before:
            return None
        return self.rating.put(self._before.pop())
