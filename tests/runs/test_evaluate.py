"""One document, and what it came to."""

from __future__ import annotations

import gc
from pathlib import Path

from govscore import yamlio
from govscore.runs import plan
from govscore.runs.evaluate import evaluate

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
