"""What a result says of the rubric and the catalogue behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govscore.catalogue import files
from govscore.result.run import (
    AskWords,
    BandWords,
    CatalogueInfo,
    Change,
    CriterionWords,
    Extended,
    LensWords,
    RubricInfo,
)

if TYPE_CHECKING:
    from govscore.rubric.compiled import Rubric
    from govscore.rubric.model import CriterionSpec, RubricSpec


def rubric_info(rubric: Rubric) -> RubricInfo:
    """Give the rubric's identity, text and words, for renderers."""
    spec = rubric.spec
    return RubricInfo.model_construct(
        id=spec.rubric,
        version=spec.version,
        sha256=rubric.sha256,
        text=rubric.text,
        title=spec.title,
        source=spec.source,
        licence=spec.licence,
        scale={str(level): words for level, words in sorted(spec.scale.levels.items())},
        bands=[
            BandWords.model_construct(
                id=band.id, title=band.title, start=band.start, says=band.says
            )
            for band in rubric.bands
        ],
        criteria=[_words(each) for each in spec.criteria],
        lenses=_lenses(spec),
        words=spec.words,
        changelog=[
            Change.model_construct(version=each.version, changes=each.changes)
            for each in spec.changelog
        ],
        limits=_limits(rubric),
        notes={name: note.says for name, note in spec.notes.items()},
        firm_coverage=spec.coverage.firm,
        overall_coverage=spec.coverage.overall,
        decimals=spec.display.decimals,
        rounding=spec.display.rounding,
        extends=_extended(rubric),
    )


def _extended(rubric: Rubric) -> Extended | None:
    if rubric.base is None:
        return None
    counted = [each.id for each in rubric.spec.criteria if each.id in rubric.taken_over]
    return Extended.model_construct(id=rubric.base.rubric, criteria=counted)


def _lenses(spec: RubricSpec) -> list[LensWords]:
    return [
        LensWords.model_construct(
            id=name,
            title=lens.title,
            items={item: each.says for item, each in lens.items.items()},
        )
        for name, lens in spec.lenses.items()
    ]


def _limits(rubric: Rubric) -> dict[str, str]:
    """Give the words of each limit by its id, joined where an id stands twice."""
    words: dict[str, list[str]] = {}
    for limit in rubric.spec.limits:
        words.setdefault(limit.id, []).append(limit.says)
    return {name: "; or ".join(each) for name, each in words.items()}


def _words(criterion: CriterionSpec) -> CriterionWords:
    measure = criterion.measure
    return CriterionWords.model_construct(
        id=criterion.id,
        title=criterion.title,
        question=criterion.question,
        why=criterion.why,
        source=criterion.source,
        evidence=criterion.evidence,
        claim=criterion.claim,
        essential=criterion.essential,
        kind=measure.kind,
        levels={str(level): words for level, words in measure.descriptors().items()},
        reach={str(level): words for level, words in measure.advice().items()},
        rules={
            place.split("/")[1]: source
            for place, source in measure.sources().items()
            if place.startswith("levels/")
        },
        items=measure.names(),
        na=criterion.na,
        asks=[
            AskWords.model_construct(field=each.field, question=each.question)
            for each in criterion.asks
        ],
    )


def catalogue_info() -> CatalogueInfo:
    """Give the catalogue's version and digest."""
    version, sha256 = files.info()
    return CatalogueInfo.model_construct(version=version, sha256=sha256)
