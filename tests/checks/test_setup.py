"""Baselines: GS511."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from govscore.checks.regression import baseline
from govscore.errors import SetupError
from govscore.result.run import Result
from govscore.result.scored import ScoredPractice

Made = Callable[..., Result]


def test_a_saved_result_is_read_back(practice: Callable[..., ScoredPractice], made: Made) -> None:
    saved = made(practice())

    assert baseline(saved.model_dump_json().encode(), "baseline.json") == saved


@pytest.mark.parametrize(
    ("data", "variant", "line"),
    [
        (b'{\n"tool": }', "json", 2),
        (b"\xff\xfe", "json", 1),
        (b"[" * 100_000, "json", 1),
        (b"[]", "shape", 1),
        (b"{}", "shape", 1),
        (b'{"schema_version": "0"}', "version", 1),
        (b'{"schema_version": "1", "tool": 3}', "shape", 1),
    ],
)
def test_what_is_no_result_ends_the_run(data: bytes, variant: str, line: int) -> None:
    with pytest.raises(SetupError) as raised:
        baseline(data, "baseline.json")

    (problem,) = raised.value.problems
    assert (problem.code, problem.path, problem.line) == ("GS511", "baseline.json", line)
    assert problem.args["variant"] == variant
