"""Not in the vocabulary.

The field takes one word of a closed list, and this is none of them. Closed lists are what lets a rule count
the same thing in every file.

Choose the nearest word of the list, and say in `note` what it leaves out. `govscore catalogue list
vocabularies` names all lists, and `govscore catalogue show group` the words of one.

    groups: [trade_union]    # wrong
    groups: [workers]        # right
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govscore.rules import _mending

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.errors import Problem
    from govscore.yamlio import Document
    from govscore.yamlio.operations import Operation

level = "error"
message = {
    "few": "{found} is not in the vocabulary: {words}",
    "many": "{found} is not in the vocabulary; govscore catalogue show {vocabulary} lists {words}",
}
scope = "practice"


def mend(document: Document, problem: Problem) -> Iterator[Operation]:
    """Correct the case of a word of the list."""
    return _mending.respelt(document, problem)
