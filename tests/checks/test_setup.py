"""Saved results: GS511."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import govscore
from govscore.checks.saved import result_of
from govscore.errors import SetupError
from govscore.result.run import Result

PRACTICE = Path(__file__).parents[2] / "practices" / "fair-food-program.yaml"


@pytest.fixture(scope="module")
def result() -> Result:
    return govscore.score(PRACTICE)


def test_a_saved_result_is_read_back(result: Result) -> None:
    assert result_of(result.model_dump_json().encode(), "baseline.json") == result


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
        result_of(data, "baseline.json")

    (problem,) = raised.value.problems
    assert (problem.code, problem.path, problem.line) == ("GS511", "baseline.json", line)
    assert problem.args["variant"] == variant


def _put(value: Any, place: str, new: object) -> str:
    """Set what a pointer leads to, and give the result as JSON."""
    whole = value
    *steps, last = (int(each) if each.isdigit() else each for each in place.split("/")[1:])
    for step in steps:
        value = value[step]
    value[last] = new
    return json.dumps(whole)


@pytest.mark.parametrize(
    ("place", "new"),
    [
        ("/rubric/bands", []),
        ("/rubric/decimals", 400),
        ("/practices/0/label/range", ["splendid", "good"]),
        ("/practices/0/label/so_far", "splendid"),
        ("/practices/0/nodes/0/parent", "gone"),
        ("/practices/0/nodes/0/band", "splendid"),
        ("/practices/0/nodes/0/low", 1e300),
        ("/practices/0/nodes/0/aggregate", "power x"),
        ("/practices/0/overall/high", -1.0),
        ("/practices/0/overall/coverage", 1.5),
        ("/practices/0/criteria/0/id", "unheard-of"),
        ("/practices/0/criteria/0/under", "gone"),
        ("/practices/0/criteria/0/because", {"code": "mood", "args": {}}),
        ("/practices/0/criteria/0/because", {"code": "not_yet_due", "args": {}}),
        ("/practices/0/criteria/0/high", 5),
        ("/practices/0/criteria/0/evidence", [{"id": "e-code", "strength": 9}]),
        ("/practices/0/criteria/0/weight", -1.0),
        ("/practices/0/lenses", {"unheard-of": {"one": "none"}}),
        ("/practices/0/record/evidence", [3]),
    ],
)
def test_a_result_that_does_not_hold_together_is_refused_at_its_place(
    place: str, new: object, result: Result
) -> None:
    data = _put(result.model_dump(mode="json"), place, new).encode()

    with pytest.raises(SetupError) as raised:
        result_of(data, "baseline.json")

    (problem,) = raised.value.problems
    assert problem.args["variant"] == "shape"
    assert str(problem.args["place"]).startswith(place)


def test_a_saved_result_may_name_global_goals_that_are_no_lens_of_its_rubric(
    result: Result,
) -> None:
    goals = {"sdg_targets": {"10.7": "mentioned"}, "migof": {"principle-1": "mentioned"}}
    data = _put(result.model_dump(mode="json"), "/practices/0/lenses", goals).encode()

    assert result_of(data, "saved.json").practices[0].lenses == goals


def test_nodes_that_lead_round_in_a_circle_are_refused(result: Result) -> None:
    value = result.model_dump(mode="json")
    first, second = value["practices"][0]["nodes"][:2]
    first["parent"], second["parent"] = second["id"], first["id"]

    with pytest.raises(SetupError) as raised:
        result_of(json.dumps(value).encode(), "baseline.json")

    assert raised.value.problems[0].args["place"] == "/practices/0/nodes/0/parent"
