"""A second rating of a practice, blind to the score and to the levels of others.

It lies in a file of its own, and is joined to the record when it is complete.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from govscore import yamlio
from govscore.checks import shape
from govscore.desk import forms
from govscore.desk.views import undone
from govscore.errors import EditError, SetupError
from govscore.practice.assessment import Assessment, Rating, SecondAssessment
from govscore.rubric.asks import keyed
from govscore.workspace import assessments, writing
from govscore.workspace.naming import shown
from govscore.yamlio import editing
from govscore.yamlio.operations import Append, Operation, Set

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from govscore.desk.forms import Field
    from govscore.desk.views import Written
    from govscore.rubric.model import CriterionSpec
    from govscore.runs.plan import Job
    from govscore.yamlio.editing import Change

_ABOUT = ("interests", "role", "affiliation")
"""What is asked of the evaluator before the first level, in this order."""


class _Order:
    """The order of keys in a file with a second assessment."""

    def keys(self, pointer: str) -> tuple[str, ...]:
        """Give the order of the model's own keys."""
        return (
            ()
            if pointer
            else (*(k for k in keyed(SecondAssessment) if k != "ratings"), "*", "ratings")
        )

    def opened(self, pointer: str) -> bool:
        """Open no mapping that fits on a line."""
        del pointer
        return False


@dataclass
class SecondRating:
    """A second rating in hand; what is answered is on disk at once."""

    path: Path
    document: yamlio.Document
    criteria: list[CriterionSpec]
    fresh: bool

    @property
    def value(self) -> dict[str, Any]:
        """The plain value of the file."""
        return self.document.value or {}

    @property
    def left(self) -> list[CriterionSpec]:
        """The criteria without a rating yet."""
        return [each for each in self.criteria if each.id not in self.value.get("ratings", {})]

    @property
    def missing(self) -> list[Field]:
        """What is to be asked of the evaluator first; only the interests must be told."""
        if "interests" in self.value:
            return []
        return [
            forms.field((key,), keyed(Assessment)[key], wanted=key == "interests") for key in _ABOUT
        ]

    def write(self, *operations: Operation) -> tuple[Change, ...]:
        """Write an answer, and give what it changed.

        Raises:
            EditError: The file does not take it.
            SetupError: The file cannot be written, or was changed meanwhile.
        """
        edited = editing.edit(self.document, operations, _Order())
        after = edited.document
        _, problems = shape.assessment(after)
        if problems:
            raise EditError(after.path, problems[0].line or 1, "this is no rating")
        self.put(after)
        return edited.changes

    def put(self, after: yamlio.Document) -> Written:
        """Write the file as it is to be; say at which line it differs.

        Raises:
            SetupError: The file cannot be written, or was changed meanwhile.
        """
        if self.fresh:
            writing.write(self.path, [after.data])
        elif writing.exchange(self.path, self.document.data, after.data) is not None:
            raise SetupError(f"{self.document.path} was changed meanwhile; nothing was written")
        before, self.document, self.fresh = self.document, after, False
        return undone(before.lines, after.lines)

    def rate(self, criterion: str, rating: dict[str, Any]) -> None:
        """Write the rating of a criterion."""
        ordered = {key: rating[key] for key in keyed(Rating) if key in rating}
        known = self.value.get("ratings")
        made = (
            Set(f"/ratings/{criterion}", ordered)
            if known
            else Set("/ratings", {criterion: ordered})
        )
        self.write(made)


def opened(root: Path, record: Path, assessor: str, job: Job, *, every: bool) -> SecondRating:
    """Open the second rating of an evaluator, or begin it.

    Args:
        root: The folder of the repository.
        record: The file of the practice.
        assessor: The evaluator's name in the file, and that of the file.
        job: What is rated by.
        every: Whether all criteria are rated by their levels, not only those to be judged.

    Raises:
        SetupError: The file cannot be used, or rates another state of the record.
    """
    path = assessments.place(root, record.stem, assessor)
    digest = sha256(record.read_bytes()).hexdigest()
    spec = job.rubric.spec
    rated = [
        each
        for each in spec.criteria
        if each.measure.rated or (every and each.measure.descriptors())
    ]
    if path.exists():
        return SecondRating(path, _resumed(path, record, digest), rated, fresh=False)
    lines = (
        f"practice: {record.stem}",
        f"record: {digest}",
        f"assessor: {assessor}",
        f"date: {job.plan.as_of}",
        f"rubric: {spec.rubric}@{spec.version}",
        "ratings: {}",
    )
    data = "".join(f"{line}\n" for line in lines).encode()
    return SecondRating(path, yamlio.parse(data, shown(path)), rated, fresh=True)


def _resumed(path: Path, record: Path, digest: str) -> yamlio.Document:
    document = yamlio.read(path, shown(path))
    made, problems = shape.assessment(document)
    if made is None:
        raise SetupError(f"{document.path} is no second assessment", problems)
    if made.record != digest:
        raise SetupError(
            f"{document.path} rates an earlier state of {shown(record)}; "
            "rate the present one in a file of another name"
        )
    return document


def joined(root: Path, record: Path, job: Job, append: Callable[[Operation], object]) -> list[str]:
    """Append the complete second ratings of a practice to its record; give whose they are.

    Raises:
        SetupError: A file is no second assessment.
    """
    done = []
    held = {each.get("assessor") for each in _assessments(record)}
    due = {each.id for each in job.rubric.spec.criteria if each.measure.rated}
    for path in assessments.second(root):
        if path.parent.name != record.stem:
            continue
        document = yamlio.read(path, shown(path))
        made, problems = shape.assessment(document)
        if made is None or document.value is None:
            raise SetupError(f"{document.path} is no second assessment", problems)
        if made.assessor in held or not due <= set(made.ratings):
            continue
        append(
            Append(
                "/assessments",
                {k: document.value[k] for k in keyed(Assessment) if k in document.value},
            )
        )
        done.append(made.assessor)
    return done


def _assessments(record: Path) -> list[dict[str, Any]]:
    value = yamlio.read(record, shown(record)).value or {}
    return [each for each in value.get("assessments") or [] if isinstance(each, dict)]
