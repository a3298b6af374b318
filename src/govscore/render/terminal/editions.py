"""The difference between two editions of a rubric: tables for people, and JSON for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.padding import Padding
from rich.table import Table

from govscore.render import sentences
from govscore.render.formats.json import harmless
from govscore.render.terminal.canvas import Canvas, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govscore.render.style import Style
    from govscore.result.editions import Changed, Difference, Ends, Level, Move, Revision

_NOTHING = "–"


def json(difference: Difference) -> bytes:
    """Write the difference as JSON."""
    return harmless(difference.model_dump_json(indent=2)) + b"\n"


def table(difference: Difference, options: Style) -> bytes:
    """Draw what changed, then the practices that moved."""
    page = Canvas(options)
    before, after = difference.before, difference.after
    heading = f"{before.id} {before.version} → {after.id} {after.version}"
    page.put(text(heading, "bold"))
    for entry in difference.changes:
        page.put("", text(f"What {entry.version} says of itself", "bold"))
        page.put(*(_inset(f"• {each}") for each in entry.changes))
    _names(page, "Criteria added", difference.added)
    _names(page, "Criteria removed", difference.removed)
    _rows(
        page,
        "Criteria revised",
        ("Criterion", "Words of", "Rules of", "Also"),
        map(_revision, difference.criteria),
    )
    for title, changed in (
        ("Limits", difference.limits),
        ("Weights", difference.weights),
        ("Settings", difference.settings),
    ):
        _rows(page, title, ("", "Before", "After"), map(_changed, changed))
    if difference.practices:
        _practices(page, difference)
    return page.done()


def _inset(words: str) -> Padding:
    return Padding(text(words), (0, 0, 0, 2))


def _names(page: Canvas, title: str, names: Sequence[str]) -> None:
    if names:
        page.put("", text(title, "bold"), _inset(", ".join(names)))


def _rows(page: Canvas, title: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    drawn = Table(box=box.SIMPLE_HEAD, padding=(0, 1), show_edge=False)
    for head in heads:
        drawn.add_column(text(head, "dim"), overflow="fold")
    for row in rows:
        drawn.add_row(*map(text, row))
    if drawn.row_count:
        page.put("", text(title, "bold"), drawn)


def _revision(found: Revision) -> tuple[str, ...]:
    also = [*found.also, *(["reach"] if found.reach else [])]
    lists = (found.descriptors, found.rules, also)
    return (found.id, *(", ".join(each) or _NOTHING for each in lists))


def _changed(found: Changed) -> tuple[str, ...]:
    return (found.name, *map(_value, (found.before, found.after)))


def _value(value: str | float | None) -> str:
    if value is None:
        return _NOTHING
    return value if isinstance(value, str) else f"{value:.3g}"


def _practices(page: Canvas, difference: Difference) -> None:
    moved = [each for each in difference.practices if each.why]
    count = f"{len(moved)} of {len(difference.practices)} practices moved"
    heads = ("Practice", "Before", "After", "Why")
    _rows(page, count, heads, (_move(each, difference) for each in moved))
    shifts = [(each.id, shift) for each in moved for shift in each.criteria]
    rows = [(name, each.id, _level(each.before), _level(each.after)) for name, each in shifts]
    _rows(page, "By criterion", ("Practice", "Criterion", "Before", "After"), rows)
    if not moved:
        page.put("", text(count, "bold"))


def _move(move: Move, difference: Difference) -> tuple[str, ...]:
    return (
        move.id,
        _ends(move.before, difference),
        _ends(move.after, difference),
        " and ".join(move.why),
    )


def _ends(ends: Ends | None, difference: Difference) -> str:
    """Show low end, point and high end, and the label's range."""
    if ends is None:
        return _NOTHING
    points = (sentences.points(each, difference) for each in (ends.low, ends.point, ends.high))
    bands = " – ".join(map(sentences.short_band, dict.fromkeys(ends.label)))
    return f"{' · '.join(points)}  {bands}"


def _level(found: Level | None) -> str:
    if found is None:
        return _NOTHING
    if found.credited is None:
        return found.status.replace("_", " ")
    shown, low, high = map(sentences.level, (found.credited, found.low, found.high))
    return shown if low == high else f"{shown} ({low} … {high})"
