"""A practice's page says what the practice is, why, and on what evidence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from govscore.render.html import answers, criteria, evaluators, practice, profile
from govscore.render.html.links import Links
from govscore.render.html.record import identity, implementation, law, people
from govscore.render.html.site import Site
from govscore.render.html.subject import Subject
from govscore.render.style import Style
from govscore.result.run import Result
from govscore.result.scored import Override

Read = Callable[[bytes], Any]
Change = Callable[..., Result]
Draw = Callable[[Result], dict[str, bytes]]


def subject(result: Result, number: int = 0) -> Subject:
    site = Site(result, Style())
    return Subject(site, result.practices[number], site.pages[number], Links(site.pages[number]))


@pytest.fixture
def good(collection: Result) -> Subject:
    return subject(collection)


@pytest.fixture
def harmful(collection: Result) -> Subject:
    return subject(collection, 1)


def view_of(found: Subject, name: str) -> criteria.View:
    return criteria.view(found, next(each for each in found.practice.criteria if each.id == name))


def with_record(change: Change, result: Result, **update: Any) -> Subject:
    return subject(change(record={**result.practices[0].record, **update}))


def with_criterion(result: Result, name: str, **update: Any) -> Subject:
    first = result.practices[0]
    changed = [c.model_copy(update=update) if c.id == name else c for c in first.criteria]
    practice = first.model_copy(update={"criteria": changed})
    return subject(result.model_copy(update={"practices": [practice]}))


def test_the_page_starts_with_the_answer(good: Subject) -> None:
    assert answers.practice(good) == [
        "Good practice so far; what is still open leaves a range from promising to exemplary.",
        "Its strongest indicator is Stakeholders (100.0 of 100 points), its weakest Standards (78.0).",
        "61% of what the rubric asks is known.",
    ]


def test_a_conflict_found_by_a_competent_body_is_said_in_the_answer(harmful: Subject) -> None:
    assert answers.practice(harmful)[1] == (
        "It conflicts with the Equality Act 2010, as a court found in 2019 (it stands)."
    )


@pytest.mark.parametrize(
    ("update", "expected"),
    [
        (
            {"id": "good", "range": ("good", "good")},
            "Good practice: whatever is still open cannot change that.",
        ),
        (
            {"id": "good", "firm": True},
            "Good practice, on what is known; what is still open leaves a range from promising to exemplary.",
        ),
        (
            {"so_far": None, "range": ("not-established", "exemplary")},
            "Too little is known for a label: anything from not established to exemplary is still possible.",
        ),
        (
            {"so_far": None, "range": ("not-established", "good")},
            "At most good: that much is certain, and not established is still possible.",
        ),
        (
            {"so_far": None, "range": ("emerging", "good")},
            "Somewhere from emerging to good: too little is known to say more.",
        ),
    ],
)
def test_the_label_is_said_in_a_sentence(
    changed: Change, collection: Result, update: dict[str, Any], expected: str
) -> None:
    label = collection.practices[0].label.model_copy(update=update)

    assert answers.practice(subject(changed(label=label)))[0] == expected


def test_what_is_not_due_yet_is_said(changed: Change) -> None:
    assert answers.practice(subject(changed(notes=["evaluation_not_due"])))[-1] == (
        "Its evaluation is not due yet."
    )


def test_where_when_who_and_for_whom_are_told_in_words(good: Subject) -> None:
    told = {each.term: each.texts for each in identity.facts(good)}

    assert told == {
        "Where": ("Lisbon, Portugal (local)",),
        "When": ("since May 2015",),
        "What": ("Service, running",),
        "Led by": ("City of Lisbon (local authorities, general local administration)",),
        "For whom": ("Migrants in general, people in an irregular situation and refugees",),
        "Themes": ("Integration and cohesion, documents and legal identity and health",),
    }


@pytest.mark.parametrize(
    ("period", "status", "expected"),
    [
        ({"start": "2015", "end": "2019-06"}, "completed", "2015 to June 2019"),
        ({"start": "2020", "end": "2020"}, "completed", "2020"),
        ({"start": "2027"}, "planned", "planned from 2027"),
        ({}, "running", ""),
    ],
)
def test_a_period_is_told_in_words(period: dict[str, str], status: str, expected: str) -> None:
    assert identity.period({"period": period, "status": status}) == expected


def test_many_countries_are_counted() -> None:
    item = {"jurisdiction": {"name": "West Africa"}, "countries": ["GHA", "MLI", "NER", "TGO"]}

    assert identity.place(item) == "West Africa (4 countries)"


def test_the_profile_has_each_indicator_in_each_phase(good: Subject) -> None:
    made = profile.profile(good)

    assert made.heads == ["Formulation", "Application", "Evaluation"]
    assert [each.short for each in made.lines] == ["Standards", "Policy", "Stakeholders"]
    assert [score.point for _, score in made.lines[0].cells] == ["62.5", "85.7", "100.0"]
    assert made.lines[0].whole.span == "54.1–88.8"
    assert made.method == "geometric mean"


def test_a_phase_without_criteria_that_are_due_says_so(collection: Result) -> None:
    found = with_criterion(collection, "communities-in-evaluation", status="not_yet_due")
    node = next(n for n in found.practice.nodes if n.id == "stakeholders-evaluation")
    criteria_ = [
        c.model_copy(update={"status": "not_yet_due"}) if c.under == node.id else c
        for c in found.practice.criteria
    ]
    practice = found.practice.model_copy(update={"criteria": criteria_})
    gone = node.model_copy(update={"low": None, "high": None, "point": None})

    assert profile.score(gone, practice, found.site.result.rubric).aside == "not due yet"
    assert profile.score(gone, found.practice, found.site.result.rubric).aside == "does not apply"


def test_the_scale_tells_ruled_out_from_possible_from_so_far(good: Subject) -> None:
    assert [(each.title, each.state, each.so_far) for each in profile.scale(good)] == [
        ("Not established", "no", False),
        ("Emerging", "no", False),
        ("Promising", "may", False),
        ("Good", "may", True),
        ("Exemplary", "may", False),
    ]


def test_a_criterion_names_its_facts_with_file_and_line_and_links_to_their_rows(
    good: Subject,
) -> None:
    view = view_of(good, "national-law")

    assert [(each.text, each.href, each.place) for each in view.reasons] == [
        (
            "Municipal Decree 12 of 2015",
            "#legal_basis-national-0",
            "practices/city-card.yaml:18",
        )
    ]
    assert [(source.number, strength) for source, strength in view.evidence] == [(1, 4)]
    assert view.level == "4 of 4 · full"
    assert view.step == ""


def test_a_fact_that_is_a_field_is_told_in_words(good: Subject) -> None:
    texts = [each.text for each in view_of(good, "whole-of-government").reasons]

    assert "Formal mechanism: yes" in texts
    assert "Levels of government: local and national" in texts


def test_a_checklist_shows_every_answer_with_its_word_and_place(good: Subject) -> None:
    checks = view_of(good, "remedy").checks

    assert [(each.answer, each.mark) for each in checks] == [
        ("yes", "tick"),
        ("yes", "tick"),
        ("yes", "tick"),
        ("partly", "half"),
        ("not known", "open"),
    ]
    assert checks[2].place == "practices/city-card.yaml:30"
    assert [each.number for each in checks[2].sources] == [3]
    assert [each.number for each in checks[0].sources] == [2]


def test_what_is_claimed_beyond_the_evidence_is_shown_against_what_is_credited(
    collection: Result,
) -> None:
    found = with_criterion(collection, "national-law", claimed=4, credited=2)

    view = view_of(found, "national-law")

    assert view.level == "2 of 4 · partial"
    assert view.descriptor == "A specific act is cited and nothing stands against it."
    assert view.claim.startswith("Level 4 is claimed (As 3, with enforcement in use")
    assert view.pips == ("full", "full", "claimed", "claimed")


def test_what_is_open_is_named(good: Subject) -> None:
    assert view_of(good, "remedy").claim == "What is still open could make it 3."


def test_the_unknown_looks_open_and_the_proven_zero_looks_bad(
    good: Subject, harmful: Subject
) -> None:
    unknown, zero = view_of(good, "equal-treatment"), view_of(harmful, "equal-treatment")

    assert (unknown.mark, unknown.level) == ("open", "Not assessed")
    assert (zero.mark, zero.level) == ("bad", "0 of 4 · absent or contrary")


def test_what_is_proven_against_a_practice_is_listed_with_its_sources(harmful: Subject) -> None:
    charges = practice.view(harmful)["against"]

    assert charges[0].title == "Equality Act 2010"
    assert charges[0].text == "Conflict found by a court in 2019; it stands."
    assert charges[0].sources
    assert charges[0].place.startswith("practices/permit-check.yaml:")
    assert charges[0].costs[-1].endswith(".")
    assert {each.title for each in charges[1:]} >= {"Equal treatment in delivery"}


def test_limits_are_named_with_the_end_that_they_hold(harmful: Subject) -> None:
    assert practice.view(harmful)["limits"][0].startswith(
        "Conflict with the law (at best): a competent body found a conflict with the law"
    )


def test_the_largest_steps_come_first(good: Subject) -> None:
    gains = [each.gain for each in practice.view(good)["steps"]]

    assert gains == sorted(gains, reverse=True)
    assert len(gains) == 5


def test_every_evaluator_is_quoted_with_level_and_reason(good: Subject) -> None:
    assert [
        (each.who, each.level, each.why) for each in view_of(good, "four-principles").opinions
    ] == [
        (
            "panel-member-1",
            "4",
            "Open to all; the audit confirmed the separation from enforcement.",
        ),
        ("panel-member-2", "3", "The rules for children are thin."),
    ]


def test_evaluators_are_set_side_by_side_with_their_distance(good: Subject) -> None:
    judges, lines = evaluators.spread(good)

    assert judges == ["panel-member-1", "panel-member-2"]
    assert [(each.ratings, each.apart, each.wide) for each in lines] == [
        (["4", "3"], "1 apart", False),
        (["3", "2"], "1 apart", False),
    ]


def test_an_evaluator_under_another_rubric_is_named_and_not_counted(
    changed: Change, collection: Result
) -> None:
    assessments = collection.practices[0].record["assessments"]
    other = {**assessments[0], "rubric": "sdg-10-7-2@1.0.0"}

    found = with_record(changed, collection, assessments=[other, assessments[1]])

    assert [each.other for each in evaluators.evaluators(found)] == [True, False]
    assert evaluators.spread(found) == ([], [])


def test_an_override_is_said(collection: Result) -> None:
    over = Override(level=2, derived=3, assessors=["a", "b"])

    assert view_of(
        with_criterion(collection, "national-law", override=over), "national-law"
    ).override == ("Set to 2 by a and b; the facts alone gave 3.")


def test_the_legal_table_has_alignment_and_treaty_status_as_of_the_day(good: Subject) -> None:
    international, regional, national = law.tables(good)

    covenant = international.rows[0]
    assert covenant.cells[0].text == "International Covenant on Civil and Political Rights (ICCPR)"
    assert covenant.cells[0].more == ("human rights", "2, 26")
    assert covenant.cells[1].text == "Consistent with it"
    assert covenant.cells[1].more == ("as a reference",)
    assert covenant.cells[2].more[0].startswith("Party: Portugal")
    assert regional.absent == "Not assessed: the record does not say."
    assert national.rows[0].cells[2].more == (
        "Enforcement: in use",
        "Against the international standard: no gap",
        "Applied by City of Lisbon",
    )


def test_a_status_written_in_the_file_is_shown_beside_the_catalogues(
    changed: Change, collection: Result
) -> None:
    item = {"instrument": "icrmw", "alignment": "partly", "status": {"PRT": "not_party"}}

    found = with_record(changed, collection, legal_basis={"international": [item]})

    lines = law.tables(found)[0].rows[0].cells[2].more
    assert lines[0] == "As the file says: Portugal: not party."
    assert len(lines) == 2


def test_an_empty_list_says_that_nothing_was_found_and_where_it_was_sought(
    changed: Change, collection: Result
) -> None:
    found = with_record(
        changed,
        collection,
        legal_basis={"international": []},
        searched={"legal_basis.international": ["e-plan"]},
    )

    table = law.tables(found)[0]
    assert table.absent == "Looked for, and there is none."
    assert [each.number for each in table.searched] == [2]


def test_stakeholders_stand_by_phase_with_participation_and_mode(good: Subject) -> None:
    formulation, application, evaluation = people.tables(good)

    assert [
        (row.cells[0].text, row.cells[1].text, row.cells[2].text) for row in formulation.rows
    ] == [
        ("Migrants' Forum", "Decided together", "By invitation"),
        ("Ministry of Health", "Consulted", "By invitation"),
        ("Bar association", "Consulted", "By invitation"),
    ]
    assert application.rows[0].cells[3].text == "Co-manager"
    assert application.rows[0].cells[3].more == ("With resources of its own: yes",)
    assert evaluation.absent == "Not assessed: the record does not say."


@pytest.mark.parametrize(
    ("item", "mark", "more"),
    [
        ({"mode": "own_initiative", "answered": "yes"}, "tick", ("answered in substance",)),
        ({"mode": "own_initiative", "answered": "no"}, "open", ("not answered",)),
        ({"mode": "adversarial"}, "cross", ()),
        ({"mode": "obliged"}, "cross", ()),
        ({"mode": "lead"}, "tick", ()),
    ],
)
def test_the_shape_of_a_mode_tells_what_earns(
    changed: Change, collection: Result, item: dict[str, str], mark: str, more: tuple[str, ...]
) -> None:
    row = {"who": "x", "groups": ["workers"], "participation": "unknown", **item}

    cell = (
        people.tables(with_record(changed, collection, stakeholders={"formulation": [row]}))[0]
        .rows[0]
        .cells[2]
    )

    assert (cell.mark, cell.more) == (mark, more)


def test_results_and_evaluations_have_their_figures(good: Subject) -> None:
    result = implementation.results(good).rows[0]
    evaluation = implementation.evaluations(good).rows[0]

    assert [cell.text for cell in result.cells] == [
        "Residents with a family doctor",
        "71 per cent",
        "54 per cent",
        "2021",
    ]
    assert evaluation.cells[1].more == (
        "Before and after",
        "With a baseline: yes",
        "Published: yes",
        "Broken down by sex",
    )


def test_a_concern_stands_with_who_raised_it_and_the_answer(
    changed: Change, collection: Result
) -> None:
    concern = {
        "text": "Slow",
        "by": "NGO",
        "year": 2019,
        "response": "More staff",
        "evidence": ["e-plan"],
    }

    row = implementation.concerns(with_record(changed, collection, concerns=[concern])).rows[0]

    assert [cell.text for cell in row.cells] == ["Slow", "NGO, 2019", "More staff"]
    assert [each.number for each in row.sources] == [2]


def test_a_source_says_what_rests_on_it(good: Subject) -> None:
    used = {
        source.number: [each.id for each in users] for source, users in practice.view(good)["used"]
    }

    assert used[1] == ["law-breadth", "core-instruments", "national-law"]


def test_a_source_from_the_lead_body_is_marked(
    changed: Change, collection: Result, draw: Draw, read: Read
) -> None:
    own = {"id": "e-own", "type": "minutes", "independent": False, "language": "pt"}
    record = {**collection.practices[0].record, "evidence": [own]}

    page = read(draw(changed(record=record))["practices/city-card.html"])

    assert "It comes from the lead body." in page.text
    assert "pt" in page.attributes("lang")


def test_findings_in_the_file_stand_on_its_page(site: dict[str, bytes], read: Read) -> None:
    assert "Findings in the file" in read(site["practices/permit-check.html"]).text
