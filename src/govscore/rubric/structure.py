"""Whether a rubric hangs together: ids, the tree, weights, bands, facts, levels, references."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from govscore.errors import Problem
from govscore.expressions.program import BUILT_IN
from govscore.pointers import pointer
from govscore.spelling import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.rubric.model import CriterionSpec, NodeSpec, RubricSpec
    from govscore.validation import Placed

_PATH = r"p(?:\.\??[a-z_]+)+"
_ONE_ABOVE = "lowest + 1"


def problem(
    document: Placed,
    code: str,
    steps: list[str | int],
    suggestions: tuple[str, ...] = (),
    **args: object,
) -> Problem:
    """Make a problem at a place of the rubric's file."""
    place = pointer(steps)
    line, column = document.place(place)
    return Problem(code, document.path, place, line, column, args, suggestions)


def structure(spec: RubricSpec, document: Placed) -> list[Problem]:
    """Check ids, places in the tree, weights, bands and the paths of facts."""
    found: list[Problem] = []
    for check in (_ids, _tree, _weights, _bands, _facts, _levels, _references):
        found += check(spec, document)
    return found


def _ids(spec: RubricSpec, document: Placed) -> Iterator[Problem]:
    lists = {
        "nodes": [each.id for each in spec.nodes],
        "criteria": [each.id for each in spec.criteria],
        "bands": [each.id for each in spec.bands],
    }
    for key, ids in lists.items():
        others = lists["nodes"] if key == "criteria" else []  # both have shares, by their id
        for index, name in enumerate(ids):
            if name in ids[:index] or name in others:
                yield problem(document, "GS503", [key, index, "id"], variant="twice", name=name)


def _tree(spec: RubricSpec, document: Placed) -> Iterator[Problem]:
    nodes = {node.id: node.under for node in spec.nodes}
    roots = [index for index, node in enumerate(spec.nodes) if node.under is None]
    for index in roots[1:] if roots else [0]:
        yield problem(document, "GS503", ["nodes", index], variant="root", name=len(roots))
    for key, index, entry in _members(spec):
        if entry.under is not None and entry.under not in nodes:
            near = nearest(entry.under, nodes)
            steps: list[str | int] = [key, index, "under"]
            yield problem(document, "GS503", steps, near, variant="node", name=entry.under)
    for index, node in enumerate(spec.nodes):
        if _circular(node.id, nodes):
            yield problem(document, "GS503", ["nodes", index], variant="circle", name=node.id)


def _circular(node: str, parents: dict[str, str | None]) -> bool:
    seen = set()
    current: str | None = node
    while current is not None and current in parents:
        if current in seen:
            return True
        seen.add(current)
        current = parents[current]
    return False


def _weights(spec: RubricSpec, document: Placed) -> Iterator[Problem]:
    for key, index, entry in _members(spec):
        if not 0 < entry.weight < float("inf"):
            steps: list[str | int] = [key, index, "weight"]
            yield problem(document, "GS505", steps, name=entry.id, found=entry.weight)


def _members(spec: RubricSpec) -> Iterator[tuple[str, int, NodeSpec | CriterionSpec]]:
    """List the nodes and criteria with their list and number."""
    for index, node in enumerate(spec.nodes):
        yield "nodes", index, node
    for index, criterion in enumerate(spec.criteria):
        yield "criteria", index, criterion


def _bands(spec: RubricSpec, document: Placed) -> Iterator[Problem]:
    starts = sorted(band.start for band in spec.bands)
    if starts[0] != 0:
        yield problem(document, "GS503", ["bands"], variant="no_floor", name="0")
    for start, count in Counter(starts).items():
        if count > 1:
            yield problem(document, "GS503", ["bands"], variant="twice", name=start)
    ids = [band.id for band in spec.bands]
    for index, limit in enumerate(spec.limits):
        if limit.at_most not in {*ids, _ONE_ABOVE}:
            yield problem(
                document,
                "GS504",
                ["limits", index, "at_most"],
                nearest(limit.at_most, [*ids, _ONE_ABOVE]),
                variant="word",
                found=limit.at_most,
            )


def _facts(spec: RubricSpec, document: Placed) -> Iterator[Problem]:
    lists = [name for name, fact in spec.facts.items() if fact.of or fact.value is None]
    for name, fact in spec.facts.items():
        steps: list[str | int] = ["facts", name]
        if name in BUILT_IN:
            yield problem(document, "GS503", steps, variant="twice", name=name)
        elif (fact.of is None) == (fact.value is None):
            yield problem(document, "GS503", steps, variant="fact", name=name)
        elif fact.of is not None and fact.of not in lists and not re.fullmatch(_PATH, fact.of):
            near = nearest(fact.of, lists)
            yield problem(document, "GS503", [*steps, "of"], near, variant="path", name=fact.of)


def _levels(spec: RubricSpec, document: Placed) -> Iterator[Problem]:
    """Check that no level of a criterion asks what a higher one asks."""
    for index, criterion in enumerate(spec.criteria):
        sources = criterion.measure.sources()
        seen: dict[str, str] = {}
        for place in sorted((p for p in sources if p.startswith("levels/")), reverse=True):
            steps: list[str | int] = ["criteria", index, "measure", *place.split("/")]
            source = "".join(sources[place].split())
            if source in seen:
                yield problem(
                    document, "GS506", steps, variant="equal", name=seen[source].split("/")[1]
                )
            seen[source] = place


def _references(spec: RubricSpec, document: Placed) -> Iterator[Problem]:
    ids = {criterion.id for criterion in spec.criteria}
    for lens, each in spec.lenses.items():
        for name, item in each.items.items():
            for index, echo in enumerate(item.echoes):
                if echo not in ids:
                    steps: list[str | int] = ["lenses", lens, "items", name, "echoes", index]
                    yield problem(
                        document, "GS503", steps, nearest(echo, ids), variant="criterion", name=echo
                    )
