"""Processes of this machine, one for each processor.

Each has a pipe of its own, whose end tells at once that it died. The library's pool has one for
all: a worker killed while it writes a result leaves half of it there, and everybody waiting.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import sys
import threading
import traceback
from collections import deque
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from multiprocessing import connection
from typing import TYPE_CHECKING, Any

from govscore.errors import SetupError
from govscore.runs import executors

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from multiprocessing.connection import Connection


@contextmanager
def opened(address: str = "", workers: int = 0) -> Iterator[tuple[Executor, int]]:
    """Give an executor of processes, and their number: as many as there are processors.

    Raises:
        SetupError: A worker died or none can be started, or there is an address.
    """
    if address:
        raise SetupError("the executor processes takes no address")
    pool = _Pool()
    try:
        pool.start(workers or executors.processors())
        yield pool, workers or executors.processors()
    finally:
        pool.shutdown()


class _Pool(Executor):
    """Workers, the tasks that they have, and the tasks that wait.

    There is no thread: tasks go out and results come in while somebody waits for one.
    """

    def __init__(self) -> None:
        self._processes: list[multiprocessing.process.BaseProcess] = []
        self._idle: list[Connection[Any, Any]] = []
        self._busy: dict[Connection[Any, Any], _Task] = {}
        self._waiting: deque[_Task] = deque()

    def start(self, workers: int) -> None:
        """Start the workers.

        Raises:
            SetupError: The system refuses.
        """
        fork = sys.platform == "linux"
        how: Any = multiprocessing.get_context("fork" if fork else "spawn")
        try:
            for _ in range(workers):
                ours, its = how.Pipe()
                self._idle.append(ours)
                process = how.Process(target=_work, args=(its,), daemon=True)
                process.start()
                self._processes.append(process)
                its.close()  # so that the worker alone holds it, and its death ends the pipe
        except OSError as error:
            raise SetupError(f"no worker can be started: {error.strerror}") from None

    def submit(self, work: Callable[..., Any], /, *given: Any, **named: Any) -> Future[Any]:  # noqa: ANN401 - what any executor takes
        """Hand in a task."""
        task = _Task(self, (work, given, named))
        self._waiting.append(task)
        self._hand_out()
        return task

    def step(self) -> None:
        """Wait until a worker is done with its task, and give it the next.

        Raises:
            SetupError: One died instead.
        """
        done = []
        for pipe in connection.wait(self._busy):
            assert isinstance(pipe, connection.Connection)  # noqa: S101 - the type of what was given
            try:
                done.append((self._busy.pop(pipe), pipe.recv_bytes()))
            except (EOFError, OSError):
                raise _died() from None
            self._idle.append(pipe)
        self._hand_out()  # first of all: the worker waits for it
        for task, sent in done:
            failed, outcome = pickle.loads(sent)  # noqa: S301 - a worker of ours sent it
            (task.set_exception if failed else task.set_result)(outcome)

    def _hand_out(self) -> None:
        while self._idle and self._waiting:
            pipe, task = self._idle.pop(), self._waiting.popleft()
            try:
                pipe.send(task.given)
            except OSError:
                raise _died() from None
            self._busy[pipe] = task

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002 - as any executor's
        """End the workers, whatever they do."""
        del wait, cancel_futures
        for process in self._processes:
            process.kill()
            process.join()
        for pipe in (*self._idle, *self._busy):
            pipe.close()


class _Task(Future[Any]):
    """A task; waiting for it keeps the pool going."""

    def __init__(self, pool: _Pool, given: tuple[Callable[..., Any], Any, Any]) -> None:
        super().__init__()
        self.given = given
        self._pool = pool

    def result(self, timeout: float | None = None) -> Any:  # noqa: ANN401 - as any task's
        """Wait for what the task comes to."""
        while not self.done():
            self._pool.step()
        return super().result(timeout)


def _died() -> SetupError:
    return SetupError(
        "a worker died before its files were done; perhaps memory is short: "
        "try again, or with --executor local"
    )


def _work(pipe: Connection[Any, Any]) -> None:
    """Do one task after another: what a worker is for."""
    _rely_on_parent()
    while True:
        work, given, named = pipe.recv()
        try:
            outcome = False, work(*given, **named)
        except Exception as error:  # noqa: BLE001 - it is raised again where the task is waited for
            error.add_note("".join(traceback.format_exception(error)))
            outcome = True, error
        pipe.send(outcome)


def _rely_on_parent() -> None:
    """Stop when told to, end with the parent, and leave it to the parent to say so."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to all; the parent sees to it
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_DFL)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
    os._exit(1)
