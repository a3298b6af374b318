"""The outcome of a check: gates, findings and waivers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from govscore.render import _gates, _verdict

if TYPE_CHECKING:
    from govscore.render.html.book import Book
    from govscore.render.html.links import Links


def view(book: Book, link: Links) -> dict[str, Any]:
    """Make the view of the page."""
    result = book.result
    pages = zip(result.practices, book.pages, strict=True)
    titles = {each.path: (each.title, link.to(page)) for each, page in pages}
    ways = _gates.ways_up(result)
    gates = [
        (gate, titles.get(gate.scope), _gates.name(gate), *_gates.figures(gate, result.rubric), ways(gate))
        for gate in sorted(result.gates, key=lambda gate: gate.passed)
    ]
    findings = [
        (each, _verdict.place(each), _verdict.said(each), _verdict.fails(each, book.options))
        for each in _verdict.gravest(_verdict.counted(result))
    ]
    waived = [(each, _verdict.place(each), _verdict.excuse(each)) for each in _verdict.waived(result)]
    return {
        "verdict": _verdict.summary(result, book.options),
        "passed": _verdict.passed(result, book.options),
        "gates": gates,
        "findings": findings,
        "waived": waived,
        "waivers": result.waivers,
    }
