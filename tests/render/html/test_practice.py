"""A practice's page says what the practice is, why, and on what evidence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from govscore.render import sentences
from govscore.render.html import (
    criteria,
    evaluators,
    figures,
    opening,
    practice,
    profile,
    questions,
    timeline,
)
from govscore.render.html.links import Links
from govscore.render.html.record import identity, implementation, law, people
from govscore.render.html.site import Site
from govscore.render.html.subject import Subject, subjects
from govscore.render.style import Style
from govscore.result.run import Result
from govscore.result.scored import OpenField, Override, Step

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


def opened(found: Subject) -> opening.Opening:
    made: opening.Opening = practice.view(found)["opening"]
    return made


def why(found: Subject) -> dict[str, list[str]]:
    return {each.title: each.texts for each in opened(found).why}


def test_the_page_starts_with_the_label_and_the_verdict_in_the_words_of_the_terminal(
    good: Subject,
) -> None:
    rubric = good.site.result.rubric

    first = opened(good)

    assert first.label == "So far good; could be promising to exemplary"
    assert first.label == sentences.label(good.practice.label, rubric)
    assert first.verdict == sentences.label_remarks(good.practice, rubric)


def test_three_reasons_lead_to_their_places(good: Subject, harmful: Subject) -> None:
    assert [each.href for each in opened(good).why] == ["#on-met", "#on-against", "#on-unknown"]
    assert opened(harmful).why[0].href == "#on-profile"


def test_what_is_strong_is_named_and_where_most_and_least_is_proven(good: Subject) -> None:
    first, second = why(good)["What is strong"]

    assert first == (
        "10 criteria are met in substance or better: “Migrant and refugee communities in design”, "
        "“Operates under identified national legislation” and 8 more."
    )
    assert second == "Most is proven of Policy (63 of 100 points), least of Stakeholders (37)."


def test_an_indicator_without_a_point_is_neither_strongest_nor_weakest(good: Subject) -> None:
    nodes = [
        each.model_copy(update={"point": None}) if each.id == "stakeholders" else each
        for each in good.practice.nodes
    ]
    changed = good.practice.model_copy(update={"nodes": nodes})
    found = subject(good.site.result.model_copy(update={"practices": [changed]}))

    assert why(found)["What is strong"][1] == (
        "Most is proven of Policy (63 of 100 points), least of Standards (54)."
    )


def test_a_conflict_and_what_is_at_zero_count_against_it_on_the_first_screen(
    harmful: Subject,
) -> None:
    texts = why(harmful)["What counts against it"]

    assert texts[0] == "A court found a conflict with “Equality Act 2010” in 2019; it stands."
    assert "at 0: " in texts[1]


def test_a_conflict_that_no_finding_proves_is_told_as_such(
    changed: Change, collection: Result
) -> None:
    item = {
        "title": "An Act",
        "alignment": "contested",
        "conflict": {"found_by": "ngo", "year": 2017},
    }
    overruled = {**item, "conflict": {"found_by": "court", "state": "overruled"}}

    found = with_record(changed, collection, legal_basis={"national": [item, overruled]})

    assert why(found)["What counts against it"][0] == (
        "A non-governmental organization sees a conflict with “An Act”; it is not counted as proven."
    )
    group = practice.view(found)["against"].groups[0]
    assert group.title == "Conflicts with the law that others see, not counted as proven"
    assert [each.title for each in group.charges] == ["An Act"]


def test_nothing_against_a_practice_is_said_to_be_nothing(good: Subject) -> None:
    assert why(good)["What counts against it"][0] == "Nothing is proven against it."


def test_what_is_not_known_is_counted_and_located(good: Subject) -> None:
    assert why(good)["What is not known"] == [
        "8 of 23 criteria are open questions.",
        "3 more are known in part.",
        "Least is known of Stakeholders (37%).",
    ]


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
    assert [score.point for _, score in made.lines[0].cells] == ["62", "85", "100"]
    assert made.lines[0].whole.span == "54–88"
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
    conflicts, *others = practice.view(harmful)["against"].groups

    charge = conflicts.charges[0]
    assert conflicts.title == "Conflicts with the law that a competent body found"
    assert charge.title == "Equality Act 2010"
    assert charge.text == "Conflict found by a court in 2019; it stands."
    assert charge.sources
    assert charge.place.startswith("practices/permit-check.yaml:")
    assert charge.costs[-1].endswith(".")
    assert "Equal treatment in delivery" in {c.title for each in others for c in each.charges}


def test_what_is_concluded_from_a_silence_is_not_said_to_be_shown_by_sources(
    collection: Result,
) -> None:
    shown = with_criterion(
        collection, "national-law", status="scored", claimed=0, credited=0, low=0, high=0
    )
    silent = with_criterion(
        collection,
        "national-law",
        status="scored",
        claimed=0,
        credited=0,
        facts=[],
        evidence=[],
    )

    titles = [practice.view(each)["against"].groups[-1].title for each in (shown, silent)]

    assert titles == [
        "At level 0, by the sources named",
        "At level 0, concluded because nothing of the kind was found where it was looked for",
    ]


def test_limits_are_named_with_the_end_that_they_hold(harmful: Subject) -> None:
    assert (
        practice.view(harmful)["against"]
        .limits[0]
        .startswith(
            "Conflict with the law (at best): a competent body found a conflict with the law"
        )
    )


def test_the_largest_steps_come_first(harmful: Subject) -> None:
    gains = [each.gain for each in practice.view(harmful)["steps"]]

    assert gains == sorted(gains, reverse=True)
    assert len(gains) == 5


def test_a_next_step_is_the_rubrics_order_and_never_a_descriptor(harmful: Subject) -> None:
    for each in practice.view(harmful)["steps"]:
        assert each.step in each.words.reach.values()
        assert each.step not in each.words.levels.values()


def test_without_an_order_in_the_rubric_a_step_names_the_level(collection: Result) -> None:
    step = Step(kind="level", level=3, gain=2.0)
    found = with_criterion(collection, "national-law", next=step)
    words = found.site.criteria["national-law"].model_copy(update={"reach": {}})
    found.site.criteria["national-law"] = words

    assert view_of(found, "national-law").step == "Meet all that level 3 asks for."


def test_weak_evidence_is_a_step_and_an_open_question_is_none(collection: Result) -> None:
    weak, answer = (Step(kind=kind, level=4, gain=2.0) for kind in ("evidence", "answer"))

    steps = [
        view_of(with_criterion(collection, "national-law", next=each), "national-law").step
        for each in (weak, answer)
    ]

    assert steps == [
        "Show level 4 with stronger evidence: official legal text; mandate of the implementing body.",
        "",
    ]


def test_what_nobody_could_judge_is_a_question_with_what_would_answer_it(good: Subject) -> None:
    found = {each.view.id: each for each in practice.view(good)["questions"]}

    assert (
        found["equal-treatment"].asks
        == "In operation, who can actually use the practice on equal terms?"
    )
    assert found["equal-treatment"].answer.startswith(
        "Is each of these in place: open regardless of migration status"
    )
    evaluation = found["communities-in-evaluation"]
    assert evaluation.asks.startswith("Whom did the responsible body, or its evaluator, ask")
    assert evaluation.answer.startswith("This would answer it: ")
    assert evaluation.why == ""


def test_what_follows_a_question_is_for_those_who_write_records(good: Subject) -> None:
    lacking = OpenField(
        question="Is it named? Enter one that is not as not_cited.",
        field="a",
        lacks="list",
        wanted=[],
        at=[],
    )
    told = OpenField(question="which of them", field="b", lacks="field", wanted=[], at=[])
    found = good.practice.criteria[0].model_copy(update={"open": [lacking, told]})

    assert questions.asks(found) == ["Is it named?", "Which of them"]


def test_criteria_stand_worst_first_and_what_is_met_comes_last(harmful: Subject) -> None:
    tiers = practice.view(harmful)["tiers"]
    levels = [each.credited for tier in tiers for each in tier.views]

    assert levels == sorted(levels)
    assert tiers[0].title == "0 of 4 · absent or contrary"
    assert {each.mark for each in tiers[0].views} == {"bad"}


def test_a_level_0_with_much_open_is_not_called_absent(collection: Result) -> None:
    found = with_criterion(
        collection, "national-law", status="partial", claimed=0, credited=0, high=4
    )

    assert practice.view(found)["tiers"][0].title == "Nothing shown yet, much still open"


def test_every_criterion_stands_once_as_tier_question_or_without_a_level(good: Subject) -> None:
    view = practice.view(good)
    shown = [
        *(each.id for tier in view["tiers"] for each in tier.views),
        *(each.view.id for each in view["questions"]),
        *(each.id for each in view["others"]),
    ]

    assert sorted(shown) == sorted(each.id for each in good.practice.criteria)


@pytest.mark.parametrize(
    ("value", "shown"),
    [(60.0, "60"), (54.79, "54"), (74.447, "74.4"), (75.0, "75"), (75.31, "75.3"), (None, "–")],
)
def test_points_are_whole_but_near_a_threshold(
    collection: Result, value: float | None, shown: str
) -> None:
    assert figures.points(value, collection.rubric) == shown


@pytest.mark.parametrize(("low", "said"), [(0.0, "nothing shown yet"), (12.5, "too little known")])
def test_a_node_without_a_point_has_a_range_and_no_figure(
    good: Subject, low: float, said: str
) -> None:
    node = next(each for each in good.practice.nodes if each.id == "stakeholders")
    bare = node.model_copy(update={"point": None, "low": low, "high": 100.0, "coverage": 0.06})

    made = profile.score(bare, good.practice, good.site.result.rubric)

    assert (made.point, made.shade, made.faint) == (said, "u", False)
    assert made.span.endswith("–100")


def test_a_shade_on_less_than_half_is_faint(good: Subject) -> None:
    node = next(each for each in good.practice.nodes if each.id == "stakeholders")
    shaded = [
        profile.score(
            node.model_copy(update={"coverage": share}), good.practice, good.site.result.rubric
        ).faint
        for share in (0.4, 0.5)
    ]

    assert shaded == [True, False]


def test_the_timeline_puts_what_is_dated_in_order_with_its_sources(good: Subject) -> None:
    made = timeline.timeline(good)

    assert [(each.when, each.kind, each.text) for each in made.events] == [
        ("2015", "Law", "Municipal Decree 12 of 2015"),
        ("May 2015", "Start", "The practice begins."),
        ("2021", "Evaluation", "City audit 2021, by Court of Auditors"),
    ]
    assert [[source.number for source in each.sources] for each in made.events] == [[1], [], [3]]
    assert made.events[0].href == "#legal_basis-national-0"


def test_a_timeline_tells_findings_from_criticism(harmful: Subject) -> None:
    kinds = {each.kind: each.text for each in timeline.timeline(harmful).events}

    assert kinds["Finding"] == "A court found a conflict with “Equality Act 2010”; it stands."


def test_marks_of_one_date_stand_above_each_other(changed: Change, collection: Result) -> None:
    concerns = [{"text": f"No. {n}", "year": 2018} for n in range(3)]
    found = with_record(
        changed, collection, concerns=concerns, legal_basis={}, policies=[], evaluations=[]
    )

    made = timeline.timeline(found)

    assert [each.x for each in made.dots[1:]] == [made.dots[1].x] * 3
    assert len({each.y for each in made.dots[1:]}) == 3


def test_what_is_not_a_date_is_left_out_and_many_marks_are_not_drawn(
    changed: Change, collection: Result
) -> None:
    dated = [{"text": "x", "year": 1990 + n % 30} for n in range(50)]
    found = with_record(changed, collection, concerns=[*dated, {"text": "y", "year": "soon"}])

    made = timeline.timeline(found)

    assert sum(each.kind == "Criticism" for each in made.events) == 50
    assert made.dots == []


def test_neighbours_go_by_title(collection: Result) -> None:
    first, second = subjects(Site(collection, Style()))

    assert (first.before, first.after) == (None, (second.practice.title, second.page))
    assert (second.before, second.after) == ((first.practice.title, first.page), None)


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


def test_one_evaluator_alone_is_called_by_what_they_did(
    changed: Change, collection: Result
) -> None:
    assessments = collection.practices[0].record["assessments"]
    alone = {**assessments[0], "assessor": "desk-reader", "role": "reading of published sources"}

    found = with_record(changed, collection, assessments=[alone])

    assert evaluators.evaluators(found)[0].name == "Reading of published sources"
    assert view_of(found, "four-principles").opinions[0].who == ""


@pytest.mark.parametrize(
    ("corridor", "said"),
    [
        ({"origin": ["NPL"], "destination": ["KOR"]}, "From Nepal to South Korea"),
        ({"destination": ["KOR"]}, "To South Korea"),
        ({"origin": ["NPL"]}, "From Nepal"),
    ],
)
def test_a_corridor_says_only_the_ends_that_are_known(
    changed: Change, collection: Result, corridor: dict[str, Any], said: str
) -> None:
    where = {"level": "bilateral", "name": "x", "corridor": corridor}

    found = with_record(changed, collection, jurisdiction=where)

    assert identity.facts(found)[0].texts[1] == said


def test_an_override_is_said(collection: Result) -> None:
    over = Override(level=2, derived=3, assessors=["a", "b"])

    assert view_of(
        with_criterion(collection, "national-law", override=over), "national-law"
    ).override == ("Set to 2 by a and b; the facts alone gave 3.")


def test_the_legal_table_has_alignment_and_treaty_status_as_of_the_day(good: Subject) -> None:
    international, regional, national = law.tables(good)

    covenant = international.rows[0]
    assert covenant.cells[0].text == "International Covenant on Civil and Political Rights (ICCPR)"
    assert covenant.cells[0].more == ("human rights", "Relied on: 2, 26")
    assert covenant.cells[1].text == "Consistent with it"
    assert covenant.cells[1].more == ("as a reference",)
    assert covenant.cells[2].more[0].startswith("Party: Portugal")
    assert regional.absent == "Not known: the record does not say."
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
    assert evaluation.absent == "Not known: the record does not say."


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
