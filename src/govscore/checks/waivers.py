"""GS906-GS908: findings taken out of the gate for a while, and waivers that waive nothing.

A waived finding is still shown, with the reason and the owner; a waiver never earns points. It
holds up to and on its last day.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govscore import rules
from govscore.checks.findings import findings
from govscore.checks.patterns import matches
from govscore.errors import Problem
from govscore.result.run import Finding, Result, Waiver
from govscore.spelling import nearest

if TYPE_CHECKING:
    from govscore.settings import WaiverSpec
    from govscore.yamlio import Document

_NEVER = frozenset({"setup", "waiver"})
_NOWHERE = "govscore.yaml"


@dataclass(frozen=True)
class Scope:
    """What a run looked at, which decides whether a waiver that met nothing is unused.

    `whole`: a whole folder was given. `compared`: there was an earlier result. `document` is the
    configuration file, and `root` the folder from which its patterns start, seen from here.
    """

    whole: bool = True
    compared: bool = False
    document: Document | None = None
    root: str = "."


def waive(result: Result, specs: list[WaiverSpec], scope: Scope) -> Result:
    """Mark the findings that active waivers take out, and report the waivers that do nothing."""
    states = [_state(spec, result.as_of) for spec in specs]
    used: set[int] = set()
    marked: list[Finding] = []
    for finding in result.findings:
        hits = [
            number
            for number, spec in enumerate(specs)
            if states[number] == "active" and _meets(spec, finding, scope.root)
        ]
        used.update(hits)
        marked.append(_waived(finding, specs[hits[0]]) if hits else finding)
    for number, spec in enumerate(specs):
        if states[number] == "active" and number not in used and _asked(spec, result, scope):
            states[number] = "unused"
    waivers = [_told(spec, state) for spec, state in zip(specs, states, strict=True)]
    problems = [
        _problem(number, waiver, scope.document)
        for number, waiver in enumerate(waivers)
        if waiver.state != "active"
    ]
    every = [*marked, *findings(problems, scope.document)]
    return result.model_copy(update={"findings": every, "waivers": waivers})


def _state(spec: WaiverSpec, as_of: str) -> str:
    if spec.code not in rules.codes() or rules.rule(spec.code).scope in _NEVER:
        return "unknown"
    return "expired" if spec.expires < as_of else "active"


def _meets(spec: WaiverSpec, finding: Finding, root: str) -> bool:
    return (
        finding.code == spec.code
        and _below(finding.pointer, spec.pointer or "")
        and matches(finding.path, spec.path, root)
    )


def _below(pointer: str, prefix: str) -> bool:
    return pointer == prefix or pointer.startswith(prefix.rstrip("/") + "/") or not prefix


def _waived(finding: Finding, spec: WaiverSpec) -> Finding:
    words = f"{spec.reason} ({spec.owner}, until {spec.expires})"
    return finding.model_copy(update={"waived_by": words})


def _asked(spec: WaiverSpec, result: Result, scope: Scope) -> bool:
    """Tell whether the run could have met the finding, so that its absence says something."""
    about = rules.rule(spec.code).scope
    if about == "comparison" and not scope.compared:
        return False
    if scope.whole:
        return True
    read = any(matches(each.path, spec.path, scope.root) for each in result.inputs)
    return read and about != "collection"


def _told(spec: WaiverSpec, state: str) -> Waiver:
    return Waiver.model_validate({**spec.model_dump(), "state": state})


_CODES = {"expired": "GS906", "unused": "GS907", "unknown": "GS908"}
_KEYS = {"expired": "expires", "unused": "code", "unknown": "code"}


def _problem(number: int, waiver: Waiver, document: Document | None) -> Problem:
    place = f"/waivers/{number}/{_KEYS[waiver.state]}"
    line, column = document.place(place) if document else (1, 1)
    known = waiver.code in rules.codes()
    args = {
        "variant": "never" if known else "unknown",
        "name": waiver.code,
        "path": waiver.path,
        "owner": waiver.owner,
        "expires": waiver.expires,
    }
    near = nearest(waiver.code, rules.codes()) if not known else ()
    path = document.path if document else _NOWHERE
    return Problem(_CODES[waiver.state], path, place, line, column, args, near)
