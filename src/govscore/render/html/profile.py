"""The profile of a practice: every indicator in every phase, and where the label may lie."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from govscore.render import composition, sentences
from govscore.render.html import figures, shapes
from govscore.render.html.links import slug
from govscore.render.html.words import page_words
from govscore.words import capital

if TYPE_CHECKING:
    from govscore.render.html.shapes import Bar
    from govscore.render.html.subject import Subject
    from govscore.result.run import RubricInfo
    from govscore.result.scored import Node, Overall, ScoredPractice


_MOSTLY = 0.5
"""The share (0-1) that must be known for a shade to be shown in full."""


class Score(NamedTuple):
    """What a node came to, in figures and as a bar; without a bar it is set aside.

    `faint`: most of it is not known, so that its shade is to stand out less.
    """

    bar: Bar | None
    point: str
    span: str
    known: str
    shade: str
    aside: str = ""
    faint: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """An indicator: its phases and the whole of it."""

    title: str
    short: str
    href: str
    cells: list[tuple[str, Score]]
    whole: Score
    certainty: str


@dataclass(frozen=True, slots=True)
class Profile:
    """All indicators, the heads of their phases where they share them, and the overall."""

    heads: list[str]
    lines: list[Line]
    overall: Score
    method: str
    members: str


def profile(subject: Subject) -> Profile:
    """Make the profile."""
    rubric = subject.site.result.rubric
    practice = subject.practice
    nodes = {each.id: each for each in practice.nodes}
    lines = [
        Line(
            title=branch.node.title,
            short=branch.short,
            href=subject.to(f"part-{slug(branch.node.id)}"),
            cells=[
                (leaf.title, score(nodes.get(leaf.id), practice, rubric)) for leaf in branch.leaves
            ],
            whole=score(nodes.get(branch.node.id), practice, rubric),
            certainty=_certainty(nodes.get(branch.node.id)),
        )
        for branch in subject.site.branches
    ]
    heads = [title for title, _ in lines[0].cells] if lines else []
    shared = all([title for title, _ in line.cells] == heads for line in lines)
    method = sentences.METHOD.get(practice.overall.method, practice.overall.method)
    whole = _score(practice.overall, None, rubric)
    return Profile(heads if shared else [], lines, whole, method, composition.members(practice))


def _certainty(node: Node | None) -> str:
    grade = node.certainty if node else None
    words: str = getattr(page_words().certainty, (grade or "none").replace(" ", "_"))
    return words


def score(node: Node | None, practice: ScoredPractice, rubric: RubricInfo) -> Score:
    """Say what a node came to; a node whose criteria are all set aside says why."""
    if node is None or node.low is None:
        return Score(None, "", "", "", "x", _aside(node, practice))
    return _score(node, node.band, rubric)


def _score(made: Node | Overall, band: str | None, rubric: RubricInfo) -> Score:
    """Say what a node came to; without a point no figure stands for it, only its range."""
    low, high, covered = made.low or 0.0, made.high or 0.0, made.coverage or 0.0
    words = page_words().profile
    unknown = words.too_little if low else words.nothing_yet
    return Score(
        bar=shapes.bar(low, made.point, high),
        point=unknown if made.point is None else figures.points(made.point, rubric),
        span="" if low == high else figures.span(made, rubric),
        known=sentences.percent(made.coverage),
        shade="u" if made.point is None or not covered else shapes.shade(band, rubric),
        faint=made.point is not None and 0 < covered < _MOSTLY,
    )


def _aside(node: Node | None, practice: ScoredPractice) -> str:
    """Say why a node has no value: its criteria are not due yet, or do not apply."""
    words = page_words().profile
    below = {
        each.status for each in practice.criteria if node is not None and each.under == node.id
    }
    told: str = words.not_due if below == {"not_yet_due"} else words.aside
    return told


@dataclass(frozen=True, slots=True)
class Step:
    """A band on the scale of labels: is it the label, may it be, does it look like it so far."""

    title: str
    state: str
    so_far: bool


def scale(subject: Subject) -> list[Step]:
    """Make the scale of bands, the lowest first."""
    made = subject.practice.label
    order = subject.site.result.order
    low, high = (order.get(each, 0) for each in made.range)
    return [
        Step(
            title=capital(sentences.short_band(band.id)),
            state=_state(band.id, made.id, inside=low <= rank <= high),
            so_far=made.so_far == band.id and made.id != band.id,
        )
        for rank, band in enumerate(subject.site.result.rubric.bands)
    ]


def _state(band: str, label: str | None, *, inside: bool) -> str:
    if band == label:
        return "is"
    return "may" if inside else "no"
