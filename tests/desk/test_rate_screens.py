"""A second rating on the screens: interests first, nothing of what others judged, no score."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
import yaml
from tests.desk.test_screens import press, rested, text

from govscore.desk import rating
from govscore.desk.screens.rate import Rate
from govscore.desk.sealed import Sealed
from govscore.desk.sitting import Sitting

JUDGED = """\
assessments:
- assessor: panel-1
  date: 2026-11-01
  rubric: gmpa@2.0.0
  ratings:
    delivery: {level: 3, rationale: Sealed words of another., evidence: [e-minutes]}
    public-response: {level: 1, rationale: Sealed words of another.}
"""


@pytest.fixture
def sealed(record: Path, opened: Callable[[Path], Sitting]) -> Sealed:
    with record.open("a", encoding="utf-8") as file:
        file.write(JUDGED)
    sitting = opened(record)
    hand = rating.opened(Path(), record, "panel-2", sitting.job, every=False)
    return Sealed(hand, sitting.value, sitting.job)


def drive(sealed: Sealed, *typed: str, size: tuple[int, int] = (80, 24)) -> list[str]:
    shown: list[str] = []

    async def run() -> None:
        app = Rate(sealed)
        async with app.run_test(size=size) as pilot:
            for portion in ["", *typed]:
                press(app, portion)
                await rested(app, pilot)
                shown.append(text(app))

    asyncio.run(run())
    return shown


def written(sealed: Sealed) -> dict[str, object]:
    return dict(yaml.safe_load(sealed.path.read_text(encoding="utf-8")))


def test_interests_are_asked_first_and_cannot_be_left_out(sealed: Sealed) -> None:
    shown = drive(sealed, "<ctrl+s>", "none<ctrl+s>")

    assert "Before the first level" in shown[0]
    assert "interests are told before the first level" in shown[1]
    assert written(sealed)["interests"] == "none"
    assert "Compatible with the four overarching principles · 7 left" in shown[2]


def test_nothing_of_others_and_no_score_comes_to_a_screen(sealed: Sealed) -> None:
    shown = drive(
        sealed,
        "none<ctrl+s>",
        "/carried<enter>",
        "2",
        "_<enter>",
        "f",
        "<escape><escape>",
        "/public-response<enter>",
        size=(140, 40),
    )

    whole = "".join(shown)
    assert "City of Porto" in shown[5]
    assert "Sealed words" not in whole
    assert "panel-1" not in whole
    assert "known 1%" not in whole
    assert "…" not in shown[-1].splitlines()[1]
    assert "+16.7" not in whole
    assert "1 of 7 criteria rated" in shown[-1]
    assert shown[-1].count("(•)") == 0


def test_a_level_its_reason_and_its_documents_lie_in_its_own_file(
    sealed: Sealed, record: Path
) -> None:
    before = record.read_bytes()

    drive(
        sealed,
        "none<ctrl+s>",
        "/carried<enter>2",
        "_<enter>",
        "wSeen.<enter>",
        "/public-response<enter>u",
    )

    assert record.read_bytes() == before
    assert written(sealed)["record"] == sha256(before).hexdigest()
    assert written(sealed)["ratings"] == {
        "delivery": {"level": 2, "rationale": "Seen.", "evidence": ["e-forum"]},
        "public-response": {"state": "unassessed"},
    }


def test_a_level_is_taken_back_to_the_very_bytes(sealed: Sealed) -> None:
    drive(sealed, "none<ctrl+s>")
    before = sealed.path.read_bytes()

    shown = drive(sealed, "/carried<enter>1", "z")

    assert "undone, line" in shown[-1]
    assert sealed.path.read_bytes() == before
    assert len(sealed.rating.left) == 7


def test_the_record_is_not_changed_from_here(sealed: Sealed) -> None:
    shown = drive(sealed, "none<ctrl+s>", "a", "o", "/carried<enter>2+")

    assert "The record is not changed here" in shown[2]
    assert "The record is not changed here" in shown[3]
    assert "a new document" not in shown[4]
