"""The gaps of a collection are the same by however many processors they are found."""

from __future__ import annotations

from pathlib import Path

import pytest

from govscore.runs import executors
from govscore.runs.plan import Plan, prepare
from govscore.runs.todo import gaps

PRACTICES = sorted(Path("practices").resolve().glob("*.yaml"))[:12]


@pytest.mark.parametrize("processors", [1, 2])
def test_a_folder_lacks_what_its_files_lack_whoever_asks(
    processors: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("id: broken\n", encoding="utf-8")
    paths = [*PRACTICES, broken]
    job = prepare(Plan("gmpa", "2026-11-24"))
    told: list[None] = []

    def tick() -> None:
        told.append(None)

    monkeypatch.setattr(executors, "processors", lambda: processors)
    together, wrong = gaps(paths, job, tick)
    alone = [gaps([path], job, tick) for path in paths]

    assert len(told) == 2 * len(paths)
    assert together.inputs == [each for study, _ in alone for each in study.inputs]
    assert wrong == [each for _, findings in alone for each in findings]
    assert wrong
    asked = {
        (gap.field, name) for study, _ in alone for gap in study.gaps for name in gap.practices
    }
    assert {(gap.field, name) for gap in together.gaps for name in gap.practices} == asked
    gains = [gap.gain for study, _ in alone for gap in study.gaps]
    assert max(gap.gain for gap in together.gaps) == max(gains)
