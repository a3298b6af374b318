"""What answers would add to each open criterion, reckoned piece by piece beside the keys.

An answer makes a new study; until a criterion is reckoned in it, what was known before stays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from govscore.studies.questions import Study


class Reckoning:
    """Of each open criterion what its best answer adds, and where an answer would change it."""

    def __init__(self) -> None:
        """Know nothing."""
        self.points: dict[str, float] = {}
        self._places: dict[str, frozenset[str]] = {}
        self._left: list[str] = []
        self._begin: Callable[[], Study] | None = None
        self._study: Study | None = None

    def anew(self, open_: Iterable[str], begin: Callable[[], Study]) -> None:
        """Reckon the open criteria again; `begin` makes the study, when it is first needed."""
        self._left, self._begin, self._study = list(open_), begin, None
        for gone in self.points.keys() - set(self._left):
            del self.points[gone], self._places[gone]

    @property
    def known(self) -> bool:
        """Whether every open criterion is reckoned."""
        return not self._left

    def places(self, criterion: str) -> frozenset[str] | None:
        """Give the pointers at which an answer matters; `None` where that is not known yet."""
        return self._places.get(criterion)

    def pieces(self, first: str = "") -> Iterator[str]:
        """Reckon what is left, `first` first; a piece gives the criterion that it made known."""
        while self._left and self._begin:
            if self._study is None:
                self._study = self._begin()
                yield ""
            study = self._study
            name = first if first in self._left else self._left[0]
            for _ in study.trying(name):
                yield ""
                if self._study is not study:
                    break
            else:
                self._reckon(name, study)
                yield name

    def now(self, criterion: str) -> None:
        """Reckon one criterion, at once."""
        if criterion in self._left:
            next((name for name in self.pieces(criterion) if name == criterion), None)

    def _reckon(self, name: str, study: Study) -> None:
        asked = study.about(name)
        self._left.remove(name)
        self.points[name] = max((each.gain for each in asked), default=0.0)
        self._places[name] = frozenset(place.pointer for each in asked for place in each.places)
