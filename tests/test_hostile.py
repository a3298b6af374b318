"""Files that a stranger may send: each bad one is a line, the good one is scored."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from junitparser import JUnitXml
from markdown_it import MarkdownIt

from govscore.__main__ import main
from govscore.render import formats

GOOD = """\
id: NAME
title: City card
summary: A card for all residents, whatever their status.
kind: service
status: running
period: {start: 2015, end: null}
countries: [NO]
jurisdiction: {level: local, name: Oslo}
lead_body: {name: City of Oslo, type: local_authority}
target_groups: [migrants_general]
themes: [integration_cohesion]
"""
FUNDING = "resources: {funding: [{source: own_budget, WHAT}]}\n"
NINES = "9" * 5000


def _bomb() -> str:
    """Give lists of ten lists of ten lists …, ten thousand million words if written out."""
    levels = [
        f"l{depth}: &l{depth} [{', '.join([f'*l{depth - 1}'] * 10)}]" for depth in range(1, 10)
    ]
    return "\n".join(["l0: &l0 [x, x, x, x, x, x, x, x, x, x]", *levels, ""])


BAD: Mapping[str, tuple[str | bytes, str]] = {
    "alias-bomb": (GOOD + _bomb(), "15:45: error GS006 "),
    "boolean": (GOOD + FUNDING.replace("WHAT", "recurring: yes"), "12:55: error GS103 "),
    "brackets": ("[" * 100_000, "1:65: error GS006 "),
    "brackets-closed": (GOOD + "x: " + "[" * 100_000 + "]" * 100_000, "12:67: error GS006 "),
    "duplicate-key": (GOOD + "title: Another\n", "12:1: error GS004 "),
    "empty": ("", "1:1: error GS008 "),
    "escape": (GOOD + 'concerns: [{text: "a\x1b[31mb"}]\n', "12:21: error GS002 "),
    "escape-written-out": (GOOD + 'concerns: [{text: "a\\e[31mb"}]\n', "12:19: error GS002 "),
    "infinity": (GOOD + FUNDING.replace("WHAT", "amount: 1e400"), "12:52: error GS007 "),
    "large": (GOOD + "# " + "x" * 5_000_000, "1:1: error GS006 "),
    "list": ("- one\n- two\n", "1:1: error GS008 "),
    "long-number": (GOOD + FUNDING.replace("WHAT", f"amount: {NINES}"), "12:52: error GS007 "),
    "merge-key": (GOOD + "resources: {<<: {trained_staff: yes}}\n", "12:13: error GS005 "),
    "nul": (GOOD + 'concerns: [{text: "a\0b"}]\n', "12:21: error GS002 "),
    "python-tag": (GOOD + "context: !!python/object:os.system {}\n", "12:10: error GS005 "),
    "recursive": ("id: &x [*x]\n", "1:9: error GS006 "),
    "two-documents": (GOOD + "---\n" + GOOD, "12:1: error GS008 "),
    "utf-16": (GOOD.encode("utf-16"), "1:1: error GS001 "),
}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the folder of bad files, with a good one and a link to nowhere among them."""
    root = tmp_path_factory.mktemp("hostile")
    folder = root / "practices"
    folder.mkdir()
    for name, (content, _) in BAD.items():
        text = content.replace("NAME", name) if isinstance(content, str) else content
        data = text.encode() if isinstance(text, str) else text
        (folder / f"{name}.yaml").write_bytes(data)
    (folder / "good.yaml").write_text(GOOD.replace("NAME", "good"), encoding="utf-8")
    (folder / "dangling.yaml").symlink_to("nowhere.yaml")
    return root


@pytest.fixture(scope="module")
def installed() -> str:
    """Find the command as an installation puts it there."""
    found = shutil.which("govscore", path=str(Path(sys.executable).parent))
    assert found
    return found


def _run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False
    )


def test_the_installed_command_scores_the_good_file_and_gives_each_bad_one_a_line(
    hostile: Path, installed: str
) -> None:
    ran = _run([installed, "score", "practices"], hostile)

    expected = {f"practices/{name}.yaml": place for name, (_, place) in BAD.items()}
    expected["practices/dangling.yaml"] = "1:1: note GS010 "
    lines = ran.stderr.splitlines()
    assert ran.returncode == 1
    assert ran.stdout.startswith(
        "City card\nNOR · local · running since 2015 · practices/good.yaml\n"
    )
    assert sorted(line.split(":")[0] for line in lines) == sorted(expected)
    for line in lines:
        path = line.split(":")[0]
        assert line.startswith(f"{path}:{expected[path]}")
        assert len(line) < 300
    assert "\x1b" not in ran.stdout + ran.stderr


def test_the_installed_command_checks_them_and_says_no_more(hostile: Path, installed: str) -> None:
    ran = _run([installed, "check", "practices", "-o", "json"], hostile)

    result = json.loads(ran.stdout)
    assert (ran.returncode, ran.stderr) == (1, "")
    assert [each["id"] for each in result["practices"]] == ["good"]
    assert result["practices"][0]["record"]["countries"] == ["NOR"]
    grave = [each for each in result["findings"] if each["level"] == "error"]
    assert {each["path"] for each in grave} == {f"practices/{name}.yaml" for name in BAD}
    assert len(grave) == len(BAD)


FORMATS = formats.serving("check")
TEXTS = (
    "::error::x",
    "100%0A",
    "]]>",
    "<script>alert(1)</script>",
    "=HYPERLINK(1)",
    "[red]r[/red]",
    "@name #1",
    "a|b",
    "`c` *d* [e](f)",
)
STEERING = "\\u202eback \\u0085 \\u2028 \\u200b\\u200e\\u200f\\u061c\\u2060\\ufeff"


@pytest.fixture
def spoken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Write a practice whose texts would steer every format, and give those texts."""
    for name in os.environ:
        if name.startswith("GOVSCORE_"):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    Path("practices").mkdir()
    keys = "".join(f"{json.dumps(text)}: 1\n" for text in TEXTS)
    text = GOOD.replace("NAME", "spoken") + keys + f'"{STEERING}": 1\n'
    Path("practices/spoken.yaml").write_text(text, encoding="utf-8")
    return [f"'{each}' is not a field here" for each in TEXTS]


def _check(format_: str, capsysbinary: pytest.CaptureFixture[bytes]) -> str:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.argv", ["govscore", "check", "practices", "-o", format_])
        with pytest.raises(SystemExit) as end:
            main()
    assert end.value.code == 1
    said = capsysbinary.readouterr()
    assert said.err == b""
    return said.out.decode()


def _json(text: str) -> list[str]:
    return [each["message"] for each in json.loads(text)["findings"]]


def _sarif(text: str) -> list[str]:
    results = json.loads(text)["runs"][0]["results"]
    return [re.sub(r"\\([\[\]\\])", r"\1", each["message"]["text"]) for each in results]


def _junit(text: str) -> list[str]:
    cases = [case for suite in JUnitXml.fromstring(text.encode()) for case in suite]
    return [f"{each.message} {each.text}" for case in cases for each in case.result]


def _github(text: str) -> list[str]:
    commands = re.findall(r"^::(?:error|warning|notice) file=[^:]*::(.*)$", text, re.MULTILINE)
    escapes = {"%25": "%", "%0D": "\r", "%0A": "\n"}
    return [re.sub("%25|%0D|%0A", lambda found: escapes[found[0]], each) for each in commands]


def _gitlab(text: str) -> list[str]:
    return [each["description"] for each in json.loads(text)]


def _markdown(text: str) -> list[str]:
    html = MarkdownIt("commonmark", {"html": True}).enable("table").render(text)
    assert "<script" not in html
    assert "<em>d" not in html
    assert 'href="f"' not in html
    words = re.sub("<[^>]*>", "", html)
    for name, sign in (("lt", "<"), ("gt", ">"), ("quot", '"'), ("#8203", ""), ("amp", "&")):
        words = words.replace(f"&{name};", sign)
    return words.replace("\u200b", "").splitlines()


def _csv(text: str) -> list[str]:
    rows = list(csv.reader(io.StringIO(text)))
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]
    return [cell for row in rows for cell in row]


READERS: Mapping[str, Callable[[str], list[str]]] = {
    "text": str.splitlines,
    "concise": str.splitlines,
    "json": _json,
    "sarif": _sarif,
    "junit": _junit,
    "github": _github,
    "gitlab": _gitlab,
    "markdown": _markdown,
    "csv": _csv,
}


@pytest.mark.parametrize("format_", FORMATS)
def test_texts_of_a_file_come_out_whole_and_break_no_format(
    format_: str, spoken: list[str], capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    document = _check(format_, capsysbinary)

    read = READERS[format_](document)
    for sentence in spoken:
        assert any(sentence in each for each in read), sentence
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", document.replace("\r\n", "\n"))


@pytest.mark.parametrize("format_", [each for each in FORMATS if each not in {"json", "sarif"}])
def test_marks_that_reorder_text_reach_no_reader(
    format_: str, spoken: list[str], capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    del spoken

    document = _check(format_, capsysbinary)

    assert "back" in document
    assert not re.search("[\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]", document)


@pytest.mark.parametrize("format_", FORMATS)
def test_names_of_files_break_no_format(
    format_: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("practices").mkdir()
    names: list[Any] = [b"\xff", b"a\x1b[31m", b"b\nc", b"d,::error::e", b"<f>", b"g|h", b"%0A"]
    for name in names:
        Path(os.fsdecode(b"practices/" + name + b".yaml")).write_text("id: x\n", encoding="utf-8")

    document = _check(format_, capsysbinary)

    assert "\x1b" not in document
    assert len([line for line in document.splitlines() if line.startswith("::error::e")]) == 0
    READERS[format_](document)
