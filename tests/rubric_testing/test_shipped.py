"""The rubrics that ship, held against their own cases and as instruments."""

from __future__ import annotations

import pytest

from govscore import yamlio
from govscore.measures.rules import Rules
from govscore.render import sentences
from govscore.rubric.compiled import Rubric
from govscore.rubric.files import earlier, home, locate, read, shipped
from govscore.rubric_testing.case_files import Given, load_cases
from govscore.rubric_testing.cases import come_to, run
from govscore.rubric_testing.instrument import examine, raised
from govscore.rubric_testing.specimens import complete
from govscore.scoring.about import rubric_info
from govscore.scoring.read import Assumptions

AREAS = (
    "labour_market_mobility",
    "family_reunion",
    "education",
    "health",
    "political_participation",
    "permanent_residence",
    "access_to_nationality",
    "anti_discrimination",
)
PRACTICES = sorted((home().parent / "practices").glob("*.yaml"))


def _checked(name: str) -> Rubric:
    return read(locate(name), shown=f"{name}.yaml", full=True)


@pytest.fixture(params=[*shipped(), *earlier()])
def name(request: pytest.FixtureRequest) -> str:
    """Each rubric that ships."""
    return str(request.param)


def test_every_case_holds(name: str) -> None:
    rubric = _checked(name)
    cases = load_cases(locate(name))

    failed = {f"{case.path}:{case.name}": found for case in cases if (found := run(case, rubric))}

    assert cases
    assert failed == {}


def test_it_is_an_instrument(name: str) -> None:
    tried = examine(_checked(name), load_cases(locate(name)))

    assert tried.flaws == ()
    assert tried.by_change == 0
    assert tried.deletions > 0


def test_every_level_of_every_rule_has_a_case_of_its_own() -> None:
    rubric = _checked("gmpa")
    cases = load_cases(locate("gmpa"))

    for criterion in rubric.spec.criteria:
        if isinstance(criterion.measure, Rules):
            own = [case for case in cases if case.path.endswith(f"/{criterion.id}.yaml")]
            levels = {case.expect.levels[criterion.id] for case in own}
            assert {0.0, 1.0, 2.0, 3.0, 4.0} <= levels, criterion.id


@pytest.mark.parametrize(
    ("points", "published"),
    [
        ((98, 78, 77, 62, 71, 79, 73, 85), "78"),
        ((91, 88, 62, 43, 74, 68, 86, 88), "75"),
        ((86, 57, 47, 43, 63, 60, 72, 58), "61"),
    ],
)
def test_mipex_is_shown_as_published_for_sweden_portugal_and_germany(
    points: tuple[int, ...], published: str
) -> None:
    rubric = _checked("mipex-2014")
    part = {"indicator_values": dict(zip(AREAS, points, strict=True))}

    outcome = come_to(Given(), complete(part, rubric), rubric)

    assert sentences.points(outcome.overall.point, rubric_info(rubric)) == published


@pytest.mark.parametrize(
    "options", [Assumptions("2026-11-24"), Assumptions("2026-11-24", evidence_cap=False)]
)
def test_leaving_a_section_out_of_a_practice_of_the_collection_raises_nothing(
    options: Assumptions,
) -> None:
    rubric = _checked("gmpa")
    tried = 0

    for path in PRACTICES:
        for section, flaws in raised(yamlio.read(path, path.name).value, rubric, options):
            tried += 1
            assert flaws == [], f"{path.name}: {section}"

    assert tried > 5 * len(PRACTICES) > 0


def test_every_level_of_gmpa_says_in_a_sentence_what_to_do_to_reach_it() -> None:
    for criterion in _checked("gmpa").spec.criteria:
        advice = criterion.measure.advice()

        assert list(advice) == [1, 2, 3, 4], criterion.id
        for level, words in advice.items():
            assert words.endswith("."), f"{criterion.id} {level}"
            assert words != criterion.measure.descriptors()[level], f"{criterion.id} {level}"


def test_every_limit_of_gmpa_has_an_id_and_a_sentence_of_its_own() -> None:
    limits = _checked("gmpa").spec.limits

    assert len({each.id for each in limits}) == len(limits) == len({each.says for each in limits})
    assert [each.id for each in limits if "; or " in each.says] == []
