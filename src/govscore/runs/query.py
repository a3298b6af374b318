"""Which practices of a result to show, and in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from govscore.checks.selection import ASPECTS, means
from govscore.errors import SetupError
from govscore.spelling import nearest
from govscore.words import meant

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from govscore.result.run import Result
    from govscore.result.scored import ScoredPractice
    from govscore.rubric.compiled import Rubric
    from govscore.settings import Aspect


class Query(NamedTuple):
    """A filter (every field must match one of its values) and an order."""

    wanted: dict[Aspect, frozenset[str]]
    sort: str | None

    @classmethod
    def parse(cls, where: Sequence[str], sort: str | None, rubric: Rubric) -> Query:
        """Read `country=PRT|ESP,theme=health` and a sort key.

        Raises:
            SetupError: A field or key is not known.
        """
        aspects: dict[str, Aspect] = {each: each for each in ASPECTS}
        wanted: dict[Aspect, frozenset[str]] = {}
        for clause in (each for text in where for each in text.split(",") if each):
            name, _, values = clause.partition("=")
            if name not in aspects or not values:
                raise _unknown("--where", clause, ASPECTS)
            wanted[aspects[name]] = frozenset(values.split("|"))
        keys = [*_PLAIN_KEYS, *(node.id for node in rubric.top)]
        if sort is not None and sort not in keys:
            raise _unknown("--sort", sort, keys)
        return cls(wanted, sort)

    def apply(self, result: Result) -> Result:
        """Give the result with the chosen practices in the chosen order."""
        chosen = [practice for practice in result.practices if means(self.wanted, practice)]
        if self.sort is not None:
            chosen.sort(
                key=lambda practice: (*_key(practice, str(self.sort), result), practice.path)
            )
        return result.model_copy(update={"practices": chosen})


def _unknown(option: str, given: str, known: Iterable[str]) -> SetupError:
    near = nearest(given.split("=", maxsplit=1)[0], known)
    otherwise = f"choose from {', '.join(known)}"
    return SetupError(f"{option} does not know '{given}'{meant(near[:1], otherwise)}")


_PLAIN_KEYS: dict[str, Callable[[ScoredPractice], Any]] = {
    "title": lambda p: p.title.casefold(),
    "id": lambda p: p.id,
    "country": lambda p: (p.record.get("countries") or p.record.get("organisations") or ["~"])[0],
    "overall": lambda p: p.overall.point,
    "low": lambda p: p.overall.low,
    "coverage": lambda p: p.overall.coverage,
    "label": lambda p: p.label,
}


def _key(practice: ScoredPractice, sort: str, result: Result) -> tuple[Any, ...]:
    """Sort words upward and numbers downward, what is not known last."""
    if sort == "label":
        low, high = (result.order[band] for band in practice.label.range)
        return (-high, -low)
    if sort in _PLAIN_KEYS:
        value = _PLAIN_KEYS[sort](practice)
    else:
        value = next(node.point for node in practice.nodes if node.id == sort)
    if value is None:
        return (1, 0)
    return (0, value if isinstance(value, str) else -value)
