"""docs/tutorial.md can be followed to the letter; --update-golden writes what it shows anew."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from govscore.cli import _desk

PAGE = Path(__file__).parents[2] / "docs" / "tutorial.md"
PART = re.compile(
    r"(?P<head><!-- (?P<kind>prints|talk)(?: (?P<most>\d+))?: (?P<call>.+?)"
    r"(?P<answers>\n.*?)?\s?-->\n).*?<!-- end -->\n",
    re.DOTALL,
)
CHOICE = re.compile(r" +(\d+)  (.*)")
FEW = 6

Run = Callable[[str], tuple[int, str]]


class Talk:
    """A person who has the answers ready, and the paper on which the talk is written down."""

    def __init__(self, answers: list[str]) -> None:
        self.answers = answers
        self.told: list[str] = []
        self._choices: list[str] = []

    def say(self, text: str) -> None:
        if CHOICE.match(text):
            self._choices.append(text)
        else:
            self.told += [*self._shown(), text]

    def ask(self, text: str) -> str:
        answer = self.answers.pop(0)
        self.told += self._shown()
        if answer.startswith(":") and "" in self.told:
            self._pass_over()
        self.told.append((text + answer).rstrip())
        return answer

    def _pass_over(self) -> None:
        """Leave out a criterion that the person only passes by."""
        start = max(n for n, line in enumerate(self.told) if not line)
        if not any(line.startswith("Written") for line in self.told[start:]):
            self.told[start:] = ["…"]

    def _shown(self) -> list[str]:
        """Give the choices, of many only the first."""
        choices, self._choices = self._choices, []
        return choices if len(choices) <= FEW else [choices[0], "  …"]


@pytest.fixture
def followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: Run) -> Callable[[str], str]:
    """Do all that a page shows, in an empty folder and in its order, and write down what is seen."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    for module in ("check", "plan"):
        monkeypatch.setattr(f"govscore.runs.{module}.today", lambda: "2026-11-24")

    def prints(part: re.Match[str]) -> str:
        command, _, folder = part["call"].partition(" && cd ")
        code, seen = call(command)
        assert (command, code) == (command, 0)
        if folder:
            monkeypatch.chdir(folder)
        lines = seen.rstrip().splitlines()
        most = int(part["most"] or len(lines))
        return "\n".join([f"$ {part['call']}", *lines[:most], *["…"] * (len(lines) > most)])

    def talk(part: re.Match[str]) -> str:
        talk = Talk(part["answers"].strip("\n").split("\n"))
        monkeypatch.setattr(_desk, "ask", talk.ask)
        monkeypatch.setattr(_desk, "say", talk.say)
        first = talk.answers[0]
        assert call(part["call"])[0] == 0
        assert (part["call"], talk.answers) == (part["call"], [])
        start = next(n for n, line in enumerate(talk.told) if line.endswith(first))
        begun = ["…"] if first.startswith(":") else talk.told[:start]
        return "\n".join([f"$ {part['call']}", *begun, *talk.told[start:]])

    does = {"prints": prints, "talk": talk}

    def follow(page: str) -> str:
        return PART.sub(
            lambda m: f"{m['head']}```console\n{does[m['kind']](m)}\n```\n<!-- end -->\n", page
        )

    return follow


def test_the_tutorial_shows_what_its_reader_sees(
    golden: Callable[[Path, bytes], None], followed: Callable[[str], str]
) -> None:
    golden(PAGE, followed(PAGE.read_bytes().decode()).encode())


def test_every_command_of_the_tutorial_is_run() -> None:
    page = PAGE.read_text(encoding="utf-8")
    typed = re.findall(r"^\$ (.*)", page, re.MULTILINE)

    assert typed == [part["call"] for part in PART.finditer(page)]
    assert {call.split()[1] for call in typed} == {
        "init",
        "assess",
        "score",
        "todo",
        "explain",
        "check",
        "report",
    }


def test_the_dossier_is_an_exercise_and_names_no_host_that_could_be_somebodys() -> None:
    page = PAGE.read_text(encoding="utf-8")

    assert "**This is an exercise.**" in page
    assert set(re.findall(r"https?://([^/`\s]+)", page)) == {"example.org"}


def test_what_is_answered_for_a_document_stands_in_the_dossier() -> None:
    page = PAGE.read_text(encoding="utf-8")
    dossier = page[: page.index("## Eleven fields")]

    links = set(re.findall(r"^url: (\S+)", page, re.MULTILINE))
    assert len(links) == 4
    assert [link for link in links if f"`{link}`" not in dossier] == []
