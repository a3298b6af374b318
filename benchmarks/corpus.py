"""A corpus of valid practices, as many as wanted, made by varying the real ones in `practices/`.

Each file is a real one under a new id and for other countries, with the rows of its lists in
another order and some of them repeated until the file has about 13 kB. File number n depends on the
seed and on n alone: a larger corpus begins with the files of a smaller one.

    python benchmarks/corpus.py FOLDER [COUNT]
"""

from __future__ import annotations

import argparse
import re
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import yaml

from govscore.catalogue import countries

if TYPE_CHECKING:
    from collections.abc import Iterator

REAL = Path(__file__).parents[1] / "practices"
SEED = 20
SIZE = (11_500, 14_500)
"""Bytes that a file shall at least have, drawn evenly; the longest real ones have more."""

_REPEATED = frozenset(
    {"policies", "formulation", "application", "evaluation", "concerns", "outputs"}
)
"""Lists whose rows have no identity of their own, so that one may stand there twice."""

_COUNTRIES = re.compile(r"^countries: \[(.*)\]$", re.MULTILINE)
_ID = re.compile(r"^id: .*$", re.MULTILINE)


@dataclass(frozen=True)
class Part:
    """A stretch of a file: the rows of a list, or, without a name, text that stays as it is."""

    name: str
    rows: tuple[str, ...]


def write(folder: Path, count: int, seed: int = SEED) -> None:
    """Write so many practices into a folder, which is made if need be."""
    folder.mkdir(parents=True, exist_ok=True)
    real = [(path.stem, _parts(path.read_text("utf-8"))) for path in sorted(REAL.glob("*.yaml"))]
    codes = sorted(countries.countries())
    for number in range(count):
        stem, parts = real[number % len(real)]
        name = f"p{number:05d}-{stem}"
        text = _variant(name, parts, codes, Random(f"{seed}:{number}"))  # noqa: S311 - no secret
        (folder / f"{name}.yaml").write_text(text, "utf-8")


def _variant(name: str, parts: list[Part], codes: list[str], random: Random) -> str:
    lists = [random.sample(part.rows, len(part.rows)) for part in parts]
    missing = random.randint(*SIZE) - sum(len(row.encode()) for rows in lists for row in rows)
    growing = [rows for part, rows in zip(parts, lists, strict=True) if part.name in _REPEATED]
    while missing > 0:
        rows = random.choice(growing)
        rows.append(random.choice(rows))
        missing -= len(rows[-1].encode())
    text = "".join(row for rows in lists for row in rows)
    text = _ID.sub(f"id: {name}", text, count=1)
    return _COUNTRIES.sub(
        lambda found: _others(found[1].count(",") + 1, codes, random), text, count=1
    )


def _others(count: int, codes: list[str], random: Random) -> str:
    return f"countries: [{', '.join(random.sample(codes, count))}]"


def _parts(text: str) -> list[Part]:
    """Cut a file into the rows of its lists and the text between them, to be joined again."""
    lines = text.splitlines(keepends=True)
    parts, done = [], 0
    for name, starts in _lists(yaml.compose(text, yaml.CSafeLoader)):
        parts.append(Part("", ("".join(lines[done : starts[0]]),)))
        rows = ("".join(lines[start:end]) for start, end in pairwise(starts))
        parts.append(Part(name, tuple(rows)))
        done = starts[-1]
    return [*parts, Part("", ("".join(lines[done:]),))]


def _lists(node: yaml.Node | None) -> Iterator[tuple[str, list[int]]]:
    """Find the lists that stand in no other list, with the lines where their rows begin and end."""
    if not isinstance(node, yaml.MappingNode) or node.flow_style:
        return
    for key, value in node.value:
        if isinstance(value, yaml.SequenceNode) and not value.flow_style:
            yield key.value, [each.start_mark.line for each in value.value] + [value.end_mark.line]
        else:
            yield from _lists(value)


def main() -> None:
    """Write the corpus that the command line asks for."""
    parser = argparse.ArgumentParser(description="Write generated practices into a folder.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("count", type=int, nargs="?", default=1000)
    asked = parser.parse_args()
    write(asked.folder, asked.count)


if __name__ == "__main__":
    main()
