"""One criterion, one practice, and what the measure reads."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from govscore.measures._measure import Reading
from govscore.rubric.compiled import compile_rubric
from govscore.rubric.model import RubricSpec
from govscore.rubric_testing.specimens import complete
from govscore.scoring.read import Assumptions, read

_EVIDENCE = {
    "needs": {2: 1, 3: 2, 4: 3},
    "strengths": {
        "minutes": {"norm": 2, "process": 3, "effect": 1},
        "ngo_report": {"norm": 2, "process": 2, "effect": 2},
        "media_report": {"norm": 1, "process": 1, "effect": 1},
    },
}


@pytest.fixture(name="read")
def measured() -> Callable[..., Reading]:
    """Read a part of a practice by a measure, as the criterion `it` of a rubric of its own."""

    def reading(
        measure: dict[str, Any],
        part: dict[str, Any],
        *,
        facts: dict[str, Any] | None = None,
        na: str | None = None,
        cap: bool = True,
    ) -> Reading:
        criterion = {"id": "it", "under": "all", "title": "It", "question": "Is it?", "na": na}
        spec = RubricSpec.model_validate(
            {
                "rubric": "one",
                "version": "1",
                "title": "One criterion",
                "scale": {"levels": {}},
                "facts": facts or {},
                "nodes": [{"id": "all", "kind": "overall", "title": "All"}],
                "criteria": [{**criterion, "measure": measure}],
                "bands": [{"id": "any", "title": "any", "from": 0}],
                "evidence": _EVIDENCE,
            }
        )
        rubric = compile_rubric(spec, text="", sha256="", path="one.yaml")
        options = Assumptions("2026-01-01", evidence_cap=cap)
        return read(complete(part, rubric), rubric, options).readings["it"]

    return reading
