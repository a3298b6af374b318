"""Marks of a practice wherever it is listed: what stands against it, and what is disputed."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup

from govscore.render.html import fields
from govscore.render.html.engine import filled
from govscore.render.html.words import page_words

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from govscore.result.scored import ScoredPractice

ICONS = {"conflict": "bad", "essential": "low", "contested": "contested"}
"""The marks in their order, and the symbol of each."""

_LOW = 2
"""An essential criterion below this level is marked, if no open answer could lift it there."""

_LAWS = ("international", "regional", "national", "agreements")


def carried(practice: ScoredPractice, essential: AbstractSet[str]) -> list[str]:
    """List the marks: a standing conflict, an essential at level 0 or 1, a contested law."""
    held = {
        "conflict": bool(practice.breaches),
        "essential": any(
            each.credited is not None and each.high < _LOW
            for each in practice.criteria
            if each.id in essential
        ),
        "contested": any(
            fields.text(item, "alignment") == "contested"
            for kind in _LAWS
            for item in fields.rows(practice.record, "legal_basis", kind) or ()
        ),
    }
    return [name for name in ICONS if held[name]]


def drawn(names: list[str]) -> Markup:
    """Draw marks, each with its words for those who do not see it."""
    return Markup("").join(map(_drawn, names))


@cache
def _drawn(name: str) -> Markup:
    sign = '<svg class="i {0}" role="img" aria-label="{1}"><use href="#i-{0}"/></svg> '
    return filled(sign, ICONS[name], getattr(page_words().marks, name))
