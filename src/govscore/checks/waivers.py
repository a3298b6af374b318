"""GS413, GS510, GS906-GS908: findings taken out of the gate for a while, and idle waivers.

A waived finding is still shown, with the reason and the owner; a waiver never earns points. It
holds up to and on its last day, by the calendar of the run and not by the day that dates scores.
What keeps a file from being scored cannot be waived.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from govscore import rules
from govscore.checks.findings import findings
from govscore.errors import Problem, SetupError
from govscore.result.packed import held
from govscore.result.run import Finding, Result, Waiver
from govscore.spelling import nearest
from govscore.words import plural
from govscore.workspace.patterns import matches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.settings import Settings, WaiverSpec
    from govscore.yamlio import Document

NEVER = frozenset({"setup", "waiver"})
"""What is shown by that cannot be waived."""
_NOWHERE = "govscore.yaml"
_SOON = timedelta(days=30)
"""So long before its end a waiver is told of."""


@dataclass(frozen=True)
class Scope:
    """What a run looked at, which decides whether a waiver that met nothing is unused.

    `whole`: a whole folder was given. `compared`: there was an earlier result. `document` is the
    configuration file, and `root` the folder from which its patterns start, seen from here. `today`
    is the day of the run, and `base` the pointer to the list of waivers.
    """

    today: str
    whole: bool = True
    compared: bool = False
    document: Document | None = None
    root: str = "."
    base: str = "/waivers"


def bounded(settings: Settings, document: Document | None, today: str) -> None:
    """See that no waiver lasts longer than the configuration allows.

    Raises:
        SetupError: One does, with its place.
    """
    longest = settings.ruled.longest
    latest = (date.fromisoformat(today) + timedelta(days=longest)).isoformat()
    problems = []
    for number, spec in enumerate(settings.ruled.granted):
        if spec.expires > latest:
            place = f"{base(settings)}/{number}/expires"
            line, column = document.place(place) if document else (1, 1)
            args = {"variant": "long", "longest": plural(longest, "day"), "latest": latest}
            path = document.path if document else _NOWHERE
            problems.append(Problem("GS510", path, place, line, column, args))
    if problems:
        raise SetupError("a waiver lasts too long", problems)


def base(settings: Settings) -> str:
    """Give the pointer to the list of waivers."""
    return "/waivers" if isinstance(settings.waivers, list) else "/waivers/granted"


def waive(result: Result, specs: list[WaiverSpec], scope: Scope) -> Result:
    """Mark the findings that active waivers take out, and report the waivers that do nothing."""
    if not specs:
        return result
    states = [_state(spec, scope.today) for spec in specs]
    active = [(number, spec) for number, spec in enumerate(specs) if states[number] == "active"]
    used: set[int] = set()
    marked = held(_marked(result, active, scope, used), result.findings)
    for number, spec in enumerate(specs):
        if states[number] == "active" and number not in used and _asked(spec, result, scope):
            states[number] = "unused"
    waivers = [_told(spec, state) for spec, state in zip(specs, states, strict=True)]
    problems = [
        problem
        for number, (waiver, spec) in enumerate(zip(waivers, specs, strict=True))
        for problem in _problems(number, waiver, scope, _why(spec, waiver, result, scope))
    ]
    marked.extend(findings(problems, scope.document))
    return result.model_copy(update={"findings": marked, "waivers": waivers})


def _marked(
    result: Result, active: list[tuple[int, WaiverSpec]], scope: Scope, used: set[int]
) -> Iterator[Finding]:
    """Mark the findings that a waiver takes out, and note the numbers of the waivers `used`."""
    unscored = result.unscored
    for finding in result.findings:
        hits = [
            (number, spec)
            for number, spec in active
            if finding.path not in unscored and _meets(spec, finding, scope.root)
        ]
        used.update(number for number, _ in hits)
        yield _waived(finding, hits[0][1]) if hits else finding


def _state(spec: WaiverSpec, today: str) -> str:
    if spec.code not in rules.codes() or rules.rule(spec.code).scope in NEVER:
        return "unknown"
    return "expired" if spec.expires < today else "active"


def _meets(spec: WaiverSpec, finding: Finding, root: str) -> bool:
    return (
        finding.code == spec.code
        and _below(finding.named_pointer, spec.pointer or "")
        and spec.fingerprint in {None, finding.fingerprint}
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


def _why(spec: WaiverSpec, waiver: Waiver, result: Result, scope: Scope) -> dict[str, object]:
    """Say why a waiver does nothing, as the variant of its finding."""
    if waiver.state == "unknown":
        return {"variant": "never" if waiver.code in rules.codes() else "unknown"}
    alike = [
        each
        for each in result.findings
        if each.code == spec.code and matches(each.path, spec.path, scope.root)
    ]
    unscored = result.unscored
    if any(each.path in unscored for each in alike):
        return {"variant": "unscored"}
    numbered = [
        each.named_pointer for each in alike if spec.pointer and _below(each.pointer, spec.pointer)
    ]
    return {"variant": "numbered", "place": numbered[0]} if numbered else {"variant": "nothing"}


def _problems(
    number: int, waiver: Waiver, scope: Scope, why: dict[str, object]
) -> Iterator[Problem]:
    if waiver.state != "active":
        yield _problem(_CODES[waiver.state], _KEYS[waiver.state], number, waiver, scope, why)
        return
    left = date.fromisoformat(waiver.expires) - date.fromisoformat(scope.today)
    if left <= _SOON:
        yield _problem(
            "GS413", "expires", number, waiver, scope, {"days": plural(left.days, "day")}
        )


def _problem(
    code: str, key: str, number: int, waiver: Waiver, scope: Scope, more: dict[str, object]
) -> Problem:
    place = f"{scope.base}/{number}/{key}"
    line, column = scope.document.place(place) if scope.document else (1, 1)
    args = {
        "name": waiver.code,
        "path": waiver.path,
        "owner": waiver.owner,
        "expires": waiver.expires,
        **more,
    }
    near = nearest(waiver.code, rules.codes()) if more.get("variant") == "unknown" else ()
    path = scope.document.path if scope.document else _NOWHERE
    return Problem(code, path, place, line, column, args, near)
