"""Files in, files out: finding practices, reading and scoring them, and writing whole or not at all."""

from __future__ import annotations

from govscore.workspace.configuration import Configuration, configure
from govscore.workspace.discovery import Found, discover, find
from govscore.workspace.running import Job, job, run, score
from govscore.workspace.writing import write, write_folder

__all__ = [
    "Configuration",
    "Found",
    "Job",
    "configure",
    "discover",
    "find",
    "job",
    "run",
    "score",
    "write",
    "write_folder",
]
