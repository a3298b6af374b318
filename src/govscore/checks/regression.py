"""GS905: what was better in an earlier result, a saved one or that of another revision."""

from __future__ import annotations

import json
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from pydantic import ValidationError

from govscore.checks.findings import findings
from govscore.errors import Problem, SetupError
from govscore.pointers import pointer
from govscore.result.run import SCHEMA_VERSION, Result
from govscore.result.scored import LIVE
from govscore.scale import PRECISION, apart

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.result.run import Finding
    from govscore.result.scored import Criterion, ScoredPractice
    from govscore.settings import Regression


def compare(
    before: Result,
    after: Result,
    how: Regression,
    *,
    source: str = "the baseline",
    other_rubric: bool = False,
) -> list[Finding]:
    """Find every fall of a criterion, a node or a label; practices are told by their id.

    A practice that is new has nothing to fall from, and one that is gone does not fall (`gone`).

    Args:
        before: The earlier result.
        after: The result of this run.
        how: The end to compare, and the points (0-100) that may be lost.
        source: What the earlier result is called: a file, or a revision.
        other_rubric: Compare even if another rubric made the earlier result.

    Raises:
        SetupError: Another rubric made it, and nobody said that this is meant.
    """
    if before.rubric.sha256 != after.rubric.sha256 and not other_rubric:
        raise _other(before, after, source)
    known = {practice.id: practice for practice in before.practices}
    problems: list[Problem] = []
    for practice in after.practices:
        if practice.id in known:
            was = known[practice.id]
            problems += _criteria(was, practice, how)
            problems += _nodes(was, practice, how, after)
            problems += _label(was, practice, how, after)
    return findings(_against(problem, source) for problem in problems)


def levels(before: Result) -> Result:
    """Keep of an earlier result what a comparison asks for: levels, ends and labels."""
    aside: dict[str, object] = {"facts": [], "selections": [], "evidence": []}
    practices = [
        each.model_copy(
            update={
                "record": {},
                "lenses": {},
                "breaches": [],
                "criteria": [criterion.model_copy(update=aside) for criterion in each.criteria],
            }
        )
        for each in before.practices
    ]
    told = {"text": "", "criteria": [], "lenses": [], "changelog": []}
    less: dict[str, object] = {"inputs": [], "findings": [], "gates": [], "waivers": []}
    rubric = before.rubric.model_copy(update=told)
    return before.model_copy(update={**less, "rubric": rubric, "practices": practices})


def gone(before: Result, after: Result) -> list[str]:
    """List the ids of the practices that were there and are not; somebody should be told.

    A practice's file is named after its id, so that one which cannot be read any more is not gone.
    """
    left = {PurePosixPath(each.path).stem for each in after.inputs}
    return [practice.id for practice in before.practices if practice.id not in left]


def _other(before: Result, after: Result, source: str) -> SetupError:
    old, new = before.rubric, after.rubric
    variant = "text" if (old.id, old.version) == (new.id, new.version) else "rubric"
    args = {
        "variant": variant,
        "old": f"{old.id} {old.version}",
        "new": f"{new.id} {new.version}",
        "old_sha": old.sha256[:12],
        "new_sha": new.sha256[:12],
    }
    problem = Problem("GS512", source, "/rubric/sha256", 1, 1, args)
    return SetupError(f"{source}: another rubric made it", [problem])


def _against(problem: Problem, source: str) -> Problem:
    return Problem(
        problem.code,
        problem.path,
        problem.pointer,
        problem.line,
        problem.column,
        {**problem.args, "source": source},
    )


def _criteria(before: ScoredPractice, after: ScoredPractice, how: Regression) -> Iterator[Problem]:
    """Compare what is credited; a level is worth 25 points of a criterion."""
    old = {each.id: each for each in before.criteria}
    for criterion in after.criteria:
        was = old.get(criterion.id)
        if was is None or was.credited is None or criterion.status not in LIVE:
            continue
        if criterion.credited is None or _fell(was.points, criterion.points, how):
            variant = "criterion" if criterion.credited is not None else "criterion_open"
            yield _problem(
                after,
                criterion.id,
                _place(criterion),
                variant=variant,
                was=f"{was.credited:g}",
                now=f"{criterion.credited or 0:g}",
            )


def _place(criterion: Criterion) -> tuple[str, int, int]:
    """Give the first fact behind a criterion, or the start of the file."""
    for fact in criterion.facts:
        if fact.line is not None:
            return fact.pointer, fact.line, fact.column or 1
    return "", 1, 1


def _nodes(
    before: ScoredPractice, after: ScoredPractice, how: Regression, result: Result
) -> Iterator[Problem]:
    """Compare the overall and every node; one between is left to the criteria that explain it."""
    fallen = {problem.args["subject"] for problem in _criteria(before, after, how)}
    explained = {each.under for each in after.criteria if each.id in fallen}
    indicators = {node.id for node in after.indicators}
    old = {node.id: getattr(node, how.on) for node in before.nodes}
    pairs = [("the overall", getattr(before.overall, how.on), getattr(after.overall, how.on))]
    pairs += [
        (node.title, old.get(node.id), getattr(node, how.on))
        for node in after.nodes
        if node.id in indicators or node.id not in explained
    ]
    for name, was, now in pairs:
        if was is not None and (now is None or _fell(was, now, how)):
            shown = ("", "") if now is None else apart(was, now, result.rubric.decimals)
            variant = "node" if now is not None else "node_open"
            yield _problem(after, name, variant=variant, was=shown[0] or f"{was:g}", now=shown[1])


def _label(
    before: ScoredPractice, after: ScoredPractice, how: Regression, result: Result
) -> Iterator[Problem]:
    was = before.label.so_far if how.on == "point" else before.label.range[0]
    now = after.label.so_far if how.on == "point" else after.label.range[0]
    order = result.order
    if was is not None and (now is None or order[now] < order.get(was, 0)):
        variant = "label" if now is not None else "label_open"
        yield _problem(after, "label", variant=variant, was=was, now=now or "")


def _fell(was: float, now: float, how: Regression) -> bool:
    return round(was - now, PRECISION) > how.tolerance


def _problem(
    practice: ScoredPractice, name: str, place: tuple[str, int, int] = ("", 1, 1), **args: object
) -> Problem:
    pointer, line, column = place
    words = {"subject": name, "name": name, **args}
    return Problem("GS905", practice.path, pointer, line, column, words)


def baseline(data: bytes, path: str) -> Result:
    """Read a saved result.

    Args:
        data: The bytes of the file.
        path: The file's name for people.

    Raises:
        SetupError: It is no JSON, or no result of this schema version.
    """
    try:
        value = json.loads(data)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        raise _unusable(path, "json", "", line, getattr(error, "colno", 1)) from None
    version = value.get("schema_version") if isinstance(value, dict) else None
    if version != SCHEMA_VERSION:
        raise _unusable(path, "version" if version else "shape")
    try:
        return Result.model_validate_json(data)
    except ValidationError as error:
        place = pointer(error.errors(include_url=False)[0]["loc"])
        raise _unusable(path, "shape", place) from None


def _unusable(
    path: str, variant: str, place: str = "", line: int = 1, column: int = 1
) -> SetupError:
    args = {"variant": variant, "place": place or "/", "version": SCHEMA_VERSION}
    problem = Problem("GS511", path, place, line, column, args)
    return SetupError(f"{path}: the baseline cannot be used", [problem])
