"""The folder is the registry."""

from __future__ import annotations

from typing import get_args

import pytest

from govscore import cli, measures, rooms
from govscore.render import formats


def test_every_measure_kind_is_the_name_of_its_file() -> None:
    kinds = [
        get_args(measure.model_fields["kind"].annotation)[0]
        for measure in measures.Measure.__subclasses__()
    ]

    assert sorted(kinds) == measures.kinds()


@pytest.mark.parametrize("name", rooms.names(formats))
def test_every_format_declares_what_the_rest_must_know_of_it(name: str) -> None:
    format_ = formats.enter(name)

    assert format_.serves
    assert format_.serves <= set(rooms.names(cli))
    assert isinstance(format_.rank, int)
    assert isinstance(format_.shows_practices, bool)
    assert callable(format_.render)


@pytest.mark.parametrize("name", rooms.names(formats))
def test_a_format_that_is_written_as_practices_come_says_how_from_begin_to_end(name: str) -> None:
    format_ = formats.flowing(name)

    if format_ is None:
        assert not hasattr(formats.enter(name), "practice")
    else:
        assert format_.shows_practices
        assert callable(format_.practice)
        assert {"add", "end"} <= set(vars(format_.Writer))


@pytest.mark.parametrize("name", rooms.names(cli))
def test_every_command_names_its_panel_and_says_what_it_does(name: str) -> None:
    module = rooms.enter(cli, name)

    assert module.panel
    assert module.__doc__
    assert hasattr(module, "command") != hasattr(module, "app")


def test_names_lists_public_modules_without_importing_them() -> None:
    assert "table" in rooms.names(formats)
    assert not any(name.startswith("_") for name in rooms.names(formats))
