"""A summary in Markdown, for the page of a job: the verdict first, then as much as has room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govscore.render import _gates, _verdict, _words
from govscore.render._page import Page, folded, row
from govscore.render._safe import markdown
from govscore.render._tree import tops

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from govscore.render import Options
    from govscore.result import CriterionWords, Finding, Node, Practice, Result, RubricInfo

_OPEN = 20
"""Findings that stand open on the page; the others unfold."""


def render(result: Result, options: Options) -> Iterable[tuple[str, bytes]]:
    """Write the page of a check, or of scores."""
    page = Page()
    if options.about == "check":
        _check(page, result, options)
    else:
        _scores(page, result)
    yield "result.markdown", page.text().encode()


def _check(page: Page, result: Result, options: Options) -> None:
    outcome = "passed" if _verdict.passed(result, options) else "failed"
    page.add(f"## {result.tool.name} check: {outcome}", "")
    page.add(_verdict.summary(result, options), "", _basis(result))
    if gates := [*_missed(result)]:
        page.add("", "### Failed gates")
        page.table(("practice", "gate", "expected", "found", "cheapest ways up"), gates, "gate")
    if result.practices:
        page.add("", "### Scores")
        _practices(page, result)
    findings = _gates.beside(_verdict.gravest(_verdict.counted(result)), result)
    _findings(page, [_finding(each) for each in findings])
    if waivers := [*_waivers(result)]:
        page.add("", "### Waivers", "")
        page.rows(waivers, len(waivers), "waiver")


def _basis(result: Result) -> str:
    rubric = result.rubric
    return markdown(f"{rubric.title} ({rubric.id} {rubric.version}), as of {result.as_of}.")


def _missed(result: Result) -> Iterator[str]:
    ways = _gates.ways_up(result)
    for gate in _gates.failed(result):
        figures = _gates.figures(gate, result.rubric)
        shown = map(markdown, (gate.scope, _gates.name(gate), *figures))
        yield row([*shown, "<br>".join(map(markdown, ways(gate)))])


def _findings(page: Page, findings: list[str]) -> None:
    columns = ("level", "place", "code", "finding")
    if findings:
        page.add("", "### Findings")
        page.table(columns, findings[:_OPEN], "finding")
    if rest := findings[_OPEN:]:
        page.add("", f"<details><summary>{_verdict.plural(len(rest), 'more finding')}</summary>")
        page.table(columns, rest, "finding")
        page.add("", "</details>")


def _finding(finding: Finding) -> str:
    said = (finding.level, _verdict.place(finding), finding.code, _verdict.said(finding))
    return row(map(markdown, said))


def _waivers(result: Result) -> Iterator[str]:
    for waiver in result.waivers:
        yield f"- {markdown(_verdict.waiver_line(waiver))}"
    for finding in _verdict.waived(result):
        yield f"- waived: {markdown(_verdict.line(finding))}"


def _scores(page: Page, result: Result) -> None:
    if len(result.practices) == 1:
        practice = result.practices[0]
        page.add(f"## {markdown(practice.title)}", "", *_label(practice, result.rubric))
        page.add("", _basis(result))
        _nodes(page, practice, result.rubric)
    else:
        page.add(f"## {_verdict.plural(len(result.practices), 'practice')}", "", _basis(result))
        if result.practices:
            _practices(page, result)
    told = {each.id: each for each in result.rubric.criteria}
    parts = (_criteria(practice, told, result.rubric) for practice in result.practices)
    page.rows(parts, len(result.practices), "criteria table")


def _label(practice: Practice, rubric: RubricInfo) -> Iterator[str]:
    yield f"**{markdown(_words.label(practice.label, rubric))}**"
    overall = practice.overall
    method = _words.METHOD.get(overall.method, overall.method)
    yield ""
    yield markdown(
        f"Overall {_range(overall.low, overall.high, rubric)}, "
        f"so far {_words.points(overall.point, rubric)} of 100 ({method}); "
        f"{_words.percent(overall.coverage)} known."
    )
    remarks = _words.label_remarks(practice, rubric)
    every = [*remarks, *_words.limits(practice, rubric), *_words.notes(practice, rubric)]
    if every:
        yield ""
    yield from (f"- {markdown(each)}" for each in every)


def _range(low: float | None, high: float | None, rubric: RubricInfo) -> str:
    return f"{_words.points(low, rubric)} … {_words.points(high, rubric)}"


def _practices(page: Page, result: Result) -> None:
    rubric = result.rubric
    indicators = [node.id for node in tops(result.practices[0])]
    columns = ["practice", "label", "overall", "so far", "known", *map(markdown, indicators)]
    page.table(columns, [_practice(each, rubric) for each in result.practices], "practice")
    page.add("", "From what is proven to what is possible, in points of 100.")


def _practice(practice: Practice, rubric: RubricInfo) -> str:
    overall = practice.overall
    said = [
        practice.title,
        _words.label(practice.label, rubric),
        _range(overall.low, overall.high, rubric),
        _words.points(overall.point, rubric),
        _words.percent(overall.coverage),
        *(_range(node.low, node.high, rubric) for node in tops(practice)),
    ]
    return row(map(markdown, said))


def _nodes(page: Page, practice: Practice, rubric: RubricInfo) -> None:
    columns = ("part", "points", "so far", "known", "certainty", "so far in the band")
    page.table(columns, [_node(node, rubric) for node in practice.nodes], "part")


def _node(node: Node, rubric: RubricInfo) -> str:
    said = [
        f"{node.title} ({node.kind})",
        _range(node.low, node.high, rubric),
        _words.points(node.point, rubric),
        _words.percent(node.coverage),
        node.certainty or "",
        _words.short_band(node.band) if node.band else "",
    ]
    return row(map(markdown, said))


def _criteria(practice: Practice, told: Mapping[str, CriterionWords], rubric: RubricInfo) -> str:
    head = [row(("criterion", "status", "level", "why", "next")), "| --- | --- | --- | --- | --- |"]
    rows = []
    for each in practice.criteria:
        words = told[each.id]
        because, step = _words.because(each, words), _words.next_step(each, words, rubric)
        said = (words.title, _words.STATUS[each.status], _words.levels(each), because, step)
        rows.append(row(map(markdown, said)))
    return folded(markdown(f"{practice.title}: criteria"), [*head, *rows])
