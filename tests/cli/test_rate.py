"""`rate`: a second rating, blind, in a file of its own until it is joined."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from subprocess import CompletedProcess

import pytest
import yaml

Run = Callable[..., CompletedProcess[str]]

SEVEN = 7


@pytest.fixture
def rated(demo: Path) -> Path:
    return demo.parent.parent / "assessments" / demo.stem / "panel-2.yaml"


def answers(*levels: str) -> str:
    return "none\n\n\n" + "".join(f"{level}\nSeen.\n1\n" for level in levels)


def test_interests_are_asked_before_the_first_level(govscore: Run, demo: Path, rated: Path) -> None:
    done = govscore("rate", demo.stem, "--as", "panel-2", "--plain", feed="\nnone\n\n\n")

    assert "Interests are told before the first level." in done.stdout
    value = yaml.safe_load(rated.read_text(encoding="utf-8"))
    assert (value["assessor"], value["interests"], value["practice"]) == (
        "panel-2",
        "none",
        demo.stem,
    )
    assert value["record"] == sha256(demo.read_bytes()).hexdigest()


def test_what_was_answered_before_leaving_is_kept_and_where_it_is_is_told(
    govscore: Run, demo: Path, rated: Path
) -> None:
    nothing = govscore("rate", demo.stem, "--as", "panel-2", "--plain", feed=":q\n")
    assert nothing.stdout.endswith(f"{SEVEN} of {SEVEN} are left. Nothing is written.\n")
    assert not rated.exists()

    told = govscore("rate", demo.stem, "--as", "panel-2", "--plain", feed="none\n:q\n")
    assert told.stdout.endswith("It is in assessments/example-welcome-desk/panel-2.yaml.\n")
    assert yaml.safe_load(rated.read_text(encoding="utf-8"))["interests"] == "none"


def test_nothing_tells_the_score_or_the_level_of_anybody_else(govscore: Run, demo: Path) -> None:
    value = yaml.safe_load(demo.read_text(encoding="utf-8"))
    reasons = [
        rating["rationale"]
        for assessment in value["assessments"]
        for rating in assessment["ratings"].values()
        if "rationale" in rating
    ]

    done = govscore("rate", demo.stem, "--as", "panel-2", "--plain", feed=answers(*["2"] * SEVEN))

    assert reasons
    assert [reason for reason in reasons if reason in done.stdout] == []
    assert "Score" not in done.stdout
    assert "known" not in done.stdout.lower().replace("is known", "")


def test_a_complete_rating_is_joined_once(govscore: Run, demo: Path, rated: Path) -> None:
    feed = answers(*["2"] * SEVEN)
    assert (
        "The rating is complete."
        in govscore("rate", demo.stem, "--as", "panel-2", "--plain", feed=feed).stdout
    )
    before = demo.read_text(encoding="utf-8")

    first = govscore("rate", demo.stem, "--join")
    joined = demo.read_text(encoding="utf-8")
    again = govscore("rate", demo.stem, "--join")

    assert first.stdout == "joined: panel-2\n"
    assert rated.exists()
    assert before in joined or len(joined) > len(before)
    assert "assessor: panel-2" in joined
    assert again.stdout.startswith("joined: nobody")
    assert demo.read_text(encoding="utf-8") == joined
    assert govscore("check", str(demo)).returncode == 0


def test_what_is_left_is_asked_next_time_and_is_not_joined(govscore: Run, demo: Path) -> None:
    first = govscore("rate", demo.stem, "--as", "panel-2", "--plain", feed=answers("2", "u"))
    assert f"{SEVEN - 2} of {SEVEN} are left." in first.stdout

    assert govscore("rate", demo.stem, "--join").stdout.startswith("joined: nobody")
    rest = govscore(
        "rate", demo.stem, "--as", "panel-2", "--plain", feed="".join("1\n\n\n" for _ in range(5))
    )

    assert "The rating is complete." in rest.stdout


def test_a_record_that_changed_is_not_rated_on(govscore: Run, demo: Path) -> None:
    govscore("rate", demo.stem, "--as", "panel-2", "--plain", feed=answers("2"))
    demo.write_text(demo.read_text(encoding="utf-8") + "# later\n", encoding="utf-8")

    done = govscore("rate", demo.stem, "--as", "panel-2", "--plain", feed="")

    assert done.returncode == 2
    assert "rates an earlier state" in done.stderr


def test_all_asks_every_criterion_that_has_levels(govscore: Run, demo: Path) -> None:
    done = govscore(
        "rate", demo.stem, "--as", "panel-2", "--all", "--plain", feed="none\n\n\n2\n\n\n"
    )

    assert "23 of 24 are left." in done.stdout


@pytest.mark.parametrize("arguments", [(), ("--as", "panel-2", "--join"), ("--as", "Panel 2")])
def test_who_rates_is_needed_and_is_a_plain_name(
    govscore: Run, demo: Path, arguments: tuple[str, ...]
) -> None:
    assert govscore("rate", demo.stem, *arguments).returncode == 2
