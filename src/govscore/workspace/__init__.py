"""Files in, files out: finding practices, reading and scoring them, and writing whole or not at all."""

from __future__ import annotations

from govscore.workspace.configuration import Configuration, configure
from govscore.workspace.running import Job, run, score
from govscore.workspace.writing import write

__all__ = ["Configuration", "Job", "configure", "run", "score", "write"]
