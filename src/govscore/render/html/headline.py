"""The answer of the overview, in one sentence, and how many practices have which label."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from govscore.render import sentences
from govscore.render.html import figures, shapes
from govscore.render.html.words import count, page_words, say
from govscore.words import capital, listed

if TYPE_CHECKING:
    from govscore.render.html.shapes import Segment
    from govscore.render.html.site import Site
    from govscore.result.run import RubricInfo


def headline(site: Site) -> str:
    """Say what the collection shows: firm labels, labels so far, the open ones, conflicts."""
    words = page_words().headline
    practices = site.result.practices
    firm, so_far, open_ = _counts(site)
    rubric = site.result.rubric
    breaches = sum(bool(each.breaches) for each in practices)
    parts = [
        say(words.firm, counts=_bands(firm, rubric)) if firm else words.none_firm,
        *([say(words.so_far, counts=_bands(so_far, rubric))] if so_far else []),
        *([count(words.open, open_)] if open_ else []),
        *([count(words.breaches, breaches)] if breaches else []),
    ]
    return count(words.all, len(practices), parts="; ".join(parts))


def _counts(site: Site) -> tuple[Counter[str], Counter[str], int]:
    labels = [each.label for each in site.result.practices]
    firm = Counter(each.id for each in labels if each.id is not None)
    so_far = Counter(each.so_far for each in labels if each.id is None and each.so_far is not None)
    return firm, so_far, len(labels) - firm.total() - so_far.total()


def _bands(counts: Counter[str], rubric: RubricInfo) -> str:
    """Say counts of bands, the highest first."""
    return listed(
        [
            f"{counts[band.id]} {sentences.short_band(band.id)}"
            for band in reversed(rubric.bands)
            if counts[band.id]
        ]
    )


@dataclass(frozen=True, slots=True)
class Rung:
    """A band and how many practices have it, firm or so far; the last rung is the open ones."""

    title: str
    start: str
    firm: int
    so_far: int
    open: int
    bar: list[Segment]


def spread(site: Site) -> list[Rung]:
    """Count each practice once: under its label, under what it looks like so far, or as open."""
    rubric = site.result.rubric
    firm, so_far, open_ = _counts(site)
    words = page_words().overview
    rungs = [
        (
            capital(band.title),
            say(words.band_from, points=figures.points(band.start, rubric)),
            (firm[band.id], so_far[band.id], 0),
        )
        for band in reversed(rubric.bands)
    ]
    rungs.append((words.not_labelled, "", (0, 0, open_)))
    whole = len(site.result.practices)
    return [Rung(name, start, *n, _bar(n, whole)) for name, start, n in rungs]


def _bar(counts: tuple[int, int, int], whole: int) -> list[Segment]:
    kinds = zip(("firm", "so-far", "unknown"), counts, strict=True)
    return shapes.stacked([*kinds, ("rest", whole - sum(counts))])
