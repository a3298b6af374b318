"""The report on a thousand practices: what it takes on top of scoring, and its index page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from measuring import GOVSCORE, Row, alternate, least, middle, spend

if TYPE_CHECKING:
    from collections.abc import Iterator

    from measuring import Setting

_FILES = 1000


def rows(setting: Setting) -> Iterator[Row]:
    """Write the site, and look at its index."""
    site, corpus = setting.folder / "site", str(setting.corpus(_FILES))
    drawn, scored = alternate(
        3 if setting.full else 1,
        partial(spend, [GOVSCORE, "report", corpus, "-o", str(site)]),
        partial(spend, [GOVSCORE, "score", corpus, "-o", "json"]),
    )
    beyond = least(drawn).processor - least(scored).processor
    yield Row(
        "`report` on 1,000, per practice, processor time beyond `score`",
        beyond / _FILES * 1000,
        10,
        6,
        unit="ms",
    )
    yield Row(
        "the same by the clock, scoring included", middle(drawn).wall / _FILES * 1000, 10, unit="ms"
    )
    yield Row("its index page", (site / "index.html").stat().st_size / 1e6, 2, unit="MB")
