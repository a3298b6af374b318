"""The result that the pages are drawn from in these tests, and a reader of pages."""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from govscore.render.formats import html
from govscore.render.style import Style
from govscore.result.run import Result
from govscore.result.scored import ScoredPractice

SAVED = Path(__file__).parents[2] / "golden" / "check.json"
Tag = tuple[str, dict[str, str]]
Draw = Callable[[Result], dict[str, bytes]]
Read = Callable[[bytes], "Page"]
Change = Callable[..., Result]


class Page(HTMLParser):
    """A page taken apart: its tags in order, its texts, and the text of each element that has an id."""

    def __init__(self, document: bytes) -> None:
        super().__init__()
        self.tags: list[Tag] = []
        self.texts: list[str] = []
        self.raw: dict[str, list[str]] = {"script": [], "style": []}
        self._open: list[str] = []
        self.feed(document.decode("utf-8"))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        inside = self._open[-1] if self._open else ""
        if inside in self.raw:
            self.raw[inside].append(data)
        elif data.strip():
            self.texts.append(data)

    @property
    def text(self) -> str:
        """All that can be read, on one line."""
        return " ".join(" ".join(self.texts).split())

    def attributes(self, name: str) -> list[str]:
        """List the values of an attribute, in order."""
        return [attrs[name] for _, attrs in self.tags if name in attrs]


@pytest.fixture(scope="session")
def collection() -> Result:
    """Two practices, one good and one harmful, with the outcome of a check."""
    return Result.model_validate_json(SAVED.read_bytes())


@pytest.fixture(scope="session")
def site(collection: Result) -> dict[str, bytes]:
    """The site of the collection."""
    return dict(html.render(collection, Style()))


@pytest.fixture(scope="session")
def one_file(collection: Result) -> bytes:
    """The collection as one file."""
    return html.single(collection, Style())


@pytest.fixture
def draw() -> Draw:
    """Draw a site."""
    return lambda result: dict(html.render(result, Style()))


@pytest.fixture
def read() -> Read:
    """Take a page apart."""
    return Page


@pytest.fixture
def changed(collection: Result) -> Change:
    """Give the collection with its first practice changed."""

    def change(**update: Any) -> Result:
        practice: ScoredPractice = collection.practices[0].model_copy(update=update)
        return collection.model_copy(update={"practices": [practice, *collection.practices[1:]]})

    return change
