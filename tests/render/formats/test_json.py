"""The result as JSON, at once and piece by piece."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from govscore.render.formats import json as under_test
from govscore.render.formats import render
from govscore.render.style import Style
from govscore.result.run import Finding, Result
from govscore.result.scored import Scored, ScoredPractice


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
def test_a_result_written_as_it_comes_is_the_same_bytes(
    make_result: Callable[..., Result],
    make_practice: Callable[..., ScoredPractice],
    make_finding: Callable[..., Finding],
    count: int,
) -> None:
    practices = [
        make_practice(id=f"p{number}", title='\n  "practices": []\x85') for number in range(count)
    ]
    done = make_result(findings=[make_finding()])
    whole = make_result(practices=practices, findings=done.findings)
    pieces: list[bytes] = []

    writer = under_test.Writer(make_result(inputs=[]), pieces.append)
    for each in practices:
        writer.add(under_test.practice(Scored.of(each)))
    writer.end(done)

    [(_, document)] = render(whole, "json", Style())
    plain = whole.model_dump_json(indent=2).replace("\x85", "\\u0085")
    assert b"".join(pieces) == document == f"{plain}\n".encode()


def test_each_part_is_written_when_it_comes(
    make_result: Callable[..., Result], make_practice: Callable[..., ScoredPractice]
) -> None:
    pieces: list[bytes] = []

    writer = under_test.Writer(make_result(), pieces.append)
    assert len(pieces) == 1
    writer.add(under_test.practice(Scored.of(make_practice(id="a"))))
    assert len(pieces) == 2
    assert b'"id": "a"' in pieces[1]
    writer.end(make_result())
    assert json.loads(b"".join(pieces))["findings"] == []
