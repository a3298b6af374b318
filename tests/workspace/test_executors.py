"""Many files on several processes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Self

import pytest

from govscore import yamlio
from govscore.checks.requirements import Requirements
from govscore.render.formats import json
from govscore.runs import evaluate, executors, plan
from govscore.runs.evaluate import Evaluated
from govscore.runs.plan import Job, Plan
from govscore.settings import GateSpec, Settings
from govscore.workspace import discovery

Write = Callable[..., Path]
FILES = 45
forking = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")


@pytest.fixture
def paths(write: Write) -> Sequence[Path]:
    """Write practices, one of them broken, more than fit in a chunk for each of two workers."""
    for number in range(FILES):
        write(f"practices/city-card-{number:02}.yaml")
    write("practices/city-card-30.yaml", "id: city-card-30\n")
    return discovery.discover([Path("practices")]).paths


def _job(*, packed: bool) -> Job:
    document = yamlio.parse(b"gates: [{overall: 1}]\n", "govscore.yaml")
    bars = Requirements(Settings(gates=[GateSpec(overall=1)]), document=document)
    pack = json.piece if packed else None
    return plan.prepare(Plan("gmpa", "2026-11-24", thorough=True, bars=bars, pack=pack))


@forking
@pytest.mark.parametrize("platform", ["linux", "darwin"])
def test_two_workers_give_the_outcomes_of_one_in_the_same_order(
    platform: str, paths: Sequence[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """On Linux processes fork, elsewhere they are spawned."""
    job = _job(packed=True)
    monkeypatch.setattr(executors, "sys", SimpleNamespace(platform=platform))

    shared = list(executors.evaluate_all(paths, job, workers=2))

    assert shared == list(evaluate.evaluate_each(paths, job))
    assert [one.input.path for one in shared] == [path.as_posix() for path in paths]
    assert [bool(one.packed) for one in shared].count(False) == 1


@forking
def test_practices_come_back_whole_where_they_are_held(paths: Sequence[Path]) -> None:
    job = _job(packed=False)

    shared = list(executors.evaluate_all(paths, job, workers=2))

    assert shared == list(evaluate.evaluate_each(paths, job))
    assert shared[0].practice is not None
    assert shared[0].practice.id == "city-card-00"


class _Processes:
    """Stands for a pool of processes, and does each task when it is handed in."""

    handed_in = 0

    def __init__(self, *_: object, initializer: Callable[..., None], initargs: Any) -> None:
        initializer(*initargs)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def submit(self, work: Callable[..., Any], chunk: Sequence[Path]) -> Future[Any]:
        _Processes.handed_in += 1
        done: Future[Any] = Future()
        done.set_result(work(chunk))
        return done


def test_outcomes_are_passed_on_while_later_files_still_wait(
    paths: Sequence[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(executors, "ProcessPoolExecutor", _Processes)
    monkeypatch.setattr(executors, "_CHUNK", 1)
    monkeypatch.setattr(_Processes, "handed_in", 0)

    outcomes = executors.evaluate_all(paths, _job(packed=True), workers=2)
    next(outcomes)
    after_the_first = _Processes.handed_in
    rest = list(outcomes)

    assert after_the_first == 8
    assert len(rest) == FILES - 1
    assert _Processes.handed_in == FILES


def test_one_worker_starts_no_process(
    paths: Sequence[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(executors, "ProcessPoolExecutor", None)

    outcomes = list(executors.evaluate_all(paths, _job(packed=True), workers=1))

    assert len(outcomes) == FILES


@pytest.mark.parametrize(("files", "pooled"), [(299, False), (300, True)])
def test_processes_are_used_from_300_files_on(
    files: int,
    pooled: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def shared(*_: object) -> Iterator[Evaluated]:
        yield from ()

    monkeypatch.setattr(executors, "evaluate_all", shared)
    monkeypatch.setattr(evaluate, "evaluate", lambda path, _: path)
    paths = [Path(f"{number}.yaml") for number in range(files)]

    outcomes = list(evaluate.evaluate_all(paths, _job(packed=True)))

    assert len(outcomes) == (0 if pooled else files)


def test_a_worker_without_a_job_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(executors, "_job", None)

    with pytest.raises(RuntimeError, match="the worker was not given its job"):
        executors._evaluate([])


def test_a_packed_practice_keeps_only_what_would_clear_its_missed_gates(
    paths: Sequence[Path],
) -> None:
    missed = evaluate.evaluate(paths[0], _job(packed=True))

    assert missed.practice is not None
    assert {each.id for each in missed.practice.criteria} == {*missed.gates[0].cheapest}
    assert len(missed.practice.criteria) == 3
    assert missed.practice.record == {}
    assert b'"record": {' in (missed.packed or b"")
