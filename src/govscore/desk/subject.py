"""What faces, pages and forms need of what is answered: a record, or a second rating of one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from pathlib import Path

    from govscore import yamlio
    from govscore.desk.reckoning import Reckoning
    from govscore.desk.views import Header, Line, Written
    from govscore.errors import Problem
    from govscore.result.scored import Criterion
    from govscore.runs.plan import Job
    from govscore.yamlio.operations import Operation


class RefusedError(Exception):
    """An answer that is not written; the words say why."""


class Subject(Protocol):
    """A file in hand; every answer is written at once."""

    job: Job
    documents_used: list[str]
    reckoning: Reckoning

    @property
    def path(self) -> Path:
        """The file."""

    @property
    def document(self) -> yamlio.Document:
        """The file as it is now."""

    @property
    def value(self) -> dict[str, Any]:
        """Its plain value."""

    @property
    def missing(self) -> list[str]:
        """The required fields that are not there yet."""

    def blocking(self) -> list[Problem]:
        """List what is wrong with the file."""

    def header(self) -> Header:
        """Give what is always in sight."""

    def lines(self) -> list[Line]:
        """List the criteria."""

    def best(self) -> str | None:
        """Name the criterion to open at."""

    def found(self, criterion: str) -> Criterion | None:
        """Give what a criterion came to, if that may be known."""

    def gives(self, criterion: str, *operations: Operation) -> tuple[float, float] | None:
        """Give the levels that an answer would leave, if they may be known."""

    def answer(self, *operations: Operation) -> Written:
        """Write an answer, all of it or nothing."""

    def undo(self) -> Written | None:
        """Take the last answer back."""

    def refresh(self) -> bool:
        """Take up what somebody else wrote; tell whether there was anything."""
