"""Whether the pages for people tell the truth: commands, options, links, samples."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer.main
import yaml

from govscore import cli, rooms, yamlio
from govscore.__main__ import main
from govscore.checks import shape
from govscore.render import formats
from govscore.rubric import files

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
SCAFFOLD = ROOT / "src/govscore/scaffold/files"
PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "CHANGELOG.md",
    *sorted((ROOT / "docs").rglob("*.md")),
    *sorted((ROOT / "src/govscore/rules").glob("GS*.py")),
]
WITH_COMMANDS = [*PAGES, *sorted(path for path in SCAFFOLD.iterdir() if path.is_file())]
LINK = re.compile(r"\]\((?!https?://|mailto:|#)([^)#\s]+)")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)


def _blocks(language: str) -> list[str]:
    return [body for name, body in BLOCK.findall(README) if name == language]


def _calls(path: Path) -> Iterator[list[str]]:
    """List what a page shows to be typed: in backticks, or as a line of a block of its own."""
    text = path.read_text(encoding="utf-8")
    shown = re.findall(r"`([^`\n]+)`|^ {4}(govscore .*)", text, re.MULTILINE)
    shown = [quoted or indented for quoted, indented in shown]
    for block in BLOCK.findall(text):
        shown += block[1].splitlines() if block[0] in {"sh", "console", "text"} else []
    if path.suffix != ".md":
        shown += text.splitlines()
    for line in shown:
        if found := re.match(r"^(?:.*(?:&& |\$ |/|: |- |--- ))?govscore ([a-z-].*)", line):
            yield shlex.split(re.split(r" #| && |\||;|>", found[1])[0], posix=True)


def _unknown(call: list[str]) -> str | None:
    """Say what of a call does not exist."""
    command = typer.main.get_command(cli.app)
    for word in call:
        known = getattr(command, "commands", {})
        options = {name for each in command.params for name in (*each.opts, *each.secondary_opts)}
        if word.startswith("-") and word != "-":
            if word.split("=")[0] not in options | {"--help", "-h"}:
                return f"{' '.join(call)}: {word}"
        elif known and word in known:
            command = known[word]
        elif known and not word.isupper():
            return f"{' '.join(call)}: {word}"
    return None


@pytest.mark.parametrize("name", rooms.names(cli))
def test_every_command_is_on_the_front_page(name: str) -> None:
    assert re.search(rf"`{name}`|govscore {name}\b", README)


def test_every_command_stands_in_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.argv", ["govscore", "--help"])
        with pytest.raises(SystemExit):
            main()

    told = capsys.readouterr().out
    assert [name for name in rooms.names(cli) if not re.search(rf"│ {name} ", told)] == []


def test_the_front_page_shows_calls_to_be_typed() -> None:
    calls = list(_calls(ROOT / "README.md"))

    assert ["report", "-o", "site/"] in calls
    assert ["schema", "result"] in calls
    assert len(calls) >= 9


@pytest.mark.parametrize("path", WITH_COMMANDS, ids=lambda path: path.name)
def test_what_is_to_be_typed_exists(path: Path) -> None:
    assert [said for call in _calls(path) if (said := _unknown(call))] == []


@pytest.mark.parametrize("call", [["scoer"], ["score", "--colour", "never"], ["rubric", "lint"]])
def test_what_does_not_exist_would_be_noticed(call: list[str]) -> None:
    assert _unknown(call)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    links = LINK.findall(path.read_text(encoding="utf-8"))

    assert [link for link in links if not (path.parent / link).exists()] == []


def test_the_index_of_the_pages_leads_to_each_of_them() -> None:
    index = ROOT / "docs/README.md"
    pages = {path for path in (ROOT / "docs").rglob("*.md") if path != index}

    named = {index.parent / link for link in LINK.findall(index.read_text(encoding="utf-8"))}
    assert pages - named == set()


def test_the_five_minutes_can_be_spent_as_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    [walk] = [block for block in _blocks("sh") if "govscore init" in block]
    codes = []
    for line in walk.splitlines():
        call, *then = line.split("#")[0].split("&&")
        monkeypatch.setattr("sys.argv", shlex.split(call))
        with pytest.raises(SystemExit) as end:
            main()
        codes.append((shlex.split(call)[1], end.value.code))
        for step in then:
            monkeypatch.chdir(shlex.split(step)[1])

    said = capsys.readouterr()
    assert codes == [
        ("init", 0),
        ("score", 0),
        ("explain", 0),
        ("explain", 0),
        ("todo", 0),
        ("agreement", 0),
        ("check", 0),
        ("report", 0),
        ("new", 0),
    ]
    assert "practices/lisbon-city-card.yaml" in said.out
    assert Path("site/index.html").is_file()


def test_the_sample_has_no_field_that_a_practice_has_not() -> None:
    sample, *_ = _blocks("yaml")
    document = yamlio.parse(sample.encode(), "lisbon-city-card.yaml")

    _, problems = shape.practice(document)

    assert document.problems == ()
    assert {each.code for each in problems} == {"GS101"}  # required fields are left out of it


def test_the_samples_for_jobs_and_hooks_name_what_is_offered() -> None:
    _, action, hook = (yaml.safe_load(each) for each in _blocks("yaml"))
    offered = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    [own] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))

    assert set(action[1]["with"]) <= set(offered["inputs"])
    assert [each["id"] for each in hook["repos"][0]["hooks"]] == [own["id"]]


def test_the_python_sample_runs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    [sample] = _blocks("python")

    exec(sample, {})  # noqa: S102 - our own page

    low, point, high = map(float, capsys.readouterr().out.split())
    assert 0 <= low <= point <= high <= 100


def test_the_figures_of_the_front_page_are_those_of_the_repository() -> None:
    practices = len(list((ROOT / "practices").glob("*.yaml")))
    spec = files.load("gmpa").spec
    bands = ", ".join(f"{band.id} ({band.start:g})" for band in spec.bands if band.start)

    assert re.findall(r"(\d+)\s+(?:real )?practices\b", README) == [str(practices)] * 2
    assert f"{len(spec.criteria)} criteria" in README
    assert f"{bands}." in README
    assert f"Formats: {', '.join(formats.serving('check'))}." in README


def test_the_rooms_are_those_of_the_house() -> None:
    [tree] = re.findall(r"^```\nsrc/govscore/\n(.*?)^```", CONTRIBUTING, re.MULTILINE | re.DOTALL)
    named = {name for line in tree.splitlines() for name in re.findall(r"[\w_]+(?:/|\.py)", line)}
    package = ROOT / "src/govscore"
    there = {
        f"{path.name}/" if path.is_dir() else path.name
        for path in package.iterdir()
        if path.suffix == ".py" or (path / "__init__.py").exists()
    }

    assert named - {"html/", "formats/", "terminal/"} == there
