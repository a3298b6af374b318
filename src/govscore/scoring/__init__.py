"""From a practice and a rubric to points, intervals, a label, and the reasons for each.

Pure: scoring knows pointers into a practice, not files, and no clock.
"""

from __future__ import annotations

from govscore.scoring.engine import score
from govscore.scoring.outcome import Outcome, settle
from govscore.scoring.reading import Options

__all__ = ["Options", "Outcome", "score", "settle"]
