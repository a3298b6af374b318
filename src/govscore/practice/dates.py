"""Moments of a practice file (YYYY, YYYY-MM or YYYY-MM-DD), and how they lie to one another."""

from __future__ import annotations

import re
from datetime import date

from govscore.words import MONTHS

_NAMES = {
    name: number
    for number, month in enumerate(map(str.casefold, MONTHS), start=1)
    for name in (month, month[:3])
} | {"sept": 9}
_MONTH = "(?P<month>" + "|".join(sorted(_NAMES, key=len, reverse=True)) + ")\\.?"
_DAY = "(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_YEAR = "(?P<year>[0-9]{4})"
_FORMS = (
    r"(?P<year>[0-9]{4})(?P<mark>[-/.])(?P<month>[0-9]{1,2})(?P=mark)(?P<day>[0-9]{1,2})",
    rf"{_DAY} {_MONTH},? {_YEAR}",
    rf"{_MONTH} {_DAY},? {_YEAR}",
    rf"{_MONTH},? {_YEAR}",
)
"""The ways to write a day or month that can be read in one way alone: 3/4/2014 cannot."""


def first_day(moment: str) -> str:
    """Give the first day of a year, month or day, as YYYY-MM-DD."""
    return moment + "-01-01"[len(moment) - 4 :]


def earlier(first: str, second: str) -> bool:
    """Tell whether a moment lies before another at the precision that both share.

    2016 is not before 2016-03.
    """
    shared = min(len(first), len(second))
    return first[:shared] < second[:shared]


def rewritten(text: str) -> str | None:
    """Write a date of another form as `2014-03-01` or `2014-03`: 2014/3/1, 1 March 2014."""
    words = " ".join(text.split())
    found = (re.fullmatch(form, words, re.IGNORECASE) for form in _FORMS)
    match = next((each for each in found if each), None)
    if match is None:
        return None
    parts = match.groupdict()
    month = _NAMES.get(parts["month"].casefold()) or int(parts["month"])
    try:
        day = date(int(parts["year"]), month, int(parts.get("day") or 1)).isoformat()
    except ValueError:
        return None
    return day if parts.get("day") else day[:7]
