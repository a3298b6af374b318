"""From a practice and a rubric to points, intervals, a label, and the reasons for each.

Pure: scoring knows pointers into a practice, not files, and no clock.
"""

from __future__ import annotations

from govscore.scoring.engine import Options, score
from govscore.scoring.outcome import Outcome, outcome

__all__ = ["Options", "Outcome", "outcome", "score"]
