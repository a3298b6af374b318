"""A bar on standard error for those who wait at a terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Thing = TypeVar("Thing")

FROM_FILES = 50
"""Fewer files are done before a bar could be read."""


def shown(each: Iterable[Thing], total: int) -> Iterator[Thing]:
    """Pass things on, and show how many of the total have come."""
    if total < FROM_FILES or not sys.stderr.isatty():
        yield from each
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        yield from progress.track(each, total=total, description="Reading practices")
