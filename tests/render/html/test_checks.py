"""The page of checks agrees with what the other formats say."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from govscore.render import outcomes
from govscore.render.html import checks
from govscore.render.html.links import CHECKS, Links
from govscore.render.html.site import Site
from govscore.render.style import Style
from govscore.result.run import Result
from govscore.verdict import Verdict

Read = Callable[[bytes], Any]


def test_the_page_starts_with_the_verdict(
    collection: Result, site: dict[str, bytes], read: Read
) -> None:
    verdict = outcomes.summary(Verdict(collection))

    assert f"Checks {verdict}" in read(site["checks.html"]).text
    assert verdict in read(site["index.html"]).text


def test_missed_bars_come_first_with_what_would_clear_them(collection: Result) -> None:
    bars = checks.view(Site(collection, Style()), Links(CHECKS))["gates"]

    assert next(
        (each.title, each.name, each.expected, each.found, each.state) for each in bars
    ) == (
        "City card for all residents",
        "Indicator, Standards, as it stands",
        "90",
        "78.0",
        "missed",
    )
    assert bars[0].href == "practices/city-card.html"
    assert bars[0].remedies[0].startswith("Legal consistency is monitored: up to +16.6")
    assert bars[-1].state == "cleared"


def test_a_waived_finding_is_shown_with_its_reason(site: dict[str, bytes], read: Read) -> None:
    text = read(site["checks.html"]).text

    assert "the story is kept for the record" in text
    assert "until 31 December 2022" in text


def test_a_finding_below_the_fail_level_does_not_look_failed(collection: Result) -> None:
    lax = checks.view(Site(collection, Style()), Links(CHECKS))["findings"]
    strict = checks.view(Site(collection, Style(fail_level="note")), Links(CHECKS))["findings"]

    assert any(not fails for *_, fails in lax)
    assert all(fails for *_, fails in strict)
