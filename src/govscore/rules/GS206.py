"""Id is not the file's name.

A practice with the id `city-card` is in the file `city-card.yaml`, so that whoever reads of one finds the
other.

Rename the file, or correct the id. Keep the id once it has been published: saved results and links go by it.

    practices/city-card.yaml
    id: citycard        # wrong
    id: city-card       # right
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from govscore.rules import _mending
from govscore.rules._inspection import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.errors import Problem
    from govscore.rules._inspection import Inspection
    from govscore.yamlio import Document
    from govscore.yamlio.operations import Operation

level = "error"
message = "the id '{name}' is not the file's name '{stem}'"
scope = "practice"


def find(inspection: Inspection) -> Iterator[Hit]:
    """Compare the id with the name of the file, if it has one."""
    path, name = inspection.document.path, inspection.practice.id
    if path == "-" or path.endswith((f"/{name}.yaml", f"/{name}.yml")):
        return
    stem = PurePosixPath(path).stem
    if name != stem:
        yield Hit("/id", {"name": name, "stem": stem})


def mend(document: Document, problem: Problem) -> Iterator[Operation]:
    """Take the id from the name of the file; `problem` says no more."""
    del problem
    return _mending.named_after_file(document)
