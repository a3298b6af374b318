"""The folder is the registry."""

from __future__ import annotations

from typing import get_args

import pytest

from govscore import cli, measures, rooms, rules
from govscore.cli import _options
from govscore.render import formats


def test_every_measure_kind_is_the_name_of_its_file() -> None:
    kinds = [
        get_args(measure.model_fields["kind"].annotation)[0]
        for measure in measures.Measure.__subclasses__()
    ]

    assert sorted(kinds) == measures.kinds()


def test_every_output_format_offered_is_a_file_of_the_room() -> None:
    offered = {name for names in _options.FORMATS.values() for name in names}

    assert offered <= set(formats.formats())


@pytest.mark.parametrize("name", rooms.names(cli))
def test_every_command_names_its_panel_and_says_what_it_does(name: str) -> None:
    module = rooms.enter(cli, name)

    assert module.panel
    assert module.__doc__
    assert hasattr(module, "command") != hasattr(module, "app")


@pytest.mark.parametrize("code", rooms.names(rules))
def test_a_rule_that_is_due_with_a_score_or_a_check_finds_what_one_practice_shows(
    code: str,
) -> None:
    rule = rules.rule(code)

    finds = rule.find is not None
    assert finds == (rule.scope == "practice" and rule.family.hour is not None)
    assert finds <= (code in rules.due("check"))


def test_a_score_asks_less_than_a_check_and_never_enters_the_rest() -> None:
    assert set(rules.due("score")) < set(rules.due("check"))
    assert {code[:3] for code in rules.due("score")} == {"GS2", "GS3"}
    assert [code for code in rules.due("score") if code.startswith("GS3")] == ["GS314"]


def test_names_lists_public_modules_without_importing_them() -> None:
    assert "table" in rooms.names(formats)
    assert not any(name.startswith("_") for name in rooms.names(formats))
