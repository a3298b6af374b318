"""Rubrics: data that say how practices are scored, checked and compiled before use."""

from __future__ import annotations

from govscore.rubric.compiled import Rubric
from govscore.rubric.loading import load, shipped
from govscore.rubric.model import CriterionSpec, NodeSpec, RubricSpec

__all__ = ["CriterionSpec", "NodeSpec", "Rubric", "RubricSpec", "load", "shipped"]
