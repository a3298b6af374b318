"""One record and the answers to it: every answer is written at once, scored at once, and undone.

Nothing here draws or asks. A record that is not there yet begins with its required fields; until
they are there, nothing is scored.
"""

from __future__ import annotations

from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter, ValidationError

from govscore import yamlio
from govscore.checks import shape
from govscore.checks.findings import findings
from govscore.desk import views
from govscore.desk.forms import can_ask
from govscore.desk.reckoning import Reckoning
from govscore.desk.subject import RefusedError
from govscore.desk.views import Header, Line, Written, undone, written
from govscore.errors import EditError, SetupError
from govscore.practice import layout
from govscore.practice.record import PLACE, Practice
from govscore.render import sentences
from govscore.result.scored import LIVE
from govscore.scoring.open_fields import UNSETTLED
from govscore.scoring.read import Assumptions, read
from govscore.scoring.score import score
from govscore.studies.questions import Study
from govscore.workspace import writing
from govscore.workspace.naming import shown
from govscore.yamlio.editing.places import Misfit, intended, located
from govscore.yamlio.editing.session import Session
from govscore.yamlio.editing.words import Unwritable

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from govscore.errors import Problem
    from govscore.result.scored import Criterion, ScoredPractice
    from govscore.runs.plan import Job
    from govscore.yamlio.operations import Operation

_RECORD = TypeAdapter(Practice)


class Sitting:
    """A record in hand, its document, model and score always of one state."""

    def __init__(self, path: Path, job: Job, start: bytes = b"") -> None:
        """Open a record, or, if there is no file, begin one with the bytes of `start`.

        Raises:
            SetupError: The file cannot be read, or has faults beside what is missing.
        """
        self.path = path
        self.job = job
        self._fresh = not path.exists()
        self._start = start
        document = self._parse(start) if self._fresh else yamlio.read(path, shown(path))
        self._session = Session(document, layout)
        self.documents_used: list[str] = []
        self.practice: Practice | None = None
        self.scored: ScoredPractice | None = None
        self.problems: list[Problem] = []
        self.reckoning = Reckoning()
        self._look()
        if self.blocking():
            told = f"{document.path} has faults; mend them first (govscore check)"
            raise SetupError(told, [*document.problems, *self.blocking()])

    # What it is

    @property
    def document(self) -> yamlio.Document:
        """The file as it is now."""
        return self._session.document

    @property
    def value(self) -> dict[str, Any]:
        """The plain value of the file."""
        return self.document.value or {}

    @property
    def missing(self) -> list[str]:
        """The required fields that are not there yet and can be asked for, as the file has them."""
        return [each for each in self._required if not self._there(each) and can_ask(each)]

    @cached_property
    def _required(self) -> list[str]:
        required = {"id", "title", *self.job.rubric.required}
        return [each for each in Practice.model_fields if each in required]

    def _there(self, key: str) -> bool:
        return any(
            self.value.get(each) is not None
            for each in (key, "organisations" if key == PLACE else key)
        )

    def blocking(self) -> list[Problem]:
        """List what is wrong with the file beside required fields that are not there yet."""
        absent = set(self.missing)
        return [
            each
            for each in self.problems
            if each.code != "GS101"
            or (name := str(each.args.get("name"))) not in absent
            or each.pointer not in {"", f"/{name}"}
        ]

    def header(self) -> Header:
        """Give the figures."""
        title = str(self.value.get("title") or self.value.get("id") or self.path.stem)
        due = len(self._required)
        there = due - len(self.missing)
        if self.scored is None:
            return Header(title, 0.0, 100.0, sentences.UNKNOWN, sentences.UNKNOWN, "", there, due)
        return views.header(self.scored, self.job.head.rubric, title)._replace(there=there, due=due)

    def lines(self) -> list[Line]:
        """List the criteria in the order of the rubric; nothing before the record can be scored."""
        if self.scored is None:
            return []
        return views.lines(self.scored, self.job.rubric.spec, self.reckoning.points)

    def best(self, seen: Iterable[str] = ()) -> str | None:
        """Name the open criterion of most gain but those seen, `None` if there is none."""
        for _ in self.reckoning.pieces():
            pass
        open_ = [line for line in self.lines() if line.open and line.id not in seen]
        return max(open_, key=lambda line: line.gain).id if open_ else None

    def found(self, criterion: str) -> Criterion | None:
        """Give what a criterion came to."""
        known = self.scored.criteria if self.scored else []
        return next((each for each in known if each.id == criterion), None)

    # What an answer does

    def gives(self, criterion: str, *operations: Operation) -> tuple[float, float] | None:
        """Try an answer: the lowest and highest level it would leave, however weak the evidence.

        `None` where the record would not be one, or the criterion would not be asked.
        """
        value: Any = self.value
        try:
            for operation in operations:
                value = intended(operation, located(operation, value, layout), value)
            practice = _RECORD.validate_python(value)
        except (Misfit, Unwritable, ValidationError):
            return None
        day = self.job.plan.as_of
        taken = read(practice, self.job.rubric, Assumptions(day, evidence_cap=False))
        reading = taken.readings[criterion]
        return (reading.low, reading.high) if reading.status in LIVE else None

    def answer(self, *operations: Operation) -> Written:
        """Write an answer to the file, all of it or nothing.

        Raises:
            RefusedError: It is no answer to the field, the file does not take it, or somebody else
                changed the same place meanwhile.
            SetupError: The file cannot be written.
        """
        before = {(each.code, each.pointer) for each in self.problems}
        try:
            changes = self._session.apply(*operations)
        except EditError as error:
            raise RefusedError(error.reason) from None
        self._look()
        new = [each for each in self.problems if (each.code, each.pointer) not in before]
        if self.document.problems or new:
            told = findings(new or self.document.problems, self.document)[0].message
            self._session.undo()
            self._look()
            raise RefusedError(told)
        self._save()
        self._look()
        return written(changes)

    def undo(self) -> Written | None:
        """Take the last answer back, to the very bytes before it; `None` if there is none.

        Raises:
            RefusedError: The file was changed meanwhile.
            SetupError: The file cannot be written.
        """
        old = self.document.lines
        if not self._session.undo():
            return None
        self._save()
        self._look()
        return undone(old, self.document.lines)

    def refresh(self) -> bool:
        """Take up what somebody else wrote to the file; tell whether there was anything.

        Raises:
            SetupError: The file cannot be read.
        """
        if self._fresh:
            return False
        try:
            now = self.path.read_bytes()
        except OSError as error:
            raise SetupError(f"cannot read {self.path}: {error.strerror}") from None
        if now == self._session.base:
            return False
        self._take_up(now)
        return True

    # The file

    def _parse(self, data: bytes) -> yamlio.Document:
        return yamlio.parse(data, shown(self.path))

    def _take_up(self, now: bytes) -> None:
        self._session = Session(self._parse(now), layout)
        self._look()

    def _save(self) -> None:
        if self._fresh:
            if self.path.exists():
                self._take_up(self.path.read_bytes())
                self._fresh = False
                raise RefusedError("somebody else made the file meanwhile; answer again")
            writing.write(self.path, [self._session.data])
            self._fresh = False
        while (
            now := writing.exchange(self.path, self._session.base, self._session.data)
        ) is not None:
            if now == self._session.data:
                break
            try:
                self._session.rebase(self._parse(now))
            except EditError as error:
                self._take_up(now)
                raise RefusedError(f"{error.reason}; look, and answer again") from None
        self._session.saved()

    def _look(self) -> None:
        """Make model and score of the document."""
        document, plan = self.document, self.job.plan
        self.practice, found = shape.practice(document, self.job.rubric.required)
        self.problems = [*document.problems, *found]
        if document.problems or found:
            self.practice = None
        self.scored = None
        if self.practice is not None:
            options = Assumptions(plan.as_of, evidence_cap=plan.evidence_cap)
            self.scored = score(
                self.practice, self.job.rubric, options, path=document.path, place=document.place
            )
        self._reckon_anew()

    def _reckon_anew(self) -> None:
        practice, document, job = self.practice, self.document, self.job
        known = self.scored.criteria if self.scored else []
        if practice is not None:
            self.reckoning.anew(
                [each.id for each in known if each.status in UNSETTLED],
                lambda: Study(practice, document, job.rubric, job.plan.as_of),
            )

    @property
    def digest(self) -> str:
        """The SHA-256 of the file as it is."""
        return sha256(self._session.data).hexdigest()
