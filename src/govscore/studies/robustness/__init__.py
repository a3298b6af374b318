"""Does a label survive other means, trees and weights, and the loss of any one criterion?

Every scenario is the rubric with one thing changed, scored by the engine's own arithmetic, but over
arrays of practices and scenarios:

* choices: each mean at the root with each tree. The tree is `given`, `equal` (every weight 1) or
  `flat` (the nodes below the indicators dissolved, their criteria of equal weight). A tree that
  changes nothing in a rubric is left out. A condition that reads a node which the flat tree lacks
  is unknown there.
* removals: each criterion left out of the tree, its weight taken up by its neighbours.
* draws: every weight of nodes and criteria times a number drawn evenly from 0.75 to 1.25.

The study reads a result, which may come from a file, and the rubric that scored it. Only `examine`
needs numpy; the model of what it yields does not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govscore.errors import SetupError

if TYPE_CHECKING:
    from govscore.result.robustness import Robustness
    from govscore.result.run import Result
    from govscore.rubric.compiled import Rubric


def examine(result: Result, rubric: Rubric, *, draws: int = 1000, seed: int = 0) -> Robustness:
    """Score the practices of a result again in every scenario, and tell what holds.

    Args:
        result: The practices as scored.
        rubric: The rubric that scored them.
        draws: How many times to draw the weights.
        seed: What the drawn weights follow from; the same seed gives the same weights.

    Raises:
        SetupError: numpy is not installed.
    """
    try:
        from govscore.studies.robustness.study import study  # noqa: PLC0415 - needs numpy, an extra
    except ModuleNotFoundError as error:
        if error.name != "numpy":
            raise
        raise SetupError("robustness needs numpy: pip install 'govscore[robustness]'") from None
    return study(result, rubric, draws=draws, seed=seed)
