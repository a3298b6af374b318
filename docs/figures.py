"""Print the figures of docs/method.md from a real run: `python docs/figures.py [NAME]`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from method import distribution, holding, relations, robust, steps, trials
from method.collection import scored

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govscore.result.run import Result

FIGURES: dict[str, Callable[[Result], str]] = {
    "labels": distribution.labels,
    "spread": distribution.spreads,
    "thin": distribution.thin,
    "order": distribution.order,
    "cells": distribution.cells,
    "criteria": distribution.criteria,
    "correlation": relations.correlations,
    "size": relations.size,
    "caps": holding.caps,
    "limits": holding.limits,
    "contested": holding.contested,
    "beside": holding.beside,
    "means": robust.means,
    "firmness": robust.firmness,
    "trials": trials.trials,
    "editions": steps.editions,
}


def main(names: Sequence[str]) -> None:
    """Print the figures that are named, or all of them."""
    unknown = [name for name in names if name not in FIGURES]
    if unknown:
        sys.exit(f"no figure {unknown[0]}; there are {', '.join(FIGURES)}")
    result = scored()
    print("\n\n".join(FIGURES[name](result) for name in names or FIGURES))


if __name__ == "__main__":
    main(sys.argv[1:])
