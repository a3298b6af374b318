"""The practice model, one file per section, and the view of it that rules read."""

from __future__ import annotations

from govscore.practice.record import Practice

__all__ = ["Practice"]
