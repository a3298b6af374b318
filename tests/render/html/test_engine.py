"""What the templates may rely on: what is not marked as safe is escaped, what is missing fails."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import UndefinedError
from markupsafe import Markup

from govscore.render.html import engine


def test_a_text_is_escaped_also_after_the_same_markup_was_shown_and_the_other_way_round() -> None:
    assert engine.shown(Markup("<b>")) == "<b>"
    assert engine.shown("<b>") == "&lt;b&gt;"
    assert engine.shown(Markup("<b>")) == "<b>"


@pytest.mark.parametrize("length", [1, 1000])
def test_texts_of_any_length_and_figures_are_escaped(length: int) -> None:
    assert engine.shown("&" * length) == "&amp;" * length
    assert engine.shown(3) == "3"


def test_a_template_escapes_what_it_is_given_and_refuses_what_it_is_not_given(
    tmp_path: Path,
) -> None:
    (tmp_path / "one.html").write_text("{{ part.text }}{{ part.safe }}", encoding="utf-8")
    (tmp_path / "two.html").write_text("{{ missing }}", encoding="utf-8")
    made = engine.environment(tmp_path)

    part = SimpleNamespace(text="<i>", safe=Markup("<br>"))
    drawn = made.get_template("one.html").render(part=part)

    assert drawn == "&lt;i&gt;<br>"
    with pytest.raises(UndefinedError):
        made.get_template("two.html").render()


def test_a_template_shows_a_value_as_shown_does_however_often_it_came_before(
    tmp_path: Path,
) -> None:
    (tmp_path / "one.html").write_text("{{ part.of }}", encoding="utf-8")
    one = engine.environment(tmp_path).get_template("one.html")
    values = [Markup("<b>"), "<b>", "plain", Markup("plain"), "&" * 1000, "", 1, 1.0, True, None]

    for each in values * 2:
        assert one.render(part=SimpleNamespace(of=each)) == engine.shown(each)


def test_a_text_that_all_templates_share_is_escaped_where_it_is_put_in(tmp_path: Path) -> None:
    (tmp_path / "one.html").write_text("{{ w.of.one }}{{ w.of[name] }}{{ w.of.n }}", "utf-8")
    made = engine.environment(tmp_path)
    made.globals["w"] = SimpleNamespace(of=SimpleNamespace(one="<i>", two="<b>", n=3))

    assert made.get_template("one.html").render(name="two") == "&lt;i&gt;&lt;b&gt;3"


def test_a_part_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "one.html").write_text("{{ part.missing }}", encoding="utf-8")

    with pytest.raises(AttributeError):
        engine.environment(tmp_path).get_template("one.html").render(part=SimpleNamespace())


def test_an_included_template_reads_the_names_of_its_place_and_sets_none_there(
    tmp_path: Path,
) -> None:
    (tmp_path / "whole.html").write_text(
        '{% for each in names %}{% include "part.html" %}{% endfor %}{{ said }}', encoding="utf-8"
    )
    (tmp_path / "part.html").write_text("{% set said = each %}<{{ said }}>\n", encoding="utf-8")
    made = engine.environment(tmp_path).get_template("whole.html")

    assert made.render(names=["a", "&"], said="-") == "<a><&amp;>-"


def test_what_is_filled_in_is_escaped_unless_it_is_marked_as_safe() -> None:
    made = engine.filled("<b>{}</b>{}{}", "<i>", Markup("<br>"), 1.5)

    assert made == Markup("<b>&lt;i&gt;</b><br>1.5")
    assert engine.shown(made) == made
