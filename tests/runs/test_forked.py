"""Things that this process holds are worked on by all processors, in their order."""

from __future__ import annotations

import os
import sys

import pytest

from govscore.errors import SetupError
from govscore.runs import executors, forked


def test_the_answers_come_in_order_whoever_gives_them() -> None:
    things = [*range(100)]

    assert [*forked.each(str, things, executor="processes")] == [str(each) for each in things]
    assert [*forked.each(str, things, executor="local")] == [str(each) for each in things]
    assert [*forked.each(str, [], executor="processes")] == []


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not fork")
def test_many_things_are_worked_on_by_other_processes_than_this_one_but_for_the_first() -> None:
    first, *others = forked.each(lambda _: os.getpid(), [*range(50)], executor="processes")

    assert first == os.getpid()
    assert os.getpid() not in others


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not fork")
def test_a_worker_that_dies_is_told_of() -> None:
    here = os.getpid()

    def end(_: int) -> None:
        if os.getpid() != here:
            os._exit(3)

    with pytest.raises(SetupError, match="a worker died"):
        [*forked.each(end, [*range(50)], executor="processes")]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not fork")
def test_heavy_work_is_shared_from_fewer_things_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(executors, "processors", lambda: 2)

    assert {*forked.each(lambda _: os.getpid(), [*range(9)], least=10)} == {os.getpid()}
    assert {*forked.each(lambda _: os.getpid(), [*range(10)], least=10)} != {os.getpid()}
