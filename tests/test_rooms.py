"""The folder is the registry."""

from __future__ import annotations

from typing import get_args

import pytest

from govscore import cli, measures, rooms
from govscore.cli import _options
from govscore.measures import _measure
from govscore.measures._measure import Measure
from govscore.render import formats


def test_every_measure_kind_is_the_name_of_its_file() -> None:
    kinds = [
        get_args(measure.model_fields["kind"].annotation)[0] for measure in Measure.__subclasses__()
    ]

    assert sorted(kinds) == measures.kinds()


def test_every_measure_says_how_it_comes_to_a_level_and_gives_its_own_reasons() -> None:
    modules = [rooms.enter(measures, kind) for kind in measures.kinds()]
    codes = [code for module in (_measure, *modules) for code in module.REASONS]

    assert all(measures.of(kind).decided for kind in measures.kinds())
    assert len(codes) == len(set(codes)) == len(measures.REASONS)


def test_a_kind_that_is_not_known_here_is_told_by_its_name_alone() -> None:
    assert measures.of("no-such-kind") is Measure


def test_every_output_format_offered_is_a_file_of_the_room() -> None:
    offered = {name for names in _options.FORMATS.values() for name in names}

    assert offered <= set(formats.formats())


@pytest.mark.parametrize("name", rooms.names(cli))
def test_every_command_names_its_panel_and_says_what_it_does(name: str) -> None:
    module = rooms.enter(cli, name)

    assert module.panel
    assert module.__doc__
    assert hasattr(module, "command") != hasattr(module, "app")


def test_names_lists_public_modules_without_importing_them() -> None:
    assert "table" in rooms.names(formats)
    assert not any(name.startswith("_") for name in rooms.names(formats))
