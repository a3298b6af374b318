"""The one result object: all that was read, scored and found, and all that a renderer may look at.

Points are 0-100, levels 0-4, shares and coverages 0-1; what is not known is `None`. Lines and
columns count from 1, in code points. Sentences of the tool itself are codes with arguments here,
and words in the renderers; the words of the rubric travel in `rubric`.
"""

from __future__ import annotations

from govscore.result.base import (
    AnyLevel,
    Frozen,
    Level,
    Mark,
    Place,
    Status,
)
from govscore.result.practice import (
    Because,
    Breach,
    Cost,
    Criterion,
    EvidenceUse,
    Fact,
    Label,
    Limit,
    Node,
    Overall,
    Override,
    Practice,
    Selection,
    Step,
)
from govscore.result.run import (
    SCHEMA_VERSION,
    CatalogueInfo,
    Finding,
    Gate,
    Input,
    Result,
    Snippet,
    Tool,
    Waiver,
)
from govscore.result.words import (
    BandWords,
    Change,
    CriterionWords,
    LensWords,
    RubricInfo,
)

__all__ = [
    "SCHEMA_VERSION",
    "AnyLevel",
    "BandWords",
    "Because",
    "Breach",
    "CatalogueInfo",
    "Change",
    "Cost",
    "Criterion",
    "CriterionWords",
    "EvidenceUse",
    "Fact",
    "Finding",
    "Frozen",
    "Gate",
    "Input",
    "Label",
    "LensWords",
    "Level",
    "Limit",
    "Mark",
    "Node",
    "Overall",
    "Override",
    "Place",
    "Practice",
    "Result",
    "RubricInfo",
    "Selection",
    "Snippet",
    "Status",
    "Step",
    "Tool",
    "Waiver",
]
