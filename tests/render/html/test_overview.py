"""The overview says what the collection shows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from govscore.render.html import collection as across
from govscore.render.html import figures, filters, lenses, overview
from govscore.render.html.links import OVERVIEW, Links
from govscore.render.html.site import Site
from govscore.render.style import Style
from govscore.result.run import Result
from govscore.result.scored import Label

Read = Callable[[bytes], Any]
LINK = Links(OVERVIEW)


@pytest.fixture
def made(collection: Result) -> Site:
    return Site(collection, Style())


def labelled(result: Result, **update: Any) -> Result:
    first = result.practices[0]
    label = first.label.model_copy(update=update)
    changed = first.model_copy(update={"label": label})
    return result.model_copy(update={"practices": [changed, *result.practices[1:]]})


def test_the_page_starts_with_the_answer_in_one_sentence(
    site: dict[str, bytes], read: Read
) -> None:
    text = read(site["index.html"]).text

    assert (
        "2 practices Of 2 practices, no label is firm yet; so far 1 good and 1 not established; "
        "in 1 a competent body found a conflict with the law that stands."
    ) in text


def test_a_firm_label_leads_the_answer(collection: Result) -> None:
    firm = labelled(collection, id="good", range=("good", "good"))

    sentence = overview.view(Site(firm, Style()), LINK)["answer"]

    assert sentence.startswith("Of 2 practices, firm are 1 good; so far 1 not established; ")


def test_each_practice_is_counted_once_in_the_spread(made: Site) -> None:
    spread = overview.view(made, LINK)["spread"]

    assert [(each.title, each.firm, each.so_far, each.open) for each in spread] == [
        ("Exemplary practice", 0, 0, 0),
        ("Good practice", 0, 1, 0),
        ("Promising practice", 0, 0, 0),
        ("Emerging practice", 0, 0, 0),
        ("Not established as good practice", 0, 1, 0),
        ("Not labelled yet", 0, 0, 0),
    ]


def test_a_row_has_its_range_label_marks_known_share_and_the_range_of_each_indicator(
    made: Site, read: Read
) -> None:
    row = read(b"<table>" + overview.view(made, LINK)["rows"][1].line.encode() + b"</table>")

    assert row.attributes("href")[0] == "practices/permit-check.html"
    assert row.text.startswith("Permit check")
    assert "United Kingdom · national" in row.text
    assert "So far not established could be not established to emerging" in row.text
    assert "44% 0 0–44 0 0–63 0 0–58" in row.text
    assert row.attributes("aria-label") == [
        "a competent body found a conflict with the law",
        "an essential criterion is at level 0 or 1",
    ]
    assert [each for each in row.attributes("href") if each == "#i-bad"] == ["#i-bad", "#i-bad"]


def test_what_is_too_little_known_has_a_range_and_no_figure(collection: Result) -> None:
    first = collection.practices[0]
    nodes = [
        each.model_copy(update={"point": None, "band": None, "coverage": 0.1, "low": 2.0})
        for each in first.nodes
    ]
    overall = first.overall.model_copy(update={"point": None, "low": 2.0, "high": 96.4})
    little = first.model_copy(update={"nodes": nodes, "overall": overall})

    row = overview.view(Site(collection.model_copy(update={"practices": [little]}), Style()), LINK)[
        "rows"
    ][0]

    assert "<b>" not in row.line
    assert "<small>2–96 too little known</small>" in row.line
    assert "<circle" not in row.line
    assert 'class="h' not in row.heat.replace('class="hu"', "")


def test_rows_sort_by_what_is_proven_before_what_is_possible(made: Site) -> None:
    node = made.result.practices[0].nodes[0]
    safe = node.model_copy(update={"low": 20.0, "point": 30.0, "high": 40.0})
    open_ = node.model_copy(update={"low": 19.0, "point": 90.0, "high": 100.0})

    assert int(figures.proven_first(safe)) > int(figures.proven_first(open_))


@pytest.mark.parametrize(
    ("value", "shown"),
    [(60.0, "60"), (54.7, "54"), (74.6, "74.6"), (75.0, "75"), (87.5, "87.5"), (0.4, "0")],
)
def test_points_are_whole_unless_a_threshold_is_near(
    value: float, shown: str, collection: Result
) -> None:
    assert [each.start for each in collection.rubric.bands] == [0, 25, 50, 75, 87.5]

    assert figures.points(value, collection.rubric) == shown


def test_practices_stand_by_title_whatever_its_accents(collection: Result) -> None:
    titles = ["Zürich", "São Paulo", "Ávila", "Santiago", "sao tomé"]
    named = [
        collection.practices[0].model_copy(update={"title": each, "id": f"p-{n}"})
        for n, each in enumerate(titles)
    ]

    found = overview.view(Site(collection.model_copy(update={"practices": named}), Style()), LINK)[
        "rows"
    ]

    assert [each.title for each in found] == [
        "Ávila",
        "Santiago",
        "São Paulo",
        "sao tomé",
        "Zürich",
    ]


def test_a_contested_law_is_marked_and_can_be_filtered(collection: Result) -> None:
    first = collection.practices[0]
    law = {"national": [{"title": "An act", "alignment": "contested"}]}
    contested = first.model_copy(update={"record": {**first.record, "legal_basis": law}})

    site = Site(collection.model_copy(update={"practices": [contested]}), Style())

    assert site.marks == [["contested"]]
    assert overview.view(site, LINK)["marks"] == [
        ("contested", "contested", "a law behind it is contested")
    ]
    assert filters.filters(site)[-1].choices[0].values == [
        ("contested", "a law behind it is contested")
    ]


def test_a_search_looks_at_lead_bodies_and_instruments_too(collection: Result) -> None:
    first = collection.practices[0]
    law = {"international": [{"instrument": "iccpr"}, {"instrument": "iccpr"}]}
    record = {"lead_body": [{"name": "City Hall"}], "legal_basis": law}

    assert filters.searched(first.model_copy(update={"record": record})) == "City Hall · ICCPR"


@pytest.mark.parametrize(
    ("update", "mark"),
    [({"id": "good"}, "full"), ({"so_far": "good"}, "half"), ({"so_far": None}, "open")],
)
def test_the_shape_of_a_label_tells_settled_from_so_far_from_open(
    collection: Result, update: dict[str, Any], mark: str
) -> None:
    label: Label = collection.practices[0].label.model_copy(update=update)

    assert overview.label_mark(label) == mark


def test_tokens_hold_what_the_filters_ask_for(collection: Result) -> None:
    tokens = filters.tokens(collection.practices[0], collection.rubric, ["conflict"])

    assert tokens == [
        "cPRT",
        "llocal",
        "tintegration_cohesion",
        "tdocumentation_legal_identity",
        "thealth",
        "bso-far",
        "bmay-promising",
        "bmay-good",
        "bmay-exemplary",
        "mconflict",
    ]


def test_a_row_names_its_values_by_their_number_in_the_list(
    made: Site, site: dict[str, bytes], read: Read
) -> None:
    first = read(site["index.html"]).attributes("data-f")[0].split()
    offered = {each.letter: each for each in filters.filters(made)}
    names = {
        token: [name for choice in offered[token[0]].choices for _, name in choice.values][
            int(token[1:]) - 1
        ]
        for token in first
    }

    assert list(names.values())[:3] == ["Portugal", "Local", "Integration and cohesion"]


def test_filters_offer_what_some_practice_has_in_plain_words(made: Site) -> None:
    country, level, theme, label, mark = filters.filters(made)

    assert country.choices[0].values == [("PRT", "Portugal"), ("GBR", "United Kingdom")]
    assert level.choices[0].values == [("national", "National"), ("local", "Local")]
    assert [value for value, _ in mark.choices[0].values] == ["conflict", "essential"]
    assert ("health", "Health") in theme.choices[0].values
    assert label.choices[0].values == [("so-far", "So far, not firm")]
    assert [value for value, _ in label.choices[2].values] == [
        "may-exemplary",
        "may-good",
        "may-promising",
        "may-emerging",
        "may-not-established",
    ]


def test_the_weakest_criterion_earns_least_of_what_is_settled(made: Site) -> None:
    found = across.criteria(made, LINK)

    assert found.weakest[0].id == "equal-treatment"
    assert found.weakest[0].points == "0"
    line = next(each for each in found.lines if each.id == "four-principles")
    assert (line.points, line.known, line.counts, line.unknown) == (
        "37",
        "100%",
        [1, 0, 0, 1, 0],
        0,
    )


def test_the_least_known_criterion_is_settled_for_the_smallest_share(made: Site) -> None:
    found = across.criteria(made, LINK)

    assert found.least_known[0].id == "rights-monitoring"
    assert found.least_known[0].known == "0%"
    assert all(line.coverage != 1 for line in found.least_known)


def test_what_is_not_due_or_does_not_apply_is_set_aside(made: Site) -> None:
    line = next(each for each in across.criteria(made, LINK).lines if each.id == "social-partners")

    assert (line.aside, line.unknown, line.points, line.known) == (2, 0, "–", "–")


def test_a_lens_counts_every_practice_once(made: Site) -> None:
    considerations = lenses.lenses(made)[0]

    assert considerations.title == "Eight considerations for national and local governance"
    assert [sum(each.counts) + each.unknown for each in considerations.items] == [2] * 8


def test_a_global_list_shows_what_is_named_and_lists_the_rest(
    collection: Result,
) -> None:
    first = collection.practices[0]
    named = first.model_copy(
        update={"lenses": {**first.lenses, "sdg_targets": {"10.7": "mentioned"}}}
    )
    result = collection.model_copy(update={"practices": [named]})

    targets = next(
        each for each in lenses.lenses(Site(result, Style())) if each.anchor == "lens-sdg-targets"
    )

    assert [(each.code, each.counts[2]) for each in targets.shown] == [("10.7", 1)]
    assert "1.3 Social protection" in targets.silent
    assert not [each for each in targets.silent if each.startswith("10.7 ")]


def test_the_full_names_of_the_indicators_stand_on_the_page(
    site: dict[str, bytes], read: Read
) -> None:
    text = read(site["index.html"]).text

    assert "Standards : Consistency with international standards and national legislation" in text


def test_figures_have_text_beside_them_or_in_them(site: dict[str, bytes], read: Read) -> None:
    for document in (site["index.html"], site["practices/city-card.html"]):
        drawings = [attributes for tag, attributes in read(document).tags if tag == "svg"]

        assert [
            each for each in drawings if not (each.get("aria-hidden") or each.get("aria-label"))
        ] == []
