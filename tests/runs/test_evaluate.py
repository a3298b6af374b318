"""One document, and what it came to."""

from __future__ import annotations

import gc
from collections import Counter
from pathlib import Path

import pytest

from govscore import yamlio
from govscore.result.run import Finding
from govscore.runs import plan
from govscore.runs.evaluate import evaluate
from govscore.scoring.score import Weighed

PRACTICES = Path(__file__).parents[2] / "practices"


def test_an_evaluated_practice_leaves_nothing_for_the_garbage_collector() -> None:
    job = plan.prepare(plan.Plan("gmpa", "2026-11-24", thorough=True))
    documents = [yamlio.read(path, path.name) for path in sorted(PRACTICES.glob("*.yaml"))[:5]]
    for document in documents:  # what is made once, such as schemas, is made here
        evaluate(document, job)
    while gc.collect():  # an event loop of dask that is taken down leaves more to take down
        pass

    for document in documents:
        evaluate(document, job)

    assert gc.collect() == 0


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


def test_what_is_only_counted_is_found_as_often_and_leaves_the_rest_as_it_is() -> None:
    job = plan.prepare(plan.Plan("gmpa", "2026-11-24", thorough=True))
    documents = [yamlio.read(path, path.name) for path in sorted(PRACTICES.glob("*.yaml"))]
    told = [each for document in documents for each in evaluate(document, job).findings]
    counting = job._replace(plan=job.plan._replace(counted=frozenset({"GS332", "GS401"})))

    found = [each for document in documents for each in evaluate(document, counting).findings]

    def aside(each: Finding) -> bool:
        return each.code in counting.plan.counted

    assert [each for each in found if not aside(each)] == [each for each in told if not aside(each)]
    assert Counter((each.path, each.code, each.level) for each in found) == Counter(
        (each.path, each.code, each.level) for each in told
    )
    assert {each.message for each in found if aside(each)} == {""}
