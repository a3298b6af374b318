"""The vocabularies of practice files."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from govscore.catalogue import files, references, vocabularies

_STORED = files.records("vocabularies.json")


def test_every_word_is_snake_case_and_has_a_title() -> None:
    words = [word for name in _STORED for word in vocabularies.vocabulary(name).values()]

    assert [
        word.id for word in words if not re.fullmatch(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*", word.id)
    ] == []
    assert [word.id for word in words if not word.title.strip()] == []


def test_titles_within_a_vocabulary_differ() -> None:
    for name in _STORED:
        titles = [word.title for word in vocabularies.vocabulary(name).values()]

        assert len(titles) == len(set(titles)), name


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("entity_type", 7),
        ("evaluation_design", 11),
        ("evidence_type", 23),
        ("funding", 8),
        ("group", 25),
        ("kind", 16),
        ("level", 8),
        ("participation", 8),
        ("sector", 20),
        ("target_group", 23),
        ("theme", 29),
    ],
)
def test_the_long_vocabularies_are_whole(name: str, count: int) -> None:
    assert len(vocabularies.words(name)) == count


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("alignment", "consistent partly contested conflicting unclear"),
        ("answer", "yes partly no unknown not_applicable"),
        ("conflict_state", "standing being_remedied remedied overruled"),
        ("enforcement", "none provided in_use"),
        (
            "found_by",
            (
                "court supervisory_body nhri audit self special_procedure"
                " international_organization public_body ngo"
            ),
        ),
        ("gap", "none handled open"),
        ("independence", "self internal external independent"),
        ("link_kind", "plan decree agreement budget_line other"),
        ("mark", "none mentioned targeted evidenced"),
        ("mode", "lead invited own_initiative adversarial obliged"),
        (
            "national_law_type",
            "constitution act decree regulation local_bylaw collective_agreement other",
        ),
        ("phase", "formulation application evaluation"),
        ("rating_state", "unassessed not_applicable"),
        ("role", "helper contractor partner co_manager"),
        ("social_dialogue_body", "tripartite bipartite none"),
        ("stance", "upheld partly contradicted not_relevant"),
        ("status", "planned pilot running completed scaled discontinued"),
        ("treaty_status", "party signatory denounced not_party"),
        ("tri", "yes no unknown"),
        ("use", "obligation reference not_cited"),
    ],
)
def test_the_short_vocabularies_stand_in_their_order(name: str, words: str) -> None:
    assert vocabularies.words(name) == tuple(words.split())


def test_there_are_five_categories_of_law_and_the_rest() -> None:
    assert vocabularies.words("law_category") == (
        "human_rights",
        "labour_standards",
        "refugee_law",
        "consular_relations",
        "trafficking_smuggling",
        "other",
    )


def test_lists_of_the_catalogue_are_vocabularies_too() -> None:
    assert vocabularies.words("framework") == tuple(references.frameworks())
    assert vocabularies.words("sdg_target") == tuple(references.sdg_targets())
    assert vocabularies.title("gcm_objective", "5") == "Regular pathways"
    assert set(vocabularies.vocabularies()) - set(_STORED) == {
        "framework",
        "gcm_objective",
        "gcm_principle",
        "migof",
        "sdg_target",
    }


def test_every_vocabulary_says_what_it_is_about() -> None:
    assert list(vocabularies.vocabularies()) == sorted(vocabularies.vocabularies())
    assert all(vocabularies.vocabularies().values())


@pytest.mark.parametrize(
    ("name", "flag", "words"),
    [
        ("alignment", "fits", "consistent partly"),
        ("evaluation_design", "compares", "before_after comparison_group randomized"),
        ("evidence_type", "from_lead", "internal_evaluation web_page_of_lead self_declaration"),
        ("evidence_type", "oversight", "supervisory_finding court_decision audit_report"),
        ("found_by", "competent", "court supervisory_body nhri audit self"),
        ("group", "community", "migrant_community refugee_community"),
        (
            "group",
            "core",
            (
                "government local_authority employers workers civil_society migrant_community "
                "refugee_community"
            ),
        ),
        ("group", "public", "government local_authority parliament judiciary"),
        ("level", "domestic", "national subnational local"),
        ("level", "international", "global interregional regional_international"),
        ("link_kind", "adopted", "plan decree agreement budget_line"),
        ("mode", "never_earns", "adversarial obliged"),
        ("mode", "taking_part", "lead invited"),
        ("sector", "security", "interior_immigration border_security police"),
        ("status", "ended", "completed scaled discontinued"),
        (
            "target_group",
            "protection",
            "refugees asylum_seekers internally_displaced stateless",
        ),
        (
            "target_group",
            "working",
            "migrant_workers seasonal_temporary domestic_workers trafficked_persons highly_skilled",
        ),
        ("target_group", "trafficked", "trafficked_persons"),
        (
            "theme",
            "consular",
            (
                "consular_protection return_reintegration diaspora_remittances "
                "documentation_legal_identity detention_alternatives"
            ),
        ),
        (
            "theme",
            "labour",
            (
                "labour_mobility skills_recognition decent_work recruitment "
                "social_protection_portability forced_labour"
            ),
        ),
        ("theme", "trafficking", "trafficking_smuggling border_management"),
        ("use", "cites", "obligation reference"),
    ],
)
def test_a_flag_marks_a_set_of_words(name: str, flag: str, words: str) -> None:
    assert set(vocabularies.flagged(name, flag)) == set(words.split())
    assert set(vocabularies.flags()[flag]) == set(words.split())


def test_a_flag_belongs_to_one_vocabulary_and_is_not_its_name() -> None:
    owners = Counter(
        flag
        for name in _STORED
        for flag in {flag for word in vocabularies.vocabulary(name).values() for flag in word.flags}
    )

    assert [flag for flag, count in owners.items() if count > 1] == []
    assert not set(owners) & set(vocabularies.vocabularies())
    assert len(owners) == 23


def test_an_unknown_flag_is_an_error_and_not_an_empty_set() -> None:
    with pytest.raises(KeyError, match="comunity"):
        vocabularies.flagged("group", "comunity")


def test_participation_has_ranks_and_two_words_outside_them() -> None:
    ranks = {word.id: word.rank for word in vocabularies.vocabulary("participation").values()}

    assert ranks == {
        "none": 0,
        "inform": 1,
        "consult": 2,
        "involve": 3,
        "collaborate": 4,
        "empower": 4,
        "unknown": None,
        "not_relevant": None,
    }


def test_a_word_the_vocabulary_lacks_is_its_own_title() -> None:
    assert vocabularies.title("kind", "data_system") == "data system"
    assert vocabularies.title("kind", "night_school") == "night school"
