"""A small rubric in text, and reading it as a user's own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from govscore.errors import Problem, SetupError
from govscore.rubric import files
from govscore.rubric.compiled import Rubric

TINY = """\
rubric: tiny
version: 1.0.0
title: Tiny
scale: {levels: {0: absent, 4: full}}
facts:
  plans: {of: p.policies, where: it.earns, says: policies that fit}
  bound: {of: plans, where: it.link != null}
  many: {is: size(plans) >= 2}
nodes:
- {id: whole, kind: overall, title: Whole, aggregate: geometric}
- {id: law, under: whole, kind: indicator, title: Law}
- id: policy
  under: whole
  kind: indicator
  title: Policy
  weight: 2/3
criteria:
- id: acts
  under: law
  title: Acts
  question: Is there law?
  measure:
    kind: rules
    levels:
      0: {says: none}
      2: {says: some, when: size(p.legal_basis.national) > 0}
- id: plan
  under: policy
  claim: norm
  title: A plan
  question: Is there a plan?
  measure:
    kind: rules
    assessed: has(p.policies)
    levels:
      0: {says: none}
      2:
        says: one
        when: size(plans) > 0
      4:
        says: many, and bound
        when: many && size(bound) > 0
bands:
- {id: low, title: low, from: 0}
- id: high
  title: high
  from: 50
  needs: levels['plan'] >= 2.0
limits:
- {id: 'essential:plan', at_most: low, when: "levels['plan'] == 0.0", says: no plan}
notes:
  unled: {when: size(p.lead_body) == 0, says: nobody leads}
"""


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., Rubric]:
    """Write a rubric to a file of its own and read it as its author would."""

    def load(text: str = TINY, name: str = "mine") -> Rubric:
        path = tmp_path / f"{name}.yaml"
        path.write_text(text, encoding="utf-8")
        return files.read(path, shown=path.name, folders=[tmp_path], full=True)

    return load


@pytest.fixture
def problems(read: Callable[..., Rubric]) -> Callable[[str], tuple[Problem, ...]]:
    """List what is wrong with a rubric that cannot be used."""

    def refuse(text: str) -> tuple[Problem, ...]:
        with pytest.raises(SetupError) as caught:
            read(text)
        return caught.value.problems

    return refuse


@pytest.fixture
def fault(problems: Callable[[str], tuple[Problem, ...]]) -> Callable[[str, str], Problem]:
    """Put other text into the small rubric; give its one problem."""

    def change(before: str, after: str) -> Problem:
        assert TINY.count(before) == 1, before
        found = problems(TINY.replace(before, after))
        assert len(found) == 1, found
        return found[0]

    return change


@pytest.fixture
def tiny() -> str:
    """Give the text of the small rubric."""
    return TINY
