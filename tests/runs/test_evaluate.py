"""One document, and what it came to."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from govscore import yamlio
from govscore.runs import plan
from govscore.runs.evaluate import evaluate
from govscore.scoring.score import Weighed

PRACTICES = Path(__file__).parents[2] / "practices"


def test_an_evaluated_practice_leaves_nothing_for_the_garbage_collector() -> None:
    job = plan.prepare(plan.Plan("gmpa", "2026-11-24", thorough=True))
    documents = [yamlio.read(path, path.name) for path in sorted(PRACTICES.glob("*.yaml"))[:5]]
    for document in documents:  # what is made once, such as schemas, is made here
        evaluate(document, job)
    left = []
    for _ in range(3):  # another thread may leave something once
        gc.collect()
        for document in documents:
            evaluate(document, job)
        left.append(gc.collect())

    assert 0 in left


def test_where_nothing_shows_a_practice_it_is_worked_out_no_further_than_its_findings(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    job = plan.prepare(plan.Plan("gmpa", "2026-11-24", thorough=True))
    documents = [yamlio.read(path, path.name) for path in sorted(PRACTICES.glob("*.yaml"))]
    shown = [evaluate(document, job) for document in documents]
    monkeypatch.delattr(Weighed, "scored")
    aside = job._replace(plan=job.plan._replace(keep=plan.nothing))

    found = [evaluate(document, aside) for document in documents]

    assert [each.findings for each in found] == [each.findings for each in shown]
    assert [each.practice for each in found] == [None] * len(documents)
