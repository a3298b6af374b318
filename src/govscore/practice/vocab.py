"""The words that rules may quote by name: `vocab.group`, `vocab.community` and the like."""

from __future__ import annotations

from functools import cache

from govscore.catalogue import instruments, vocabularies


@cache
def vocab() -> dict[str, list[str]]:
    """Map each vocabulary, and each flag that marks some of its words, to the words."""
    sets = {name: list(vocabularies.words(name)) for name in vocabularies.vocabularies()}
    return sets | {flag: list(words) for flag, words in vocabularies.flags().items()}


@cache
def quotable() -> frozenset[str]:
    """List every word and id that a rule may quote."""
    words = {word for words in vocab().values() for word in words}
    return frozenset({*words, *instruments.quotable(), ""})
