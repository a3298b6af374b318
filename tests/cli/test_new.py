"""`govscore new`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from govscore import schemas, yamlio
from govscore.__main__ import main
from govscore.checks import shape
from govscore.cli.new import panel
from govscore.practice.record import Practice
from govscore.rubric import files
from govscore.runs import evaluate, plan
from govscore.runs.plan import Plan
from govscore.scaffold import draft

DAY = "2026-11-24"
FACTS = {
    "title": "A desk",
    "summary": "What it does.",
    "kind": "service",
    "status": "running",
    "  start": "2024",
    "countries": "[PRT]",
    "  level": "local",
    "  name": "Lisbon",
    "  type": "local_authority",
    "target_groups": "[migrants_general]",
    "themes": "[housing]",
}
"""What a writer puts behind each required key; `name` stands twice."""


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _govscore(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr("sys.argv", ["govscore", *arguments])
    with pytest.raises(SystemExit) as end:
        main()
    return int(str(end.value.code))


def _draft() -> str:
    return draft.draft("a-desk", files.load().spec, today=DAY).decode()


def _filled(text: str) -> str:
    for key, value in FACTS.items():
        text = re.sub(rf"^{key}:$", f"{key}: {value}", text, flags=re.MULTILINE)
    return text


def _with_samples(text: str) -> str:
    """Take away every # that has no space behind it, and that of the lines that belong to it."""
    return re.sub(r"^( *)#(?=[-a-z]|  )", r"\1", text, flags=re.MULTILINE)


def _findings(text: str) -> list[tuple[str, str]]:
    """Check a draft in full; notes are left out, for they only say what is known."""
    job = plan.prepare(Plan("gmpa", DAY, thorough=True))
    document = yamlio.parse(text.encode(), "practices/a-desk.yaml")
    found = evaluate.evaluate(document, job).findings
    return [(each.code, each.pointer) for each in found if each.level != "note"]


def _words(node: Any) -> set[str]:
    """Gather the words of every vocabulary in a JSON Schema."""
    if isinstance(node, dict):
        own = {str(word) for word in node.get("enum", ())}
        return own.union(*map(_words, node.values()))
    return set().union(*map(_words, node)) if isinstance(node, list) else set()


def test_it_is_among_the_commands_to_write() -> None:
    assert panel == "Write"


def test_it_writes_the_file_and_tells_its_path(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _govscore(monkeypatch, "new", "a-desk") == 0

    path = Path("practices", "a-desk.yaml")
    assert path.is_file()
    assert capsys.readouterr().out == f"{path}\n"


def test_the_draft_lacks_what_is_required_and_nothing_else() -> None:
    _, problems = shape.practice(yamlio.parse(_draft().encode(), "a-desk.yaml"))

    assert {problem.code for problem in problems} == {"GS101"}
    assert [problem.pointer for problem in problems] == [
        "/title",
        "/summary",
        "/kind",
        "/status",
        "/period/start",
        "/jurisdiction/level",
        "/jurisdiction/name",
        "/lead_body/name",
        "/lead_body/type",
        "/target_groups",
        "/themes",
    ]


def test_each_missing_field_is_placed_on_the_line_to_fill() -> None:
    lines = _draft().splitlines()
    _, problems = shape.practice(yamlio.parse(_draft().encode(), "a-desk.yaml"))

    for problem in problems:
        assert lines[int(problem.line or 0) - 1].strip() == problem.pointer.split("/")[-1] + ":"


def test_with_the_required_fields_filled_in_it_is_a_practice_without_a_score() -> None:
    text = _filled(_draft())
    practice, problems = shape.practice(yamlio.parse(text.encode(), "a-desk.yaml"))

    assert problems == []
    assert practice is not None
    assert practice.id == "a-desk"
    assert _findings(text) == []


def test_its_samples_fit_the_model_the_rubric_and_the_catalogue() -> None:
    assert _findings(_with_samples(_filled(_draft()))) == []


def test_its_samples_show_every_section_of_a_practice() -> None:
    document = yamlio.parse(_with_samples(_filled(_draft())).encode(), "a-desk.yaml")

    assert set(document.value) == set(Practice.model_fields)
    assert all(value for value in document.value.values())


def test_it_names_every_field_of_every_section() -> None:
    named = set(re.findall(r"[a-z_]+", _draft()))
    sections = Practice.model_json_schema()["$defs"].values()

    assert {field for section in sections for field in section.get("properties", {})} <= named


def test_it_tells_the_words_of_every_vocabulary() -> None:
    told = set(re.findall(r"[a-z][\w-]*", _draft()))
    lists = {"sdg_targets", "gcm_principles", "migof"}  # too long to tell: the catalogue lists them
    schema = Practice.model_json_schema()
    for name in lists:
        del schema["$defs"]["Frameworks"]["properties"][name]

    assert _words(schema) - told == set()


def test_it_asks_the_checks_of_the_rubric_with_unknown_for_an_answer() -> None:
    spec = files.load().spec
    asked = {each.id: list(each.measure.names()) for each in spec.criteria if each.measure.names()}

    written = yamlio.parse(_draft().encode(), "a-desk.yaml").value["checks"]

    assert len(asked) == 5
    assert written == {name: dict.fromkeys(items, "unknown") for name, items in asked.items()}


def test_it_offers_a_rating_for_every_criterion_that_is_judged() -> None:
    spec = files.load().spec
    document = yamlio.parse(_with_samples(_draft()).encode(), "a-desk.yaml")

    [assessment] = document.value["assessments"]

    assert assessment["rubric"] == f"{spec.rubric}@{spec.version}"
    assert list(assessment["ratings"]) == [
        each.id for each in spec.criteria if each.measure.kind == "judged"
    ]


def test_a_rubric_without_checklists_or_judgement_has_a_draft_too() -> None:
    spec = files.load().spec
    derived = [each for each in spec.criteria if each.measure.kind == "rules"]

    text = draft.draft("a-desk", spec.model_copy(update={"criteria": derived}), today=DAY)

    assert _findings(_filled(text.decode())) == []


def test_no_line_is_wider_than_a_page() -> None:
    assert max(map(len, _draft().splitlines())) <= 120


def test_editors_are_led_to_the_schema(monkeypatch: pytest.MonkeyPatch) -> None:
    _govscore(monkeypatch, "new", "a-desk")

    path = Path("practices", "a-desk.yaml")
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=../schemas/practice.json"
    assert (path.parent / "../schemas/practice.json").read_bytes() == schemas.schema("practice")


def test_a_schema_that_is_there_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("schemas").mkdir()
    Path("schemas/practice.json").write_text("{}", encoding="utf-8")

    _govscore(monkeypatch, "new", "a-desk")

    assert Path("schemas/practice.json").read_text(encoding="utf-8") == "{}"


def test_it_writes_where_the_configuration_keeps_the_practices(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    Path("govscore.yaml").write_text("practices: records/good\n", encoding="utf-8")

    _govscore(monkeypatch, "new", "a-desk")

    text = Path("records/good/a-desk.yaml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../../schemas/practice.json\n")


def test_a_folder_outside_the_repository_gets_no_schema_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    monkeypatch.chdir(inside)

    _govscore(monkeypatch, "new", "a-desk", "--dir", str(tmp_path / "outside"))

    text = (tmp_path / "outside" / "a-desk.yaml").read_text(encoding="utf-8")
    assert text.startswith("# A practice")
    assert list(inside.iterdir()) == []


@pytest.mark.parametrize("taken", ["a-desk.yaml", "a-desk.yml", "lisbon/a-desk.yaml"])
def test_an_id_that_is_taken_is_refused_and_nothing_written(
    taken: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    there = Path("practices", taken)
    there.parent.mkdir(parents=True)
    there.write_text("mine", encoding="utf-8")

    assert _govscore(monkeypatch, "new", "a-desk") == 2

    assert capsys.readouterr().err == f"govscore: {there} is there already; nothing was written\n"
    assert [path for path in Path().rglob("*") if path.is_file()] == [there]
    assert there.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("São Paulo", ", such as sao-paulo"),
        ("../desk", ", such as desk"),
        ("a--desk", ", such as a-desk"),
        ("Desk.yaml", ", such as desk-yaml"),
        ("*", ""),
        ("", ""),
    ],
)
def test_what_is_no_id_is_refused_with_one_that_is(
    name: str, meant: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _govscore(monkeypatch, "new", name) == 2

    said = f"govscore: '{name}' is no id: write small letters, digits and hyphens{meant}\n"
    assert capsys.readouterr().err == said
    assert list(Path().iterdir()) == []
