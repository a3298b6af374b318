"""Moments of a practice file (YYYY, YYYY-MM or YYYY-MM-DD), and how they lie to one another."""

from __future__ import annotations


def first_day(moment: str) -> str:
    """Give the first day of a year, month or day, as YYYY-MM-DD."""
    return moment + "-01-01"[len(moment) - 4 :]


def earlier(first: str, second: str) -> bool:
    """Tell whether a moment lies before another at the precision that both share.

    2016 is not before 2016-03.
    """
    shared = min(len(first), len(second))
    return first[:shared] < second[:shared]
