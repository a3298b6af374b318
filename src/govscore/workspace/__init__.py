"""Files in, files out: finding practices, scoring them, writing whole or not at all."""

from __future__ import annotations

from govscore.workspace.configuration import Configuration, configure
from govscore.workspace.discovery import Found, discover, find
from govscore.workspace.pool import evaluate_all
from govscore.workspace.running import (
    Job,
    Plan,
    evaluate_document,
    gather,
    prepare,
    run,
    score,
    today,
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
