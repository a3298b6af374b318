"""Answers go in, bytes come out: one line, at once, and back again."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from pathlib import Path

import pytest

from govscore.desk import documents, levels, pages
from govscore.desk.pages import Slot
from govscore.desk.sitting import Sitting
from govscore.desk.subject import RefusedError
from govscore.errors import SetupError
from govscore.rubric.model import CriterionSpec
from govscore.runs.plan import Plan, prepare
from govscore.yamlio.operations import Append, Set

SMALL = """\
rubric: small
version: 1.0.0
title: Whether there is a remedy
requires: [evidence, countries]
scale: {levels: {0: "no", 4: "yes"}}
nodes:
- {id: overall, kind: overall, title: Overall}
criteria:
- id: remedy
  under: overall
  title: Remedy
  question: Can a migrant complain?
  measure:
    kind: checklist
    items: {complaint_channel: a channel}
    levels: {0: {says: None}, 4: {says: There is one.}}
bands:
- {id: any, title: any, from: 0}
"""


def spec(sitting: Sitting, name: str) -> CriterionSpec:
    return next(each for each in sitting.job.rubric.spec.criteria if each.id == name)


def slots(sitting: Sitting, name: str) -> list[Slot]:
    return pages.page(sitting, spec(sitting, name)).slots


def difference(before: str, path: Path) -> list[str]:
    lines = difflib.ndiff(before.splitlines(), path.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line[0] in "+-"]


def test_an_answer_of_a_checklist_is_one_line_of_the_file(sitting: Sitting, record: Path) -> None:
    before = record.read_text(encoding="utf-8")
    item = next(
        each for each in slots(sitting, "remedy") if each.pointer.endswith("free_and_multilingual")
    )

    written = sitting.answer(*item.operations("no"))

    assert difference(before, record) == ["+     free_and_multilingual: no"]
    assert written.told() == "line 17: free_and_multilingual: no"


def test_a_word_that_was_not_known_is_exchanged_in_its_place(
    sitting: Sitting, record: Path
) -> None:
    before = record.read_text(encoding="utf-8")
    how_far = next(
        each
        for each in slots(sitting, "communities-in-design")
        if each.pointer.endswith("/participation")
    )
    assert how_far.about == "Migrants' Forum"

    sitting.answer(*how_far.operations("involve"))

    old, new = difference(before, record)
    assert new == old.replace("unknown", "involve").replace("- ", "+ ", 1)


def test_what_each_answer_would_give_is_told_before_it_is_given(sitting: Sitting) -> None:
    how_far = next(
        each
        for each in slots(sitting, "communities-in-design")
        if each.pointer.endswith("/participation")
    )

    gives = {
        word: sitting.gives("communities-in-design", *how_far.operations(word))
        for word, _ in how_far.asked.words
    }

    assert gives == {
        "none": (0, 0),
        "inform": (1, 1),
        "consult": (2, 2),
        "involve": (3, 3),
        "collaborate": (4, 4),
        "empower": (4, 4),
        "unknown": (0, 4),
        "not_relevant": (0, 4),
    }


def test_the_score_is_that_of_the_file_after_every_answer(sitting: Sitting) -> None:
    before = sitting.header()
    how_far = next(
        each
        for each in slots(sitting, "communities-in-design")
        if each.pointer.endswith("/participation")
    )

    sitting.answer(*how_far.operations("none"))

    assert sitting.header().high < before.high
    assert sitting.header().known > before.known
    assert {line.id: line.status for line in sitting.lines()}["communities-in-design"] == "scored"


def test_undo_gives_the_very_bytes_back_on_disk_too(sitting: Sitting, record: Path) -> None:
    before = record.read_bytes()
    sitting.answer(Append("/themes", "health"))
    sitting.answer(Append("/themes", "housing"))

    sitting.undo()
    sitting.undo()

    assert record.read_bytes() == before
    assert sitting.undo() is None


def test_what_the_model_refuses_is_not_written(sitting: Sitting, record: Path) -> None:
    before = record.read_bytes()

    with pytest.raises(RefusedError, match="'who' is missing"):
        sitting.answer(
            Append(
                "/stakeholders/formulation",
                {"groups": ["workers"], "participation": "consult", "mode": "invited"},
            )
        )
    with pytest.raises(RefusedError):
        sitting.answer(Set("/kind", "parade"))

    assert record.read_bytes() == before
    assert sitting.scored is not None


def test_what_an_editor_writes_meanwhile_is_kept(sitting: Sitting, record: Path) -> None:
    record.write_text(
        record.read_text(encoding="utf-8").replace("Porto}", "Porto, Portugal}"), encoding="utf-8"
    )

    sitting.answer(Append("/themes", "health"))

    text = record.read_text(encoding="utf-8")
    assert "Porto, Portugal}" in text
    assert "themes: [integration_cohesion, health]" in text


def test_an_answer_to_what_somebody_else_just_changed_is_refused(
    sitting: Sitting, record: Path
) -> None:
    changed = record.read_text(encoding="utf-8").replace("kind: service", "kind: project")
    record.write_text(changed, encoding="utf-8")

    with pytest.raises(RefusedError, match="was changed in the file meanwhile"):
        sitting.answer(Set("/kind", "programme"))

    assert record.read_text(encoding="utf-8") == changed
    assert sitting.value["kind"] == "project"


def test_a_change_on_disk_is_taken_up(sitting: Sitting, record: Path) -> None:
    assert not sitting.refresh()
    record.write_text(
        record.read_text(encoding="utf-8").replace(
            "complaint_channel: yes", "complaint_channel: no"
        ),
        encoding="utf-8",
    )

    assert sitting.refresh()
    assert sitting.value["checks"]["remedy"]["complaint_channel"] == "no"


def test_a_record_begins_with_no_file_and_is_not_scored_before_it_is_one(
    fresh: Callable[[], Sitting],
) -> None:
    sitting = fresh()
    assert not sitting.path.exists()
    assert sitting.header().there == 1
    answers = {
        "title": "City card",
        "summary": "A card.",
        "kind": "service",
        "status": "running",
        "period": {"start": 2015},
        "countries": ["PRT"],
        "jurisdiction": {"level": "local", "name": "Lisbon"},
        "lead_body": {"name": "City of Lisbon", "type": "local_authority"},
        "target_groups": ["migrants_general"],
        "themes": ["health"],
    }
    for count, (key, value) in enumerate(reversed(answers.items()), 2):
        assert sitting.scored is None
        slot = next(each for each in pages.beginning(sitting) if each.pointer == f"/{key}")
        sitting.answer(*slot.operations(value))
        assert sitting.header().there == count

    assert sitting.scored is not None
    assert sitting.path.read_text(encoding="utf-8") == (
        "id: lisbon\ntitle: City card\nsummary: A card.\nkind: service\nstatus: running\n"
        "period: {start: 2015}\ncountries: [PRT]\njurisdiction: {level: local, name: Lisbon}\n"
        "lead_body: {name: City of Lisbon, type: local_authority}\n"
        "target_groups: [migrants_general]\nthemes: [health]\n"
    )


def test_a_file_with_other_faults_is_not_opened(
    record: Path, opened: Callable[[Path], Sitting]
) -> None:
    record.write_text(
        record.read_text(encoding="utf-8").replace("kind: service", "kind: parade"),
        encoding="utf-8",
    )

    with pytest.raises(SetupError, match="has faults"):
        opened(record)


def test_the_first_rating_brings_its_evaluator(sitting: Sitting, record: Path) -> None:
    sitting.answer(
        *levels.rate(
            sitting, "delivery", {"level": 2}, {"assessor": "desk-reader", "interests": "none"}
        )
    )
    sitting.answer(*levels.rate(sitting, "public-response", {"level": 1}, {}))

    assert record.read_text(encoding="utf-8").endswith(
        "assessments:\n- assessor: desk-reader\n  date: 2026-11-24\n  rubric: gmpa@2.0.0\n"
        "  interests: none\n  ratings:\n    delivery: {level: 2}\n    public-response: {level: 1}\n"
    )


def test_a_document_gets_an_id_of_its_title_that_is_free(sitting: Sitting) -> None:
    sitting.answer(*documents.adding(sitting, {"title": "Forum", "type": "minutes"}))

    assert [each["id"] for each in sitting.value["evidence"]] == [
        "e-forum",
        "e-minutes",
        "e-forum-2",
    ]
    assert next(iter(documents.known(sitting))) == "e-forum-2"


def test_the_best_question_is_the_open_criterion_of_most_gain(sitting: Sitting) -> None:
    gains = {line.id: line.gain for line in sitting.lines() if line.open}

    assert gains[str(sitting.best())] == max(gains.values())


def test_what_is_asked_of_an_open_criterion_is_what_would_change_it(sitting: Sitting) -> None:
    asked = {slot.says for slot in slots(sitting, "communities-in-design")}
    sitting.reckoning.now("communities-in-design")

    kept = slots(sitting, "communities-in-design")

    idle = "If they came uninvited, did the responsible body answer in substance?"
    assert idle in asked
    assert {slot.says for slot in kept} == asked - {idle}
    assert "row" in {slot.kind for slot in kept}


def test_what_an_answer_adds_is_what_todo_says(sitting: Sitting) -> None:
    assert sitting.best() in {"breadth-of-society", "communities-in-design"}

    points = sitting.reckoning.points
    assert round(points["communities-in-design"], 2) == 18.75
    assert round(points["remedy"], 2) == 0.0


def test_reckoning_that_was_broken_off_goes_on_where_it_was(sitting: Sitting) -> None:
    while not sitting.reckoning.known:
        next(iter(sitting.reckoning.pieces()), None)
    piecemeal = dict(sitting.reckoning.points)
    sitting.answer(*slots(sitting, "remedy")[1].operations("yes"))
    sitting.undo()
    sitting.best()

    assert piecemeal == sitting.reckoning.points


def test_a_rating_says_up_to_where_and_that_a_criterion_does_not_apply(
    sitting: Sitting, record: Path
) -> None:
    who = {"assessor": "desk-reader"}
    sitting.answer(*levels.rate(sitting, "delivery", {"level": 2}, who))
    up_to = next(s for s in slots(sitting, "delivery") if s.pointer.endswith("/up_to"))
    sitting.answer(*up_to.operations(3))
    assert "delivery: {level: 2, up_to: 3}" in record.read_text(encoding="utf-8")

    sitting.answer(*levels.rate(sitting, "delivery", {"state": levels.OUTSIDE}, who))

    assert "delivery: {state: not_applicable}" in record.read_text(encoding="utf-8")


def test_a_record_begins_with_what_its_rubric_requires_and_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "small.yaml").write_text(SMALL, encoding="utf-8")
    sitting = Sitting(
        Path("lisbon.yaml"), prepare(Plan("small.yaml", "2026-11-24")), b"id: lisbon\n"
    )

    assert [slot.pointer for slot in pages.beginning(sitting)] == [
        "/title",
        "/countries",
        "/evidence",
    ]
    header = sitting.header()
    assert (header.there, header.due) == (1, 4)

    for slot, value in zip(
        pages.beginning(sitting),
        ("City card", ["PRT"], {"id": "e-1", "type": "minutes", "title": "Minutes"}),
        strict=True,
    ):
        sitting.answer(*slot.operations(value))

    assert sitting.missing == []
    assert sitting.scored is not None


def test_a_required_section_that_no_form_can_ask_for_is_named_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = SMALL.replace("[evidence, countries]", "[legal_basis]")
    (tmp_path / "small.yaml").write_text(text, encoding="utf-8")

    with pytest.raises(SetupError) as refused:
        Sitting(Path("lisbon.yaml"), prepare(Plan("small.yaml", "2026-11-24")), b"id: lisbon\n")

    assert [each.args["name"] for each in refused.value.problems] == ["legal_basis"]
