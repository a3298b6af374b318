"""Limits on the label, named for readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govscore.render.html.words import capital, listed, page_words, say

if TYPE_CHECKING:
    from govscore.render.html.site import Site
    from govscore.result.scored import ScoredPractice


def name(book: Site, limit: str) -> str:
    """Name a limit."""
    words = page_words().limits
    kind, _, criterion = limit.partition(":")
    if criterion:
        known = book.criteria.get(criterion)
        return say(words.essential, title=known.title if known else criterion)
    return str(getattr(words, kind, limit.replace("-", " ")))


def binding(book: Site, practice: ScoredPractice) -> list[str]:
    """Say which limits hold a label down, at which end, and what they say."""
    words = page_words().limits
    ends: dict[str, list[str]] = {}
    for limit in practice.label.limits:
        ends.setdefault(limit.id, []).append(getattr(words, limit.at))
    return [
        say(
            words.binding,
            name=capital(name(book, limit)),
            ends=listed(at),
            says=book.result.rubric.limits.get(limit, ""),
        )
        for limit, at in ends.items()
    ]
