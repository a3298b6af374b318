"""What the commands write about the practices here, to the byte, held by digests.

A digest tells that something changed; the command itself, run before and after, shows what.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from govscore.cli import _session, app

ROOT = Path(__file__).parents[1]
DIGESTS = Path(__file__).parent / "golden" / "digests.json"
TODAY = "2026-11-24"
DAY = f"--as-of {TODAY}"
OUT = "OUT"
"""Stands for an empty folder; where a command writes there, its files are digested."""

COMMANDS = {
    "score gmpa": f"score practices/ -o json {DAY}",
    "score sdg-10-7-2": f"score practices/ -o json --rubric sdg-10-7-2 {DAY}",
    "score mipex-2014": f"score practices/ -o json --rubric mipex-2014 {DAY}",
    "score csv": f"score practices/ -o csv {DAY}",
    "score markdown": f"score practices/ -o markdown {DAY}",
    "score table": f"score practices/ -o table {DAY}",
    "score one": f"score practices/sao-paulo-pmpi.yaml {DAY}",
    "robustness json": f"robustness practices/ -o json {DAY}",
    "check json": f"check practices/ -o json {DAY}",
    "check sarif": f"check practices/ -o sarif {DAY}",
    "check junit": f"check practices/ -o junit {DAY}",
    "check github": f"check practices/ -o github {DAY}",
    "check gitlab": f"check practices/ -o gitlab {DAY}",
    "check markdown": f"check practices/ -o markdown {DAY}",
    "check csv": f"check practices/ -o csv {DAY}",
    "check text": f"check practices/ -o text {DAY}",
    "check gates": f"check practices/ --min-overall 60 --min-indicator 40 {DAY}",
    "report": f"report practices/ -o {OUT}/site {DAY}",
    "explain": f"explain sao-paulo-pmpi {DAY}",
    "rubric show": "rubric show gmpa",
    "rubric check": "rubric check gmpa",
    "rubric test": "rubric test gmpa",
    "rubric diff": f"rubric diff gmpa@1.0.0 gmpa practices/ {DAY}",
    "new": f"new x --dir {OUT}",
    "schema practice": "schema practice",
    "schema rubric": "schema rubric",
    "schema config": "schema config",
    "schema result": "schema result",
}
HELP = "help of every command"

Digest = Callable[[str, bytes], None]


@pytest.fixture
def digest(request: pytest.FixtureRequest) -> Digest:
    """Compare the digest of bytes with the one that is held, or hold it with --update-golden."""

    def compare(name: str, found: bytes) -> None:
        held = json.loads(DIGESTS.read_bytes())
        new = sha256(found).hexdigest()
        if request.config.getoption("--update-golden"):
            held = {each: held[each] for each in held if each in {*COMMANDS, HELP}} | {name: new}
            DIGESTS.write_text(f"{json.dumps(held, indent=2, sort_keys=True)}\n", encoding="utf-8")
        assert new == held.get(name), "what is written has changed"

    return compare


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_writes_the_same_bytes(
    name: str, digest: Digest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(_session, "today", lambda: TODAY)  # `new` dates its samples by it
    for variable in [each for each in os.environ if each.startswith("GOVSCORE_")]:
        monkeypatch.delenv(variable)
    plain = {"COLUMNS": "80", "TERM": "xterm", "FORCE_COLOR": None, "GITHUB_ACTIONS": None}
    arguments = COMMANDS[name].replace(OUT, str(tmp_path)).split()

    ran = CliRunner().invoke(app, arguments, env=plain)

    assert ran.exit_code in {0, 1}, ran.output
    said = f"{ran.exit_code}\n".encode() + ran.stdout_bytes + b"\0" + ran.stderr_bytes
    digest(name, b"".join(_files(tmp_path)) or said)


def test_every_command_offers_the_same_in_the_same_words(digest: Digest) -> None:
    offered = dict(_commands(typer.main.get_command(app)))

    digest(HELP, json.dumps(offered, default=lambda _: None).encode())


def _files(folder: Path) -> Iterator[bytes]:
    """Give the names and the contents of the files below a folder."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        content = path.read_bytes()
        yield f"{path.relative_to(folder).as_posix()}\0{len(content)}\0".encode() + content


def _commands(command: Any, path: str = "govscore") -> Iterator[tuple[str, object]]:
    """List commands with what they say of themselves, whatever the version that draws it."""
    about = ("name", "opts", "secondary_opts", "metavar", "required", "help", "show_default")
    parameters = [{key: getattr(each, key, None) for key in about} for each in command.params]
    yield path, [command.help, command.epilog, command.rich_help_panel, parameters]
    for name, each in getattr(command, "commands", {}).items():
        yield from _commands(each, f"{path} {name}")
