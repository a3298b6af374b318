"""Second ratings by numbered prompts: facts and documents, no score, no level of anybody else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from govscore.desk import documents, forms
from govscore.practice.assessment import Rating
from govscore.rubric.asks import keyed
from govscore.yamlio.operations import Set

if TYPE_CHECKING:
    from collections.abc import Callable

    from govscore.desk.rating import SecondRating
    from govscore.rubric.model import CriterionSpec

_HELP = "0-4 is the level, u not assessed, Enter leaves it for later, :q leaves."


@dataclass
class Blind:
    """A conversation about one second rating; `record` is the plain value of the practice."""

    rating: SecondRating
    record: dict[str, Any]
    ask: Callable[[str], str]
    say: Callable[[str], object]

    def run(self) -> None:
        """Ask for interests first, then for every level that is not there yet."""
        self.say(str(self.record.get("title", "")))
        self.say(str(self.record.get("summary", "")))
        self.say(_HELP)
        try:
            self._who()
            for criterion in self.rating.left:
                self._criterion(criterion)
        except EOFError:
            pass
        left = len(self.rating.left)
        told = (
            f"{left} of {len(self.rating.criteria)} are left."
            if left
            else "The rating is complete."
        )
        place = self.rating.document.path
        self.say(
            f"{told} " + ("Nothing is written." if self.rating.fresh else f"It is in {place}.")
        )

    def _input(self, prompt: str) -> str:
        text = self.ask(prompt).strip()
        if text == ":q":
            raise EOFError
        return text

    def _who(self) -> None:
        for asked in self.rating.missing:
            told = " (none, or what ties you to the practice)" if asked.wanted else ""
            while not (text := self._input(f"{asked.title}{told}: ")) and asked.wanted:
                self.say("Interests are told before the first level.")
            if text:
                self.rating.write(Set(f"/{asked.path[0]}", text))

    def _criterion(self, criterion: CriterionSpec) -> None:
        self.say("")
        self.say(f"{criterion.title} ({criterion.id})")
        self.say(criterion.question)
        for level, words in sorted(criterion.measure.descriptors().items()):
            self.say(f"  {level}  {words}")
        rating = self._level()
        if rating is None:
            return
        if why := self._input("Why, in a sentence or two: "):
            rating["rationale"] = why
        if named := self._documents():
            rating["evidence"] = named
        self.rating.rate(criterion.id, rating)
        self.say(f"Written: {criterion.id}")

    def _level(self) -> dict[str, Any] | None:
        asked = forms.field(("level",), keyed(Rating)["level"])
        while text := self._input("Level: "):
            if text == "u":
                return {"state": "unassessed"}
            try:
                return {"level": forms.typed(asked, text)}
            except forms.UnfitError as error:
                self.say(f"Not taken: {error}.")
        return None

    def _documents(self) -> list[str]:
        titles = documents.titles(self.record)
        for number, (name, title) in enumerate(titles.items(), 1):
            self.say(f"  {number}  {name}  {title}")
        asked = forms.field(("evidence",), keyed(Rating)["evidence"])
        while titles and (text := self._input("Documents, by number: ")):
            try:
                return list(forms.typed(asked, text, titles))
            except forms.UnfitError as error:
                self.say(f"Not taken: {error}.")
        return []
