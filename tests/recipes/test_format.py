"""A format is one file."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

Add = Callable[[str, str], None]
Run = Callable[..., CompletedProcess[str]]
DAY = ("--as-of", "2026-11-24")

TSV = '''\
"""Tables for a clipboard: the practices, with tabs between."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govscore.render.style import Style
    from govscore.result.run import Result

serves = frozenset({"score", "check"})
rank = 50
shows_practices = True


def render(result: Result, style: Style) -> Iterable[tuple[str, bytes]]:
    """Write one row for each practice."""
    rows = [f"{each.id}\\t{each.label.range[0]}\\n" for each in result.practices]
    yield "result.tsv", "".join(rows).encode()
'''


def _practices(house: Path) -> list[str]:
    return sorted(path.stem for path in (house / "practices").glob("*.yaml"))


def test_a_format_is_one_file(house: Path, add: Add, run: Run) -> None:
    add("render/formats/tsv.py", TSV)

    alone = run("check", *DAY, "-o", "tsv")
    beside = run("check", *DAY, "-o", "tsv=a.tsv", "-o", "json=a.json")

    folder = house
    rows = alone.stdout.splitlines()
    assert sorted(row.split("\t")[0] for row in rows) == _practices(house)
    assert (folder / "a.tsv").read_text(encoding="utf-8") == alone.stdout
    held = json.loads((folder / "a.json").read_bytes())["practices"]
    assert [each["id"] for each in held] == [row.split("\t")[0] for row in rows]
    assert beside.stdout == ""
    assert run("score", *DAY, "-o", "tsv").stdout == alone.stdout


def test_a_format_is_offered_where_it_serves(add: Add, run: Run) -> None:
    add("render/formats/tsv.py", TSV)

    offered = run("check", "--help").stdout
    completed = run(_GOVSCORE_COMPLETE="complete_bash", COMP_WORDS="govscore score -o ts",
                    COMP_CWORD="3")  # fmt: skip

    assert "github, tsv, gitlab" in " ".join(offered.split())
    assert "table, json, tsv, markdown or csv" in " ".join(run("score", "--help").stdout.split())
    assert completed.stdout.split() == ["tsv"]
    assert "Did you mean 'tsv'?" in run("score", "-o", "tsx").stderr
    assert "Choose from table, json." in run("robustness", "-o", "tsv").stderr
