"""Many files by many hands: the same outcomes as one by one, in the same order.

A module is a kind of executor, its file name the word that chooses it; `opened` gives the executor
and how many hands it has. A compiled rubric cannot be handed to another process, so each has its
own: by inheritance where processes fork, elsewhere by preparing the plan when it first comes.
"""

from __future__ import annotations

import os
import sys
from collections import deque
from typing import TYPE_CHECKING, TypeVar

from govscore import rooms, yamlio
from govscore.errors import SetupError
from govscore.runs.evaluate import Evaluated, evaluate
from govscore.runs.plan import Job, Plan, prepare
from govscore.workspace.naming import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
    from concurrent.futures import Executor, Future
    from pathlib import Path

Done = TypeVar("Done")
Thing = TypeVar("Thing")

LOCAL = "local"
"""One file after another, in this process."""

POOL_FROM = 100
"""Below this many files starting processes costs more than it saves."""

_CHUNK = 10
"""The most files of a chunk; the last ones are smaller, lest one worker end long after another."""

_AHEAD = 4
"""Chunks in flight for each worker: enough to keep it busy, few enough to keep memory flat."""

_prepared: dict[str, Job] = {}
"""The last job of this process, by its digest; a process that forks from it has it, too."""


def names() -> list[str]:
    """List the words that choose an executor."""
    return [LOCAL, *rooms.names(sys.modules[__name__])]


def processors() -> int:
    """Count the processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def choose(given: str, files: int, least: int = POOL_FROM) -> str:
    """Give the executor for so many files: the one given, or all processors from `least` on.

    Raises:
        SetupError: There is none of that name.
    """
    if not given:
        return "processes" if files >= least and processors() > 1 else LOCAL
    if (name := given.partition(":")[0]) not in names():
        raise SetupError(f"there is no executor '{name}'; choose from {', '.join(names())}")
    return given


def each(job: Job, paths: Sequence[Path], chosen: str) -> Generator[Evaluated]:
    """Evaluate files, in their order, by an executor other than this process.

    Args:
        job: What governs the evaluation.
        paths: The files.
        chosen: The executor, and behind a colon where it is.

    Raises:
        SetupError: A worker died.
    """
    name, _, address = chosen.partition(":")
    with rooms.enter(sys.modules[__name__], name).opened(address) as (executor, workers):
        yield from spread(job, paths, executor, workers)


def spread(
    job: Job, paths: Sequence[Path], executor: Executor, workers: int
) -> Iterator[Evaluated]:
    """Evaluate files, in their order, in chunks that any executor may take to its workers."""
    digest = job.digest
    _remember(digest, job)

    def submit(chunk: Sequence[Path]) -> Future[list[Evaluated]]:
        plan = job.plan.concerning(_names(chunk))
        places = [(path.absolute(), shown(path, plan.home)) for path in chunk]
        return executor.submit(_evaluate, digest, plan, places)

    for chunk, done in in_chunks(submit, paths, workers):
        yield from _outcomes(job, chunk, done)


def in_chunks(
    submit: Callable[[Sequence[Thing]], Future[Done]], things: Sequence[Thing], workers: int
) -> Iterator[tuple[Sequence[Thing], Done]]:
    """Submit things in chunks, few at a time, and give each with what it came to, in order."""
    pending: deque[tuple[Sequence[Thing], Future[Done]]] = deque()
    for chunk in _chunks(things, workers):
        pending.append((chunk, submit(chunk)))
        if len(pending) >= workers * _AHEAD:
            first, done = pending.popleft()
            yield first, done.result()
    for chunk, done in pending:
        yield chunk, done.result()


def _chunks(things: Sequence[Thing], workers: int) -> Iterator[Sequence[Thing]]:
    at = 0
    while left := len(things) - at:
        size = min(_CHUNK, -(-left // (2 * workers)))
        yield things[at : at + size]
        at += size


def _evaluate(digest: str, plan: Plan, places: Iterable[tuple[Path, str]]) -> list[Evaluated]:
    """Evaluate a chunk where it was taken to, with what was prepared there for those before it.

    Each file comes with its name for people: a worker may stand in another folder.
    """
    if digest not in _prepared:
        _remember(digest, prepare(plan))
    job = _prepared[digest]._replace(plan=plan)
    return [evaluate(yamlio.read(path, name), job) for path, name in places]


def _remember(digest: str, job: Job) -> None:
    _prepared.clear()
    _prepared[digest] = job


def _outcomes(job: Job, paths: Sequence[Path], done: Iterable[Evaluated]) -> Iterator[Evaluated]:
    """Give the outcomes of a chunk.

    A file that is not named after its practice may have gone without what the practice was before;
    it is evaluated again.
    """
    names = _names(paths)
    required = job.plan.requirements
    for path, one in zip(paths, done, strict=True):
        if required is not None and one.id not in names and required.compares(one.id):
            yield evaluate(yamlio.read(path, shown(path, job.plan.home)), job)
        else:
            yield one


def _names(paths: Sequence[Path]) -> list[str]:
    """Give the ids that the practices of these files should have."""
    return list(dict.fromkeys(path.stem for path in paths))
