"""The result as JSON, at once and piece by piece."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import pytest

from govscore.render.formats import json as under_test
from govscore.render.formats import render
from govscore.render.style import Style
from govscore.result.run import Finding, Result
from govscore.result.scored import ScoredPractice


def test_what_is_written_is_read_back(
    make_result: Callable[..., Result],
    make_practice: Callable[..., ScoredPractice],
    make_finding: Callable[..., Finding],
    hostile: str,
) -> None:
    result = make_result(
        practices=[make_practice(title=hostile)], findings=[make_finding(message=hostile)]
    )

    [(name, document)] = render(result, "json", Style())

    assert name == "result.json"
    assert document.endswith(b"\n}\n")
    assert Result.model_validate_json(document) == result
    assert json.loads(document)["practices"][0]["title"] == hostile


def test_no_control_character_is_written(make_result: Callable[..., Result]) -> None:
    result = make_result(as_of="\x1b\x7f\x80\x9f\u00a0é")

    [(_, document)] = render(result, "json", Style())

    assert '"\\u001b\\u007f\\u0080\\u009f\u00a0é"'.encode() in document
    assert json.loads(document)["as_of"] == result.as_of


@pytest.mark.parametrize("count", [0, 1, 3])
def test_pieces_are_the_same_bytes(
    make_result: Callable[..., Result],
    make_practice: Callable[..., ScoredPractice],
    make_finding: Callable[..., Finding],
    count: int,
) -> None:
    practices = [
        make_practice(id=f"p{number}", title='\n  "practices": []\x85') for number in range(count)
    ]
    done = make_result(findings=[make_finding()])
    [(_, whole)] = render(make_result(practices=practices, findings=done.findings), "json", Style())

    pieces = under_test.stream(
        make_result(inputs=[]), map(under_test.piece, practices), lambda: done
    )

    assert b"".join(pieces) == whole


def test_a_practice_is_made_when_the_one_before_was_written_and_the_end_last(
    make_result: Callable[..., Result], make_practice: Callable[..., ScoredPractice]
) -> None:
    made: list[str] = []

    def pieces() -> Iterator[bytes]:
        for name in "ab":
            made.append(name)
            yield under_test.piece(make_practice(id=name))

    def finish() -> Result:
        made.append("end")
        return make_result()

    seen = [list(made) for _ in under_test.stream(make_result(), pieces(), finish)]

    assert seen == [[], ["a"], ["a", "b"], ["a", "b", "end"]]
