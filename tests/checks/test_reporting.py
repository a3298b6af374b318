"""Which findings are told, and of which it is enough to know how many there are."""

from __future__ import annotations

from govscore.checks import reporting
from govscore.render.style import Style
from govscore.settings import Settings

NOTES = {"GS332", "GS401", "GS403"}


def _unshown(settings: Settings, style: Style) -> set[str]:
    codes = reporting.unshown(settings, style.shows_level)
    return {code for code in ("GS201", "GS315", *NOTES) if code in codes}


def test_codes_are_only_counted_where_their_level_is_not_shown() -> None:
    assert _unshown(Settings(), Style()) == NOTES
    assert _unshown(Settings(), Style(show="error")) == {*NOTES, "GS315"}
    assert _unshown(Settings(), Style(show="note")) == set()
    assert _unshown(Settings(), Style(fail_level="note")) == set()


def test_the_level_that_the_configuration_gives_a_code_decides_whether_it_is_only_counted() -> None:
    settings = Settings.model_validate({"levels": {"GS401": "warning", "GS315": "note"}})

    assert _unshown(settings, Style()) == {"GS315", "GS332", "GS403"}


def test_a_code_of_which_something_is_waived_is_told_with_its_place() -> None:
    waiver = {
        "code": "GS332",
        "path": "practices/a.yaml",
        "reason": "read again next spring",
        "owner": "team",
        "expires": "2026-12-24",
    }

    assert _unshown(Settings.model_validate({"waivers": [waiver]}), Style()) == {"GS401", "GS403"}
