"""Start-up: what a person at a terminal, or an editor, waits for before anything is done.

Measured in processor time: these processes wait for nothing, and a busy machine disturbs it least.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from measuring import GOVSCORE, PYTHON, Row, alternate, middle, spend

if TYPE_CHECKING:
    from collections.abc import Iterator

    from measuring import Setting

_ROUNDS = 9
_LIBRARIES = """
import typer, yaml, rich.console, rich.table
from pydantic import BaseModel
class Practice(BaseModel):
    id: str
"""


def rows(setting: Setting) -> Iterator[Row]:
    """Hold the version against bare Python, and a first score against its libraries alone."""
    practice = next(setting.corpus(100).iterdir())
    version, bare, score, libraries = (
        middle(spent).processor
        for spent in alternate(
            _ROUNDS,
            partial(spend, [GOVSCORE, "--version"]),
            partial(spend, [PYTHON, "-c", "pass"]),
            partial(spend, [GOVSCORE, "score", str(practice)]),
            partial(spend, [PYTHON, "-c", _LIBRARIES]),
        )
    )
    yield Row("`--version` / bare `python -c pass`", version / bare, 2)
    yield Row("cold `score` of one practice / importing its libraries", score / libraries, 1.5)
