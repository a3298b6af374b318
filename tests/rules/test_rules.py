"""The rules, and the words in which they say what they find."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from govscore import rules
from govscore.result.scored import Severity


def test_a_code_without_a_rule_is_refused() -> None:
    with pytest.raises(KeyError):
        rules.rule("GS999")
    with pytest.raises(KeyError):
        rules.rule("../GS101")


@pytest.mark.parametrize("code", rules.codes())
def test_a_rule_is_named_after_its_code_and_says_how_grave_it_is_and_what_shows_it(
    code: str,
) -> None:
    rule = rules.rule(code)

    assert re.fullmatch(r"GS\d{3}", code)
    assert rule.level in get_args(Severity)
    assert rule.scope in get_args(rules.Scope)


@pytest.mark.parametrize("code", rules.codes())
def test_a_page_says_what_it_means_in_words_that_fit_their_place(code: str) -> None:
    page = rules.rule(code)

    assert page.title[0].isupper()
    assert not page.title.endswith(".")
    assert len(page.text.splitlines()) >= 4
    assert max(map(len, page.text.splitlines())) <= 120
    assert all(line == line.rstrip() for line in page.text.splitlines())


@pytest.mark.parametrize("code", rules.codes())
def test_a_message_is_one_sentence_without_a_full_stop(code: str) -> None:
    for template in rules.rule(code).messages.values():
        assert "\n" not in template
        assert not template.endswith((".", " "))
        assert re.fullmatch(r"(?:[^{}]|\{[a-z_]+\}|\{\{|\}\})+", template)


def test_a_message_is_chosen_by_variant() -> None:
    page = rules.rule("GS204")

    assert page.message({"variant": "item", "name": "x"}) == "the checklist has no item 'x'"


def test_text_of_a_file_keeps_a_message_in_one_line_of_bearable_length() -> None:
    message = rules.rule("GS102").message({"name": "a\n\tb" + "c" * 2000, "variant": "unknown"})

    assert message.startswith("'a bccc")
    assert message.endswith("…' is not a field here")
    assert len(message) == 600 + len("'' is not a field here")


def test_braces_in_the_text_of_a_file_are_text() -> None:
    assert rules.rule("GS102").message({"name": "{0.__class__}"}) == (
        "'{0.__class__}' is not a field here"
    )


def test_every_family_of_codes_has_a_heading() -> None:
    assert {code[:3] for code in rules.codes()} == set(rules.FAMILIES)
