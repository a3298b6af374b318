"""What the configuration excludes is no practice, to any command that looks into a folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., CompletedProcess[str]]


@pytest.fixture
def draft(card: Path) -> Path:
    """Keep a draft beside the card, in a folder that is excluded."""
    path = card.parent / "drafts" / "draft-card.yaml"
    path.parent.mkdir()
    text = card.read_text(encoding="utf-8")
    path.write_text(text.replace("id: city-card", "id: draft-card"), encoding="utf-8")
    Path("govscore.yaml").write_text('exclude: ["practices/drafts/**"]\n', encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "call",
    [
        "explain draft-card",
        "todo draft-card",
        "rate draft-card --as panel-member-2 --plain",
        "compare city-card draft-card",
        "compare draft-card@HEAD city-card",
    ],
)
@pytest.mark.usefixtures("draft")
def test_a_practice_is_not_found_by_its_id(call: str, govscore: Run) -> None:
    ran = govscore(*call.split())

    assert ran.returncode == 2
    assert "there is no practice 'draft-card' in practices" in ran.stderr


@pytest.mark.parametrize("call", ["explain {}", "todo {}", "compare city-card {}"])
def test_a_file_that_is_named_is_read_all_the_same(call: str, govscore: Run, draft: Path) -> None:
    assert govscore(*call.format(draft).split()).returncode == 0


@pytest.mark.parametrize(
    "call",
    [
        "score practices -o json",
        "todo practices -o json",
        "agreement practices -o json",
        "rubric diff gmpa@1.0.0 gmpa practices -o json",
    ],
)
@pytest.mark.usefixtures("draft")
def test_a_folder_is_read_without_it(call: str, govscore: Run) -> None:
    ran = govscore(*call.split())

    assert ran.returncode == 0
    assert "city-card" in ran.stdout
    assert "id: draft-card" not in ran.stdout
    assert '"draft-card"' not in ran.stdout


def test_a_reference_is_reckoned_without_it(govscore: Run, card: Path, draft: Path) -> None:
    for path, figure in ((card, 10), (draft, 90)):
        with path.open("a", encoding="utf-8") as file:
            file.write(f"indicator_values: {{reach: {figure}}}\n")
    Path("rubrics").mkdir()
    Path("rubrics/reach.yaml").write_text(
        "rubric: reach\nversion: 1.0.0\ntitle: Reach\n"
        "scale: {levels: {0: none, 1: low, 2: half, 3: most, 4: full}}\n"
        "nodes: [{id: overall, kind: overall, title: Overall}]\n"
        "criteria:\n- id: reach\n  under: overall\n  title: Reach\n  question: How far?\n"
        "  measure: {kind: normalised, value: reach, by: minmax}\n"
        "bands: [{id: low, title: low, from: 0}]\n",
        encoding="utf-8",
    )

    ran = govscore("rubric", "reference", "reach", "practices")

    assert ran.returncode == 0, ran.stderr
    assert "10" in ran.stdout
    assert "90" not in ran.stdout


@pytest.mark.usefixtures("draft")
def test_completion_does_not_offer_it(govscore: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_GOVSCORE_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", "govscore explain ")
    monkeypatch.setenv("COMP_CWORD", "2")

    assert govscore().stdout.split() == ["city-card"]
