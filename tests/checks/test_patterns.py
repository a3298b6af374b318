"""Patterns of paths."""

from __future__ import annotations

from pathlib import Path

import pytest

from govscore.checks.patterns import matches


@pytest.mark.parametrize(
    ("pattern", "path", "met"),
    [
        ("**", "practices/a.yaml", True),
        ("practices/**", "practices/water/a.yaml", True),
        ("practices/*.yaml", "practices/a.yaml", True),
        ("practices/*.yaml", "practices/water/a.yaml", False),
        ("practices/**/a.yaml", "practices/a.yaml", True),
        ("practices/**/a.yaml", "practices/x/y/a.yaml", True),
        ("practices/?.yaml", "practices/ab.yaml", False),
        ("practices", "practices/a.yaml", True),
        ("practices/", "practices/water/a.yaml", True),
        ("./practices/a.yaml", "practices/a.yaml", True),
        ("practices/a.yaml", "practices/a.yaml", True),
        ("practices/a", "practices/a.yaml", False),
        ("practices/a+b(1).yaml", "practices/a+b(1).yaml", True),
        ("**", "-", True),
    ],
)
def test_a_pattern_means_what_shells_mean_by_it(pattern: str, path: str, *, met: bool) -> None:
    assert matches(path, pattern) is met


def test_patterns_start_from_the_folder_of_the_configuration() -> None:
    assert matches("../practices/a.yaml", "practices/*", root="..")
    assert matches("sub/practices/a.yaml", "practices/*", root="sub")
    assert not matches("practices/a.yaml", "practices/*", root="sub")


def test_an_absolute_path_is_seen_from_there_too() -> None:
    assert matches(str(Path.cwd() / "practices" / "a.yaml"), "practices/*")
