"""Many files on all processors: the same outcomes as one by one, in the same order.

A compiled rubric cannot be handed to another process, so each worker has its own: by inheritance
where processes fork, by loading the plan's rubric once elsewhere.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from typing import TYPE_CHECKING

from govscore.runs.evaluate import Evaluated, evaluate, evaluate_each
from govscore.runs.plan import Job, Plan, prepare

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_CHUNK = 20
_AHEAD = 4
"""Chunks in flight for each worker: enough to keep it busy, few enough to keep memory flat."""

_job: Job | None = None


def evaluate_all(
    paths: Sequence[Path], job: Job, workers: int | None = None
) -> Iterator[Evaluated]:
    """Evaluate files, in their order, on all processors or on as many as are given."""
    workers = workers or _processors()
    if workers == 1:
        yield from evaluate_each(paths, job)
        return
    forks = sys.platform == "linux"
    context = multiprocessing.get_context("fork" if forks else "spawn")
    start: Job | Plan = job if forks else job.plan
    chunks = [paths[at : at + _CHUNK] for at in range(0, len(paths), _CHUNK)]
    with ProcessPoolExecutor(workers, context, initializer=_adopt, initargs=(start,)) as pool:
        pending: deque[Future[list[Evaluated]]] = deque()
        for chunk in chunks:
            pending.append(pool.submit(_evaluate, chunk))
            if len(pending) >= workers * _AHEAD:
                yield from pending.popleft().result()
        while pending:
            yield from pending.popleft().result()


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _adopt(start: Job | Plan) -> None:
    global _job  # noqa: PLW0603 - a worker process has one job, for life
    _job = start if isinstance(start, Job) else prepare(start)


def _evaluate(paths: Sequence[Path]) -> list[Evaluated]:
    if _job is None:
        raise RuntimeError("the worker was not given its job")
    return [evaluate(path, _job) for path in paths]
