"""Provision that the instrument does not have.

The number of the article is higher than the number of articles. It may be a slip, or belong to another
instrument. A provision that cannot be looked up proves nothing.

Provisions are written as `13`, `13(2)`, `5(e)`, `2-4`, without "Art.". Only the article is checked, and only
where the catalogue knows how many there are.

    - {instrument: cat, provisions: ['53'], alignment: consistent}    # wrong
    - {instrument: cat, provisions: ['3'], alignment: consistent}     # right
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govscore.catalogue import instruments
from govscore.rules import _treaties
from govscore.rules._inspection import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.rules._inspection import Inspection

level = "warning"
message = "{name} has no provision '{provision}': it has {articles} articles"
scope = "practice"


def find(inspection: Inspection) -> Iterator[Hit]:
    """Look up the provisions of every treaty whose articles the catalogue counts."""
    for place, item, known in _treaties.known(inspection.practice):
        for index, text in enumerate(item.provisions or ()):
            if instruments.has_provision(known, text) is False:
                args = {"name": known.short, "provision": text, "articles": known.articles}
                yield Hit(f"{place}/provisions/{index}", args)
