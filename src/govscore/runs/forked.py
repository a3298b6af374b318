"""Work on many things that this process holds, on all processors: the same answers, in order.

What is worked on is too large to be sent, so workers inherit it by forking; where processes do not
fork, it is done here.
"""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING, Any, TypeVar

from govscore.runs import executors
from govscore.runs.executors import processes

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence

    Done = TypeVar("Done")
    Thing = TypeVar("Thing")

_inherited: list[tuple[Callable[[Any], Any], Sequence[Any]]] = []
"""What is to be done and on what, for the workers that fork from this process."""


def each(
    work: Callable[[Thing], Done],
    things: Sequence[Thing],
    *,
    executor: str = "",
    least: int = executors.POOL_FROM,
) -> Generator[Done]:
    """Do the work on each thing, in their order; from `least` things on by all processors.

    The first is done here, so that workers inherit what it loads.

    Raises:
        SetupError: A worker died.
    """
    yield from map(work, things[:1])
    many = executors.choose(executor, len(things), least) == "processes" and sys.platform == "linux"
    yield from (_shared if many else map)(work, things[1:])


def _shared(work: Callable[[Thing], Done], things: Sequence[Thing]) -> Iterator[Done]:
    _inherited[:] = [(work, things)]
    gc.freeze()  # a collection in a worker would copy all that it looks at
    try:
        with processes.opened() as (pool, workers):
            numbers = range(len(things))
            for _, done in executors.in_chunks(lambda n: pool.submit(_some, n), numbers, workers):
                yield from done
    finally:
        _inherited.clear()


def _some(numbers: Sequence[int]) -> list[Any]:
    ((work, things),) = _inherited
    return [work(things[each]) for each in numbers]
