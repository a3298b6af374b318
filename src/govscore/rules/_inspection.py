"""What a rule may look at, and how it says what it found there."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from govscore.errors import Problem
from govscore.pointers import pointer, step
from govscore.rubric.elsewhere import Elsewhere
from govscore.spelling import Speller

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from govscore.measures._measure import Measure, Reading
    from govscore.practice.assessment import Assessment
    from govscore.practice.evidence import Evidence
    from govscore.practice.record import Practice
    from govscore.rubric.compiled import Rubric
    from govscore.yamlio import Document


class Hit(NamedTuple):
    """What a rule found: a pointer into the file, and the arguments of its message.

    `on_key` says that the fault lies in the key at the pointer's end, not in its value.
    """

    pointer: str
    args: Mapping[str, object]
    suggestions: tuple[str, ...] = ()
    on_key: bool = False


class CameTo(Protocol):
    """What a practice came to under a rubric, as far as rules ask for it."""

    @property
    def readings(self) -> Mapping[str, Reading]:
        """The readings of the criteria, in the order of the rubric."""

    @property
    def coverage(self) -> Mapping[str, float | None]:
        """The share (0-1) that is known of each node in the tree."""

    @property
    def notes(self) -> Sequence[str]:
        """What the rubric notes."""

    @property
    def conflicts(self) -> Sequence[str]:
        """The pointers of the legal items against which a conflict stands."""


class Inspection:
    """A practice that validated, its document, what it came to, and the rubric behind that.

    `elsewhere` knows what other rubrics ask of practice files.
    """

    def __init__(
        self,
        document: Document,
        practice: Practice,
        came_to: CameTo,
        rubric: Rubric,
        as_of: str,
        known_rubrics: frozenset[str],
        elsewhere: Elsewhere | None = None,
    ) -> None:
        """Look at nothing until a rule asks."""
        self.document = document
        self.practice = practice
        self.came_to = came_to
        self.rubric = rubric
        self.as_of = as_of
        self.known_rubrics = known_rubrics
        self.elsewhere = elsewhere or Elsewhere()

    @cached_property
    def _speller(self) -> Speller:
        return Speller()

    @cached_property
    def editions(self) -> dict[str, tuple[str, ...]]:
        """The versions of the rubric, and of the one it extends, that their change logs know."""
        known = [self.rubric.spec, *([self.rubric.base] if self.rubric.base else [])]
        return {
            each.rubric: tuple(
                dict.fromkeys([each.version, *(change.version for change in each.changelog)])
            )
            for each in known
        }

    @cached_property
    def mappings(self) -> list[dict[str, Any]]:
        """Every mapping of the file, the inner ones first."""
        return [*self.document.mappings]

    @cached_property
    def named_evidence(self) -> list[list[str]]:
        """Every list of evidence ids in the file."""
        root = self.document.value
        return [
            *(root.get("searched") or {}).values(),
            *(
                ids
                for each in self.mappings
                if each is not root and type(ids := each.get("evidence")) is list
            ),
        ]

    @cached_property
    def used_evidence(self) -> set[str]:
        """The ids of evidence that any list names."""
        return {each for ids in self.named_evidence for each in ids}

    def evidence_lists(self) -> list[tuple[str, list[str]]]:
        """List the same with their pointers, which takes longer."""
        return _evidence_lists(self.document.value)

    def unused_evidence(self) -> Iterator[tuple[str, Evidence]]:
        """List the evidence that no list names, with its pointer."""
        used = self.used_evidence
        for index, each in enumerate(self.practice.evidence or ()):
            if each.id not in used:
                yield f"/evidence/{index}", each

    @cached_property
    def own_ratings(self) -> list[tuple[str, Assessment, str]]:
        """The ratings under this rubric, or the one that it extends.

        Each is its pointer, its assessment, and the criterion that it names.
        """
        own = (self.rubric.spec.rubric, self.rubric.spec.extends)
        return [
            (f"/assessments/{number}/ratings{step(name)}", assessment, name)
            for number, assessment in enumerate(self.practice.assessments or ())
            if assessment.rubric.split("@")[0] in own
            for name in assessment.ratings
        ]

    @cached_property
    def failed(self) -> list[tuple[str, str, Measure]]:
        """The criteria that could not be read, each with the reason and its measure."""
        readings = self.came_to.readings
        return [
            (spec.id, readings[spec.id].args["reason"], spec.measure)
            for spec in self.rubric.spec.criteria
            if readings[spec.id].status == "error"
        ]

    def near(self, value: object, candidates: Iterable[str]) -> tuple[str, ...]:
        """List what a misspelt word may have meant, for the first few such words of the file."""
        return self._speller.likeliest(value, candidates)

    def problem(self, code: str, hit: Hit) -> Problem:
        """Place what the rule of a code found in the practice's file."""
        line, column = self.document.place(hit.pointer, on_key=hit.on_key)
        path = self.document.path
        return Problem(code, path, hit.pointer, line, column, hit.args, hit.suggestions, hit.on_key)


def _evidence_lists(root: dict[str, Any]) -> list[tuple[str, list[str]]]:
    """Find a file's lists of evidence ids, each with its pointer."""
    found = [(pointer(["searched", key]), ids) for key, ids in (root.get("searched") or {}).items()]
    pending = [
        (pointer([key]), value)
        for key, value in root.items()
        if type(value) in _COLLECTIONS and key not in _NO_LISTS
    ]
    for place, value in pending:
        for key, entry in enumerate(value) if type(value) is list else value.items():
            if type(entry) is list and key == "evidence":
                found.append((f"{place}/evidence", entry))
            elif type(entry) in _COLLECTIONS:
                step = f"/{key}" if isinstance(key, int) else pointer([key])
                pending.append((place + step, entry))
    return found


_COLLECTIONS = frozenset({dict, list})
_NO_LISTS = frozenset({"evidence", "searched"})
