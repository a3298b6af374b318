"""Practices built from the required fields and whatever a test adds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from pydantic import ValidationError

from govscore.practice.record import Practice

REQUIRED: dict[str, Any] = {
    "id": "city-card",
    "title": "City card",
    "summary": "A card for all residents.",
    "kind": "service",
    "status": "running",
    "period": {"start": "2015"},
    "countries": ["PRT"],
    "jurisdiction": {"level": "local", "name": "Porto"},
    "lead_body": {"name": "City of Porto", "type": "local_authority"},
    "target_groups": ["migrants_general"],
    "themes": ["integration_cohesion"],
}


@pytest.fixture
def made() -> Callable[..., Practice]:
    """Build a practice: the required fields, and others laid over them."""

    def make(**fields: object) -> Practice:
        return Practice.model_validate({**REQUIRED, **fields})

    return make


@pytest.fixture
def refused() -> Callable[..., list[tuple[str, str]]]:
    """List what is refused in a practice: the path of each fault, and its kind."""

    def refuse(**fields: object) -> list[tuple[str, str]]:
        with pytest.raises(ValidationError) as caught:
            Practice.model_validate({**REQUIRED, **fields})
        return [
            ("/".join(map(str, each["loc"])), each["type"])
            for each in caught.value.errors(include_url=False)
        ]

    return refuse
