"""The events that a parser makes of a text: libyaml, or PyYAML's own where a wheel lacks it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

import yaml

if TYPE_CHECKING:
    from collections.abc import Callable

    from govscore.yamlio.positions import Mark

_PARSER = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader


class Event(Protocol):
    """As much of an event as is read here; each kind of event has what makes sense for it."""

    start_mark: Mark
    end_mark: Mark
    anchor: str | None
    tag: str | None
    value: str
    style: str | None
    flow_style: bool | None


def stream(text: str) -> Callable[[], Event | None]:
    """Begin to parse; each call returns the next event, and `None` when there are no more.

    Only events are asked for: composing nodes out of them would recur with the depth of the text.
    """
    return cast("Callable[[], Event | None]", _PARSER(text).get_event)
