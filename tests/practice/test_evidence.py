"""Evidence: whom it comes from."""

from __future__ import annotations

import pytest

from govscore.practice.evidence import Evidence


@pytest.mark.parametrize(
    ("kind", "independent", "lead"),
    [
        ("web_page_of_lead", None, True),
        ("internal_evaluation", None, True),
        ("self_declaration", None, True),
        ("court_decision", None, False),
        ("monitoring_report", None, False),
        ("court_decision", False, True),
        ("web_page_of_lead", True, False),
    ],
)
def test_what_comes_from_the_lead_body_is_said_or_goes_by_type(
    kind: str, independent: bool | None, lead: bool
) -> None:
    evidence = Evidence.model_validate({"id": "e", "type": kind, "independent": independent})

    assert evidence.from_lead is lead
