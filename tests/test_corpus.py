"""The generated practices that benchmarks run on are worth running on."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from govscore.runs import evaluate, plan
from govscore.runs.plan import Plan
from govscore.workspace import discovery

PROGRAM = Path(__file__).parents[1] / "benchmarks" / "corpus.py"
REAL = len(list(Path(__file__).parents[1].glob("practices/*.yaml")))
OWN = ("id: ", "countries: ")


def _corpus(folder: Path, count: int) -> list[Path]:
    subprocess.run([sys.executable, str(PROGRAM), str(folder), str(count)], check=True)
    return sorted(folder.iterdir())


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return _corpus(tmp_path_factory.mktemp("corpus"), 2 * REAL)


def test_every_generated_practice_passes_every_check_but_notes_and_old_ratings(
    corpus: list[Path],
) -> None:
    job = plan.prepare(Plan("gmpa", "2026-12-31", thorough=True))

    result = evaluate.run(discovery.discover(corpus), job)

    assert [practice.id for practice in result.practices] == [path.stem for path in corpus]
    assert {each.code for each in result.findings if each.level != "note"} <= {"GS308"}


def test_generated_practices_have_the_size_that_budgets_are_set_for(corpus: list[Path]) -> None:
    mean = sum(path.stat().st_size for path in corpus) / len(corpus)

    assert 12_000 < mean < 14_500


def test_a_larger_corpus_begins_with_the_files_of_a_smaller_one(
    corpus: list[Path], tmp_path: Path
) -> None:
    smaller = _corpus(tmp_path, 3)

    assert [path.read_bytes() for path in smaller] == [path.read_bytes() for path in corpus[:3]]


def test_practices_made_from_one_differ_in_the_order_of_their_rows(corpus: list[Path]) -> None:
    first, second = (
        [line for line in corpus[at].read_text("utf-8").splitlines() if not line.startswith(OWN)]
        for at in (0, REAL)
    )

    assert first != second
    assert set(first) == set(second)
