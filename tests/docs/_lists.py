"""Lists of words, strengths, limits and codes, made from the catalogue, gmpa and the constants."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from govscore import rules
from govscore.catalogue import vocabularies as lists
from govscore.catalogue.vocabularies import Word, flags, vocabulary
from govscore.practice import base
from govscore.practice.record import Practice
from govscore.rubric import files
from govscore.titles import title
from govscore.yamlio import limits as reading

WIDTH = 120


def words(of: str) -> str:
    """Show every vocabulary: what it is about, and its words with their meaning."""
    del of
    told = lists.vocabularies()
    return "\n".join(f"#### {name}\n\n{_paragraph(name, about)}\n" for name, about in told.items())


def _paragraph(name: str, about: str) -> str:
    listed = ", ".join(_word(each) for each in vocabulary(name).values())
    return _folded(f"{about[:1].upper()}{about[1:]}: {listed}.")


def _word(word: Word) -> str:
    plain = word.id.replace("_", " ")
    return f"`{word.id}`" if plain == word.title else f"`{word.id}` ({word.title})"


def _folded(text: str) -> str:
    return textwrap.fill(text, WIDTH, break_long_words=False, break_on_hyphens=False)


def scores(of: str) -> str:
    """Show which criteria of gmpa read each section of a practice file."""
    del of
    ours = files.load("gmpa")
    by_kind = {"checklist": {"checks"}, "judged": {"assessments"}}
    read = {
        each.id: by_kind.get(each.measure.kind, set()).union(
            *(ours.facts.sections(rule) for rule in ours.rules[each.id].values())
        )
        for each in ours.spec.criteria
    }
    rows = []
    for section in Practice.model_fields:
        criteria = [f"`{name}`" for name, sections in read.items() if section in sections]
        if criteria:
            rows.append((f"`{section}`", ", ".join(criteria)))
    return _table(("section", "criteria of gmpa"), rows)


def strengths(of: str) -> str:
    """Show how strong each type of evidence is under gmpa, for each kind of claim."""
    del of
    known = files.load("gmpa").spec.evidence.strengths
    rows = [
        (
            f"`{name}`",
            title("evidence_type", name),
            *map(str, (s.norm, s.process, s.effect)),
        )
        for name, s in known.items()
    ]
    return _table(("type", "what it is", "norm", "process", "effect"), rows)


def limits(of: str) -> str:
    """Show how much a file may hold."""
    del of
    rows = [
        ("size of a file", f"{reading.MAX_BYTES:,} bytes"),
        ("levels of nesting", str(reading.MAX_DEPTH)),
        ("values in a file, aliases counted each time", f"{reading.MAX_NODES:,}"),
        ("aliases (`*name`)", str(reading.MAX_ALIASES)),
        ("entries of a list", str(reading.MAX_ITEMS)),
        ("rows of stakeholders in a phase", str(base.ROWS_LIMIT)),
        ("groups in a row", str(base.GROUPS_LIMIT)),
    ]
    return _table(("limit", ""), rows)


def sets(of: str) -> str:
    """Show the sets of words that a flag of the catalogue marks."""
    del of
    rows = [
        (f"`vocab.{flag}`", _home(flag), ", ".join(f"`{word}`" for word in listed))
        for flag, listed in sorted(flags().items())
    ]
    return _table(("set", "of", "words"), rows)


def _home(flag: str) -> str:
    """Link the vocabulary that a flag belongs to."""
    [name] = [
        name
        for name in lists.vocabularies()
        if any(flag in word.flags for word in vocabulary(name).values())
    ]
    return f"[{name}](practice.md#{name})"


def vocabularies(of: str) -> str:
    """List the vocabularies, each linked to its words."""
    del of
    linked = (f"[{name}](practice.md#{name})" for name in lists.vocabularies())
    return _folded(", ".join(linked)) + "\n"


def codes(of: str) -> str:
    """Show the findings whose codes begin so, each with its page: `codes: GS50`."""
    codes = [code for code in rules.codes() if code.startswith(tuple(of.split()))]
    rows = [(f"`{code}`", rules.rule(code).title) for code in codes]
    return _table(("code", "finding"), rows)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    return "".join(f"| {' | '.join(line)} |\n" for line in [head, ("---",) * len(head), *rows])


PARTS = {
    "words": words,
    "scores": scores,
    "strengths": strengths,
    "limits": limits,
    "sets": sets,
    "vocabularies": vocabularies,
    "codes": codes,
}
