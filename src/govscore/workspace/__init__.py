"""Files in, files out: finding practices, scoring them, writing whole or not at all."""

from __future__ import annotations

from govscore.workspace.configuration import Configuration, configure
from govscore.workspace.discovery import Found, discover, find
from govscore.workspace.planning import Job, Plan, prepare, today
from govscore.workspace.running import (
    evaluate_all,
    evaluate_document,
    gather,
    run,
    score,
    unpacked,
)
from govscore.workspace.writing import write, write_folder

__all__ = [
    "Configuration",
    "Found",
    "Job",
    "Plan",
    "configure",
    "discover",
    "evaluate_all",
    "evaluate_document",
    "find",
    "gather",
    "prepare",
    "run",
    "score",
    "today",
    "unpacked",
    "write",
    "write_folder",
]
