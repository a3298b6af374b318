"""`govscore check`: what a pull request meets."""

from __future__ import annotations

import csv
import io
import json
import math
import re
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import jsonschema
import pytest

from govscore import schemas
from govscore.render import formats
from govscore.runs import executors

Run = Callable[..., CompletedProcess[str]]
Commit = Callable[[], None]
ROOT = Path(__file__).parents[2]
FORMATS = formats.serving("check")
EXAMPLE = "practices/example-welcome-desk.yaml"
BLANKS = "# a remark\n" * 20


def _change(path: Path, before: str, after: str, *, first: bool = False) -> int:
    """Change the one line, or the first, that holds a text, and give its number."""
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    numbers = [index for index, line in enumerate(lines) if before in line]
    [number] = numbers[:1] if first else numbers
    lines[number] = lines[number].replace(before, after)
    path.write_text("".join(lines), encoding="utf-8")
    return number + 1


def _findings(ran: CompletedProcess[str]) -> list[tuple[str, str, int]]:
    return [
        (each["code"], each["path"], each["line"])
        for each in json.loads(ran.stdout)["findings"]
        if each["level"] != "note"
    ]


@pytest.mark.usefixtures("repository")
def test_a_new_repository_passes_and_nothing_is_remarked(govscore: Run) -> None:
    ran = govscore("check")

    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout == "Passed: 0 errors, 0 warnings, 0 notes in 1 file; 0 of 3 gates failed.\n"


def test_a_broken_field_fails_at_its_line(demo: Path, govscore: Run) -> None:
    line = _change(demo, "kind: service", "kind: servise")

    ran = govscore("check")

    assert ran.returncode == 1
    assert f"{EXAMPLE}:{line}:7: error GS104 'servise' is not in the vocabulary" in ran.stdout
    assert f"  {line} | kind: servise\n     |       ^\n" in ran.stdout
    assert ran.stderr == ""


def test_a_dropped_score_fails_the_gate_and_says_what_would_mend_it(
    demo: Path, govscore: Run
) -> None:
    text = demo.read_text(encoding="utf-8")
    before, rest = text.split("stakeholders:\n", 1)
    demo.write_text(before + rest[rest.index("evaluations:") :], encoding="utf-8")

    ran = govscore("check")

    assert ran.returncode == 1
    assert f"{EXAMPLE}: GS902 indicator:stakeholders, as proven: expected at least 25" in ran.stdout
    assert ran.stdout.count("    - ") == 4
    assert "    - the first is enough\n" in ran.stdout
    assert "; 1 of 3 gates failed.\n" in ran.stdout
    assert ("GS902", EXAMPLE, 1) in _findings(govscore("check", "-o", "json"))


def test_the_ways_up_are_told_alike_whatever_else_is_written(demo: Path, govscore: Run) -> None:
    del demo

    alone = govscore("check", "--min-overall", "90")
    beside = govscore("check", "--min-overall", "90", "-o", "text", "-o", "markdown=summary.md")

    assert alone.returncode == 1
    assert "level 4" in alone.stdout
    assert alone.stdout == beside.stdout


@pytest.mark.usefixtures("demo")
def test_an_expired_waiver_fails_at_its_line(govscore: Run) -> None:
    waiver = "{code: GS303, path: 'practices/*', reason: r, owner: the desk, expires: 2020-01-31}"
    line = _change(Path("govscore.yaml"), "waivers: []", f"waivers: [{waiver}]")

    ran = govscore("check")

    assert ran.returncode == 1
    assert f"govscore.yaml:{line}:" in ran.stdout
    assert "error GS906 the waiver of GS303 by the desk ended on 2020-01-31" in ran.stdout


def test_a_waived_finding_fails_nothing_and_is_shown(demo: Path, govscore: Run) -> None:
    _change(demo, "evidence: [e-bylaw]", "evidence: [e-nowhere]", first=True)
    waiver = "{code: GS201, path: 'practices/*', reason: agreed, owner: me, expires: 2027-01-31}"
    _change(Path("govscore.yaml"), "waivers: []", f"waivers: [{waiver}]")

    ran = govscore("check")

    assert ran.returncode == 0
    assert "active: GS201 practices/*: agreed (me, until 2027-01-31)" in ran.stdout
    assert "1 more waived" in ran.stdout


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("gates: [{overall: high}]\n", 1, "GS509"),
        ("practices: practices\nraitings: 3\n", 2, "GS509"),
        ("gates:\n- {label: brilliant}\n", 2, "GS509"),
        ("waivers:\n- {code: GS102}\n", 2, "GS510"),
        ("gates: [\n", 2, "GS003"),
    ],
)
@pytest.mark.usefixtures("demo")
def test_a_broken_configuration_could_not_evaluate(
    text: str, line: int, code: str, govscore: Run
) -> None:
    Path("govscore.yaml").write_text(text, encoding="utf-8")

    ran = govscore("check", "-o", "json")

    assert (ran.returncode, ran.stdout) == (2, "")
    assert f"govscore.yaml:{line}:" in ran.stderr
    assert f"error {code} " in ran.stderr


@pytest.mark.usefixtures("repository")
def test_a_commit_to_the_readme_alone_leaves_nothing_to_check(
    govscore: Run, commit: Commit
) -> None:
    Path("README.md").write_text("changed\n", encoding="utf-8")
    commit()

    ran = govscore("check", "--changed-since", "HEAD~1")

    assert ran.returncode == 0
    assert ran.stdout == "Passed: 0 errors, 0 warnings, 0 notes in 0 files.\n"
    assert ran.stderr == "no practice changed; nothing to check\n"


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.usefixtures("repository")
def test_nothing_to_check_still_gives_the_document_that_was_asked_for(
    format_: str, govscore: Run
) -> None:
    ran = govscore("check", "-q", "--changed-since", "HEAD", "-o", f"{format_}=out/result")

    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
    assert Path("out/result").is_file()


@pytest.mark.parametrize("place", [".", "practices", "elsewhere"])
def test_only_what_changed_is_checked_wherever_one_stands(
    place: str, repository: Path, govscore: Run, commit: Commit, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = repository.read_text(encoding="utf-8")
    repository.with_name("broken.yaml").write_text("id: broken\n", encoding="utf-8")
    commit()
    (repository.with_name("another.yaml")).write_text(
        text.replace("id: example-welcome-desk", "id: another"), encoding="utf-8"
    )
    with repository.open("a", encoding="utf-8") as file:
        file.write("mood: bright\n")
    Path("elsewhere").mkdir()
    monkeypatch.chdir(place)

    ran = govscore("check", "--changed-since", "HEAD", "-o", "json")

    assert ran.returncode == 1
    read = [Path(each["path"]).name for each in json.loads(ran.stdout)["inputs"]]
    assert read == ["another.yaml", "example-welcome-desk.yaml"]
    assert [code for code, _, _ in _findings(ran)] == ["GS102"]


def test_a_regression_between_two_commits_is_named_and_located(
    repository: Path, govscore: Run, commit: Commit
) -> None:
    line = _change(repository, "enforcement: in_use", "enforcement: provided")
    commit()

    ran = govscore("check", "--base", "HEAD~1")

    assert ran.returncode == 1
    assert (
        f"{EXAMPLE}:{line}:18: error GS905 'national-law' fell from level 4 to 3 against HEAD~1\n"
    ) in ran.stdout
    assert f"{EXAMPLE}:{line}:18: error GS905 the overall fell from " in ran.stdout
    assert ran.stderr == ""


@pytest.mark.parametrize("place", [".", "practices", "elsewhere"])
def test_no_change_is_no_regression_wherever_one_stands(
    place: str, repository: Path, govscore: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    del repository
    Path("elsewhere").mkdir()
    monkeypatch.chdir(place)

    ran = govscore("check", "--base", "HEAD")

    assert (ran.returncode, ran.stderr) == (0, "")


@pytest.mark.parametrize("how", ["flag", "variable", "file"])
def test_a_saved_result_serves_as_baseline(
    how: str, demo: Path, govscore: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    govscore("score", "-o", "json=results/then.json")
    _change(demo, "enforcement: in_use", "enforcement: provided")
    arguments = ["--baseline", "results/then.json"] if how == "flag" else []
    if how == "variable":
        monkeypatch.setenv("GOVSCORE_BASELINE", "results/then.json")
    if how == "file":
        Path("govscore.yaml").write_text("baseline: results/then.json\n", encoding="utf-8")

    ran = govscore("check", *arguments)

    assert ran.returncode == 1
    assert "'national-law' fell from level 4 to 3 against results/then.json\n" in ran.stdout


@pytest.mark.usefixtures("demo")
def test_a_baseline_of_another_rubric_is_refused_before_anything_is_written(
    govscore: Run,
) -> None:
    text = (ROOT / "rubrics/gmpa.yaml").read_text(encoding="utf-8")
    Path("mine.yaml").write_text(f"{text}# another text\n", encoding="utf-8")
    govscore("score", "--rubric", "mine.yaml", "-o", "json=then.json")

    refused = govscore("check", "--baseline", "then.json", "-o", "json")
    meant = govscore("check", "--baseline", "then.json", "--allow-rubric-change")

    assert (refused.returncode, refused.stdout) == (2, "")
    assert "then.json:1:1: error GS512 " in refused.stderr
    assert meant.returncode == 0


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "then.json: the baseline cannot be read: No such file or directory"),
        ("{", "then.json:1:2: error GS511 "),
        ("[]", "then.json:1:1: error GS511 "),
        ('{"schema_version": "0"}', "then.json:1:1: error GS511 "),
    ],
)
@pytest.mark.usefixtures("demo")
def test_a_baseline_that_is_no_result_could_not_evaluate(
    content: str | None, said: str, govscore: Run
) -> None:
    if content is not None:
        Path("then.json").write_text(content, encoding="utf-8")

    ran = govscore("check", "--baseline", "then.json")

    assert (ran.returncode, ran.stdout) == (2, "")
    assert said in ran.stderr


@pytest.mark.parametrize("option", ["--base", "--changed-since"])
@pytest.mark.parametrize(
    ("revision", "said"),
    [
        (
            "nowhere",
            "git knows no revision 'nowhere'",
        ),
        ("--output=x", "git knows no revision '--output=x'"),
    ],
)
@pytest.mark.usefixtures("repository")
def test_a_revision_that_is_none_could_not_evaluate(
    revision: str, said: str, option: str, govscore: Run
) -> None:
    ran = govscore("check", f"{option}={revision}")

    assert (ran.returncode, ran.stdout) == (2, "")
    assert said in ran.stderr
    assert not Path("x").exists()


@pytest.mark.parametrize("option", ["--base", "--changed-since"])
@pytest.mark.usefixtures("demo")
def test_without_a_repository_git_says_why(
    option: str, govscore: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(Path.cwd().parent))

    ran = govscore("check", option, "HEAD")

    assert (ran.returncode, ran.stdout) == (2, "")
    assert "not a git repository" in ran.stderr


def test_germany_is_not_party_to_the_icrmw(folder: Path, govscore: Run) -> None:
    text = (ROOT / "tests/cases/bad/gs301-germany-and-the-icrmw.yaml").read_text(encoding="utf-8")
    path = folder / "gs301-germany-and-the-icrmw.yaml"
    path.write_text(text, encoding="utf-8")
    line = next(n for n, each in enumerate(text.splitlines(), 1) if "status: party" in each)

    ran = govscore("check", path.name, "-o", "json")

    assert ("GS301", path.name, line) in _findings(ran)
    assert ran.returncode == 0
    assert govscore("check", path.name, "--fail-level", "warning").returncode == 1


@pytest.mark.parametrize(
    ("arguments", "code", "codes"),
    [
        ([], 1, ["GS201", "GS206", "GS201"]),
        (["--select", "GS206"], 1, ["GS206"]),
        (["--select", "GS20"], 1, ["GS201", "GS206", "GS201"]),
        (["--select", "GS206", "--select", "GS203"], 1, ["GS206"]),
        (["--ignore", "GS201"], 1, ["GS206"]),
        (["--ignore", "GS2"], 0, []),
        (["--select", "GS20", "--ignore", "GS206"], 1, ["GS201", "GS201"]),
        (["--select", "GS3"], 0, []),
    ],
)
def test_findings_are_selected_and_ignored_by_code_or_beginning(
    arguments: list[str], code: int, codes: list[str], card: Path, govscore: Run
) -> None:
    text = card.read_text(encoding="utf-8").replace("id: city-card", "id: another")
    card.write_text(f"{text}searched: {{policies: [e-a, e-b]}}\npolicies: []\n", encoding="utf-8")

    ran = govscore("check", "-o", "json", *arguments)

    assert ran.returncode == code
    assert sorted(each for each, _, _ in _findings(ran)) == sorted(codes)


@pytest.mark.parametrize("option", ["--select", "--ignore"])
@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("GS314x", "no finding 'GS314x' to select or ignore; did you mean GS314?"),
        ("gs101", "did you mean GS101?"),
        ("GS101,GS102", "no finding 'GS101,GS102' to select or ignore"),
        ("", "no finding '' to select or ignore; govscore rule lists them all"),
    ],
)
@pytest.mark.usefixtures("card")
def test_a_code_that_is_none_is_refused_rather_than_hiding_all(
    given: str, said: str, option: str, govscore: Run
) -> None:
    ran = govscore("check", option, given)

    assert (ran.returncode, ran.stdout) == (2, "")
    assert said in ran.stderr


@pytest.mark.parametrize("arguments", [["--select", "GS1"], ["--ignore", "GS9"]])
@pytest.mark.usefixtures("card")
def test_a_gate_that_failed_fails_whatever_is_selected_or_ignored(
    arguments: list[str], govscore: Run
) -> None:
    ran = govscore("check", "--min-overall", "50", "-o", "json", *arguments)

    assert ran.returncode == 1
    assert [code for code, _, _ in _findings(ran)] == ["GS901"]


@pytest.mark.parametrize(("level", "code"), [("error", 0), ("warning", 1), ("note", 1)])
def test_the_level_that_fails_can_be_lowered(
    level: str, code: int, card: Path, govscore: Run
) -> None:
    with card.open("a", encoding="utf-8") as file:
        file.write("evidence:\n- {id: e-news, type: media_report}\n")

    assert govscore("check", "--fail-level", level).returncode == code


def test_a_note_fails_at_the_level_of_notes_only(card: Path, govscore: Run) -> None:
    levels = {
        each["level"] for each in json.loads(govscore("check", "-o", "json").stdout)["findings"]
    }

    assert levels == {"note"}
    assert govscore("check", str(card), "--fail-level", "warning").returncode == 0
    assert govscore("check", str(card), "--fail-level", "note").returncode == 1


@pytest.mark.parametrize(
    ("option", "gate"), [("--min-overall", "overall"), ("--min-indicator", "indicator:standards")]
)
@pytest.mark.usefixtures("demo")
def test_the_command_line_adds_a_gate_to_those_of_the_file(
    option: str, gate: str, govscore: Run
) -> None:
    held = govscore("check", option, "40")
    failed = govscore("check", option, "99.5")

    assert held.returncode == 0
    assert failed.returncode == 1
    assert f"{gate}, as proven: expected at least 99.5, found " in failed.stdout


def test_one_file_is_read_from_standard_input(demo: Path, govscore: Run) -> None:
    text = demo.read_text(encoding="utf-8")

    good = govscore("check", "-", feed=text)
    bad = govscore("check", "-", "-o", "json", feed=text.replace("kind: service", "kind: x"))

    assert good.returncode == 0
    assert good.stdout.startswith("Passed: 0 errors, 0 warnings, 0 notes in 1 file;")
    assert bad.returncode == 1
    line = next(n for n, each in enumerate(text.splitlines(), 1) if each == "kind: service")
    assert _findings(bad) == [("GS104", "-", line)]


def test_fingerprints_stay_when_lines_are_put_above_and_items_before(
    demo: Path, govscore: Run
) -> None:
    treaty = (
        "{instrument: ilo-c143, provisions: ['10', '99'], alignment: consistent, "
        "use: reference, evidence: [e-x]}"
    )
    text = demo.read_text(encoding="utf-8")
    first = text.index("  - {instrument: ilo-c143")
    rest = text[text.index("\n", first) + 1 :]
    demo.write_text(f"{text[:first]}  - {treaty}\n{rest}", encoding="utf-8")
    before = json.loads(govscore("check", "-o", "json").stdout)["findings"]
    item = "{instrument: crc, alignment: consistent, use: reference, evidence: [e-bylaw]}"

    demo.write_text(f"{BLANKS}{text[:first]}  - {item}\n  - {treaty}\n{rest}", encoding="utf-8")

    after = json.loads(govscore("check", "-o", "json").stdout)["findings"]
    assert [each["code"] for each in before] == ["GS303", "GS201"]
    assert [each["fingerprint"] for each in after] == [each["fingerprint"] for each in before]
    assert [each["line"] for each in after] == [each["line"] + 21 for each in before]
    assert before[0]["pointer"].startswith("/legal_basis/international/0/")
    assert after[0]["pointer"].startswith("/legal_basis/international/1/")


@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
@pytest.mark.parametrize("format_", ["json", "text", "junit"])
def test_several_processes_give_the_bytes_of_one(
    format_: str, card: Path, govscore: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = card.read_text(encoding="utf-8")
    for number in range(30):
        name = f"card-{number:02}"
        changed = text.replace("city-card", name if number != 7 else "another")
        card.with_name(f"{name}.yaml").write_text(changed, encoding="utf-8")
    asked = ("check", "--min-overall", "5", "-o", format_, "--executor")
    alone = govscore(*asked, "local")
    monkeypatch.setattr(executors, "processors", lambda: 2)

    shared = govscore(*asked, "processes")

    assert alone.returncode == shared.returncode == 1
    assert shared.stdout == alone.stdout


def test_fingerprints_are_unique(card: Path, govscore: Run) -> None:
    text = card.read_text(encoding="utf-8").replace("City card\n", "City card\nmood: 1\nmoods: 2\n")
    card.write_text(text, encoding="utf-8")
    card.with_name("another.yaml").write_text(text, encoding="utf-8")

    prints = [each["fingerprint"] for each in json.loads(govscore("check", "-o", "gitlab").stdout)]

    assert len(prints) == len(set(prints)) >= 4


def _sarif(text: str) -> None:
    schema = json.loads((ROOT / "tests/schemas/sarif-2.1.0.json").read_text(encoding="utf-8"))
    jsonschema.Draft7Validator(schema).validate(json.loads(text))


def _json(text: str) -> None:
    jsonschema.Draft202012Validator(json.loads(schemas.schema("result"))).validate(json.loads(text))


READERS: dict[str, Callable[[str], Any]] = {
    "sarif": _sarif,
    "json": _json,
    "gitlab": json.loads,
    "csv": lambda text: list(csv.reader(io.StringIO(text))),
}


@pytest.mark.parametrize("format_", sorted(READERS))
@pytest.mark.parametrize("broken", ["", "mood: bright\n", "mood: 1\ncolour: 2\n"])
def test_documents_are_valid_with_no_one_and_many_findings(
    broken: str, format_: str, demo: Path, govscore: Run
) -> None:
    with demo.open("a", encoding="utf-8") as file:
        file.write(broken)

    ran = govscore("check", "-o", format_)

    assert ran.returncode == (1 if broken else 0)
    READERS[format_](ran.stdout)


def test_every_format_at_once_gives_the_bytes_of_each_alone(card: Path, govscore: Run) -> None:
    card.with_name("broken.yaml").write_text("id: broken\n", encoding="utf-8")
    together = [part for name in FORMATS for part in ("-o", f"{name}=out/{name}")]

    govscore("check", *together)

    for name in FORMATS:
        alone = govscore("check", "-o", name).stdout
        assert Path("out", name).read_bytes().decode() == alone, name


@pytest.mark.usefixtures("card")
def test_two_json_files_are_both_whole(govscore: Run) -> None:
    govscore("check", "-o", "json=a.json", "-o", "json=b.json")

    assert Path("a.json").read_bytes() == Path("b.json").read_bytes()
    assert len(json.loads(Path("a.json").read_bytes())["practices"]) == 1


@pytest.mark.parametrize("format_", FORMATS)
def test_no_document_has_an_escape_sequence_unless_colour_was_asked_for(
    format_: str, card: Path, govscore: Run
) -> None:
    with card.open("a", encoding="utf-8") as file:
        file.write("mood: bright\n")

    assert "\x1b" not in govscore("check", "-o", format_).stdout
    coloured = govscore("check", "-o", format_, "--color", "always").stdout
    assert ("\x1b" in coloured) is (format_ == "text")


@pytest.mark.usefixtures("card")
def test_what_is_used_is_told_when_asked_for(govscore: Run) -> None:
    Path("govscore.yaml").write_text("rubric: mipex-2014\n", encoding="utf-8")

    ran = govscore("check", "-v")

    assert ran.stderr.splitlines()[0] == "configuration: govscore.yaml"
    assert ran.stderr.splitlines()[1].startswith("rubric: mipex-2014 1.0.0 (")


def test_an_id_that_two_files_use_is_found_across_files(card: Path, govscore: Run) -> None:
    card.with_name("a").mkdir()
    card.with_name("a").joinpath(card.name).write_bytes(card.read_bytes())

    whole = _findings(govscore("check", "-o", "json"))

    assert whole == [
        ("GS205", f"practices/{path}", 1) for path in ("a/city-card.yaml", "city-card.yaml")
    ]


@pytest.mark.parametrize("name", ["practices", "."])
def test_a_folder_without_a_practice_could_not_evaluate(
    name: str, folder: Path, govscore: Run
) -> None:
    (folder / "practices").mkdir()

    ran = govscore("check", name)

    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == f"govscore: there is no practice in {name}\n"


HOSTS = ["sarif", "gitlab", "junit", "json", "github"]


@pytest.mark.parametrize("format_", HOSTS)
def test_a_document_is_the_same_wherever_one_stands_and_however_a_path_is_given(
    format_: str, repository: Path, govscore: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    with repository.open("a", encoding="utf-8") as file:
        file.write("mood: bright\n")
    root = Path.cwd()
    expected = govscore("check", "-o", format_).stdout

    assert EXAMPLE in expected
    assert govscore("check", "-o", format_, str(root / "practices")).stdout == expected
    monkeypatch.chdir("practices")
    assert govscore("check", "-o", format_).stdout == expected
    assert govscore("check", "-o", format_, ".").stdout == expected
    assert govscore("check", "-o", format_, repository.name).stdout == expected
    monkeypatch.chdir("/")
    elsewhere = ["--config", str(root / "govscore.yaml"), str(root / "practices")]
    assert govscore("check", "-o", format_, *elsewhere).stdout == expected


def test_people_are_told_of_files_from_where_they_stand(
    repository: Path, govscore: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    with repository.open("a", encoding="utf-8") as file:
        file.write("mood: bright\n")
    monkeypatch.chdir("practices")

    for format_ in ("text", "concise"):
        told = govscore("check", "-o", format_).stdout
        assert told.startswith(f"{repository.name}:"), told


def test_gates_and_waivers_mean_the_same_files_wherever_one_stands(
    repository: Path, govscore: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    _change(repository, "evidence: [e-bylaw]", "evidence: [e-nowhere]", first=True)
    waiver = "{code: GS201, path: 'practices/*', reason: agreed, owner: me, expires: 2027-01-31}"
    _change(Path("govscore.yaml"), "waivers: []", f"waivers: [{waiver}]")
    monkeypatch.chdir("practices")

    ran = govscore("check")

    assert (ran.returncode, ran.stderr) == (0, "")
    assert "1 more waived" in ran.stdout


@pytest.mark.parametrize("second", ["a", "./a", "b/../a"])
@pytest.mark.usefixtures("card")
def test_two_formats_cannot_go_to_one_file(second: str, govscore: Run) -> None:
    Path("b").mkdir()

    ran = govscore("check", "-o", "json=a", "-o", f"sarif={second}")

    assert ran.returncode == 2
    assert ran.stderr == f"govscore: two formats cannot go to the same file {second}\n"
    assert not Path("a").exists()


def test_a_failing_run_that_writes_only_files_still_says_so(card: Path, govscore: Run) -> None:
    with card.open("a", encoding="utf-8") as file:
        file.write("mood: bright\n")

    ran = govscore("check", "-o", "sarif=a", "-o", "json=b")

    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr == "Failed: 1 error, 0 warnings, 0 notes in 1 file; 0 scored, 1 not.\n"
    assert govscore("check", "-o", "sarif=a", "-q").stderr == ""


def test_the_figures_of_a_way_up_are_the_same_in_every_format(demo: Path, govscore: Run) -> None:
    del demo
    result = json.loads(govscore("check", "--min-overall", "90", "-o", "json").stdout)
    [gate] = [each for each in result["gates"] if not each["passed"]]
    figures = [f"+{math.floor(round(gain * 10, 6)) / 10:.1f}" for gain in gate["gains"]]

    assert len(figures) == 3
    for format_ in ("text", "csv", "markdown", "junit", "sarif"):
        told = govscore("check", "--min-overall", "90", "-o", format_).stdout
        shown = [
            re.search(rf"{name}\W.{{0,20}}?(\+[0-9.]+[0-9])", told) for name in gate["cheapest"]
        ]
        assert [each[1] if each else None for each in shown] == figures, format_


def test_the_collection_is_checked_in_under_thirty_lines(
    govscore: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)

    told = govscore("check").stdout.splitlines()

    assert len(told) < 30
    assert any(line.endswith(" kinds; --show note lists them") for line in told)


def test_colour_can_be_forced_where_there_is_no_terminal(
    card: Path, govscore: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    del card
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in govscore("check").stdout
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in govscore("check").stdout
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("FORCE_COLOR", "0")
    assert "\x1b[" not in govscore("check").stdout


@pytest.mark.parametrize("asked", [[], ["--statistics"], ["-o", "concise"], ["-o", "github"]])
def test_a_document_says_the_same_where_what_it_does_not_show_is_only_counted(
    asked: list[str], govscore: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    counted = govscore("check", *asked)
    monkeypatch.setattr(formats, "counts_rest", lambda _: False)

    assert counted.stdout == govscore("check", *asked).stdout
    assert counted.returncode == 0
