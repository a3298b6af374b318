"""Many files on several processes, or on whatever takes tasks."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NoReturn

import pytest

from govscore import yamlio
from govscore.checks import regression
from govscore.checks.requirements import Earlier, Requirements
from govscore.errors import SetupError
from govscore.render.formats import json
from govscore.result.run import Result
from govscore.runs import executors, plan
from govscore.runs.evaluate import Evaluated, evaluate
from govscore.runs.executors import processes
from govscore.runs.plan import Job, Plan
from govscore.runs.run import run
from govscore.settings import GateSpec, Settings
from govscore.workspace import discovery
from govscore.workspace.discovery import Found

Write = Callable[..., Path]
FILES = 45
forking = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")


@pytest.fixture
def found(write: Write) -> Found:
    """Write practices, one of them broken, more than fit in a chunk for each of two workers."""
    for number in range(FILES):
        write(f"practices/city-card-{number:02}.yaml")
    write("practices/city-card-30.yaml", "id: city-card-30\n")
    return discovery.discover([Path("practices")])


def _job(*, packed: bool = True, before: Result | None = None) -> Job:
    document = yamlio.parse(b"gates: [{overall: 1}]\n", "govscore.yaml")
    required = Requirements(
        Settings(gates=[GateSpec(overall=1)]),
        document=document,
        earlier=Earlier(before, "earlier") if before else None,
    )
    keep = json.practice if packed else None
    return plan.prepare(Plan("gmpa", "2026-11-24", thorough=True, requirements=required, keep=keep))


def _one_by_one(job: Job, found: Found) -> list[Evaluated]:
    return [evaluate(yamlio.read(path, path.as_posix()), job) for path in found.paths]


class _Here(Executor):
    """Does each task when it is handed in, on what would have come to another process."""

    def __init__(self) -> None:
        self.sent: list[bytes] = []

    def submit(self, work: Callable[..., Any], /, *given: Any, **named: Any) -> Future[Any]:
        self.sent.append(pickle.dumps((work, given, named)))
        done: Future[Any] = Future()
        work, given, named = pickle.loads(self.sent[-1])  # noqa: S301 - our own
        done.set_result(work(*given, **named))
        return done


@forking
@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("platform", ["linux", "darwin"])
def test_two_processes_give_the_outcomes_of_one_in_the_same_order(
    platform: str, packed: bool, found: Found, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On Linux processes fork, elsewhere they are spawned."""
    job = _job(packed=packed)
    monkeypatch.setattr(processes, "sys", SimpleNamespace(platform=platform))

    with processes.opened(workers=2) as (executor, workers):
        shared = list(executors.spread(job, found.paths, executor, workers))

    assert shared == _one_by_one(job, found)
    assert [one.input.path for one in shared] == [path.as_posix() for path in found.paths]
    assert [bool(one.piece) for one in shared].count(packed) == (FILES - 1 if packed else FILES)
    assert [one.practice is None for one in shared].count(True) == 1


def test_outcomes_are_passed_on_while_later_files_still_wait(
    found: Found, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(executors, "_CHUNK", 1)
    executor = _Here()

    outcomes = executors.spread(_job(), found.paths, executor, 2)
    next(outcomes)
    after_the_first = len(executor.sent)
    rest = list(outcomes)

    assert after_the_first == 8
    assert len(rest) == FILES - 1
    assert len(executor.sent) == FILES


def test_chunks_become_smaller_towards_the_end_so_that_workers_end_together(
    found: Found,
) -> None:
    executor = _Here()
    files = (found.paths * 2)[:67]

    outcomes = list(executors.spread(_job(), files, executor, 2))

    sizes = [len(places) for _, (_, _, places), _ in map(pickle.loads, executor.sent)]
    assert sizes == [10, 10, 10, 10, 7, 5, 4, 3, 2, 2, 1, 1, 1, 1]
    assert [each.input.path for each in outcomes] == [path.as_posix() for path in files]


def test_a_worker_prepares_a_plan_once(found: Found, monkeypatch: pytest.MonkeyPatch) -> None:
    prepared: list[Plan] = []
    whole = plan.prepare

    def watched(given: Plan) -> Job:
        prepared.append(given)
        return whole(given)

    job = _job()
    monkeypatch.setattr(executors, "prepare", watched)
    expected = _one_by_one(job, found)

    assert list(executors.spread(job, found.paths, _Here(), 1)) == expected
    assert prepared == []
    executors._prepared.clear()
    for _ in range(2):
        places = [(path, path.as_posix()) for path in found.paths[:1]]
        assert executors._evaluate(job.digest, job.plan, places) == expected[:1]
    assert len(prepared) == 1


def test_a_worker_prepares_anew_for_another_rubric_or_day(found: Found) -> None:
    job = _job()
    other = plan.prepare(job.plan._replace(reference="mipex-2014", requirements=None))
    later = plan.prepare(job.plan._replace(as_of="2030-01-01"))

    assert len({job.digest, other.digest, later.digest}) == 3
    for each in (job, other, later, job):
        shared = executors.spread(each, found.paths[:1], _Here(), 1)
        assert list(shared) == _one_by_one(each, Found(found.paths[:1], (), whole=True))


def _better(job: Job, found: Found) -> Result:
    """Give an earlier result in which every practice was better."""
    result = run(job._replace(plan=job.plan._replace(keep=None)), found)
    practices = [
        each.model_copy(update={"overall": each.overall.model_copy(update={"low": 99.0})})
        for each in result.practices
    ]
    return result.model_copy(update={"practices": practices})


def test_of_an_earlier_result_a_chunk_takes_its_own_levels_only(
    found: Found, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(executors, "_CHUNK", 3)
    before = regression.levels(_better(_job(), found))
    job, executor = _job(before=before), _Here()

    shared = list(executors.spread(job, found.paths, executor, 2))

    assert [f.code for one in shared for f in one.findings].count("GS905") == FILES - 1
    for sent in executor.sent:
        _, (_, chunk, places), _ = pickle.loads(sent)  # noqa: S301 - our own
        before = chunk.requirements.earlier.result
        earlier = {each.id for each in before.practices}
        assert earlier == {path.stem for path, _ in places} - {"city-card-30"}
        assert before.rubric.text == ""


def test_a_file_under_another_name_is_compared_with_what_its_practice_was(
    found: Found, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(executors, "_CHUNK", 3)
    before = regression.levels(_better(_job(), found))
    text = Path("practices/city-card-44.yaml").read_text(encoding="utf-8")
    write("practices/city-card-02.yaml", text)
    job = _job(before=before)

    shared = list(executors.spread(job, found.paths, _Here(), 2))

    assert shared == _one_by_one(job, found)
    assert "GS905" in {each.code for each in shared[2].findings}


NOWHERE = Path("nowhere.yaml")


@pytest.mark.parametrize(
    ("files", "processors", "chosen", "used"),
    [
        (99, 2, "", []),
        (100, 1, "", []),
        (100, 2, "", ["processes"]),
        (100, 2, "local", []),
        (1, 2, "processes", ["processes"]),
    ],
)
def test_many_files_go_to_processes_unless_another_executor_is_chosen(
    files: int, processors: int, chosen: str, used: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    @contextmanager
    def open_(address: str) -> Iterator[tuple[Executor, int]]:
        assert address == ""
        opened.append("processes")
        yield _Here(), 1

    monkeypatch.setattr(processes, "opened", open_)
    monkeypatch.setattr(executors, "processors", lambda: processors)

    result = run(_job(), Found((NOWHERE,) * files, (), whole=True), executor=chosen)

    assert len(result.inputs) == files
    assert opened == used


@pytest.mark.parametrize(
    ("chosen", "why"),
    [
        ("clouds", r"there is no executor 'clouds'; choose from local, dask, processes"),
        ("processes:8", "the executor processes takes no address"),
        ("dask", r"the executor dask takes an address: dask:tcp://HOST:PORT"),
        ("dask:nowhere", "no cluster answers at nowhere: .*"),
    ],
)
def test_an_executor_that_is_none_is_told(chosen: str, why: str) -> None:
    with pytest.raises(SetupError, match=f"^{why}$"):
        run(_job(), Found((NOWHERE,), (), whole=True), executor=chosen)


def _dies(*_: object) -> NoReturn:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


@forking
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a worker inherits no patch")
def test_a_worker_that_dies_ends_the_run_and_takes_the_others_along(
    found: Found, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = _job()
    monkeypatch.setattr(executors, "evaluate", _dies)

    with pytest.raises(SetupError, match=r"^a worker died before its files were done; "):
        run(job, found, executor="processes")

    assert multiprocessing.active_children() == []


@forking
def test_a_run_that_is_given_up_leaves_no_worker(found: Found) -> None:
    def interrupted() -> NoReturn:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(_job(), found, interrupted, executor="processes")

    assert multiprocessing.active_children() == []


def test_processes_that_cannot_be_started_are_told(
    found: Found, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> NoReturn:
        raise OSError(12, "Cannot allocate memory")

    monkeypatch.setattr(multiprocessing.process.BaseProcess, "start", refused)

    with pytest.raises(SetupError, match=r"^no worker can be started: Cannot allocate memory$"):
        run(_job(), found, executor="processes")


def _large_then_dead(*_: object) -> bytes:
    threading.Timer(0.2, os.kill, (os.getpid(), signal.SIGKILL)).start()
    return bytes(1 << 28)


@forking
def test_a_worker_killed_while_it_writes_leaves_nobody_waiting() -> None:
    with processes.opened(workers=2) as (executor, _):
        task = executor.submit(_large_then_dead)
        time.sleep(1)

        with pytest.raises(SetupError, match=r"^a worker died before its files were done; "):
            task.result()


@forking
def test_what_fails_in_a_worker_is_raised_where_it_is_waited_for_and_says_where() -> None:
    with processes.opened(workers=1) as (executor, _):
        task = executor.submit(int, "one")

        with pytest.raises(ValueError, match="invalid literal") as raised:
            task.result()

    assert "processes.py" in raised.value.__notes__[0]


def test_a_practice_that_is_not_held_keeps_only_what_would_clear_its_missed_gates(
    found: Found,
) -> None:
    missed = _one_by_one(_job(), found)[0]

    assert missed.practice is not None
    assert {each.id for each in missed.practice.criteria} == {*missed.gates[0].cheapest}
    assert len(missed.practice.criteria) == 3
    assert missed.practice.record == {}
    assert b'"record": {' in (missed.piece or b"")


def test_every_file_is_told_and_every_piece_is_handed_on_in_turn(found: Found) -> None:
    happened: list[str] = []

    run(_job(), found, lambda: happened.append("tick"), lambda _: happened.append("piece"))

    expected = ["piece", "tick"] * FILES
    del expected[60]  # the piece of the broken file
    assert happened == expected


_KILLED = """
import os, signal, time
from govscore.runs.executors import processes

with processes.opened(workers=2) as (executor, _):
    for _ in range(2):
        executor.submit(time.sleep, 600)
    print("begun", flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGKILL")
def test_workers_end_with_a_parent_that_is_killed_while_they_work() -> None:
    """Whoever holds the parent's standard output keeps it open, so its end is that of them all."""
    ended = subprocess.run(
        [sys.executable, "-c", _KILLED], stdout=subprocess.PIPE, check=False, timeout=60
    )

    assert ended.stdout == b"begun\n"
    assert ended.returncode == -signal.SIGKILL


def _greedy() -> bytes:
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (1 << 33, 1 << 33))
    return bytes(1 << 36)


@forking
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere memory has no such limit")
def test_a_worker_short_of_memory_says_so_and_leaves_nobody_waiting() -> None:
    with processes.opened(workers=2) as (executor, _):
        task = executor.submit(_greedy)

        with pytest.raises(MemoryError):
            task.result()
