"""The site and the one file as a whole."""

from __future__ import annotations

import base64
import gc
import hashlib
import re
from collections.abc import Callable
from posixpath import dirname, join, normpath
from typing import Any

from govscore.render import formats
from govscore.render.formats import html
from govscore.render.html.embedding import read_back
from govscore.render.style import Style
from govscore.result.run import Result

Draw = Callable[[Result], dict[str, bytes]]
Read = Callable[[bytes], Any]


def pages(site: dict[str, bytes]) -> dict[str, bytes]:
    return {name: document for name, document in site.items() if name.endswith(".html")}


def test_a_site_has_an_overview_a_page_a_practice_the_method_the_checks_and_the_result(
    site: dict[str, bytes],
) -> None:
    assert list(site) == [
        "index.html",
        "practices/city-card.html",
        "practices/permit-check.html",
        "compare.html",
        "method.html",
        "checks.html",
        "result.json",
        "result.csv",
    ]


def test_a_result_without_a_check_has_no_page_of_checks(collection: Result, draw: Draw) -> None:
    plain = collection.model_copy(update={"findings": [], "gates": [], "waivers": []})

    site = draw(plain)

    assert "checks.html" not in site
    assert b"checks.html" not in site["index.html"]


def test_the_result_beside_the_pages_is_the_one_of_the_json_format(
    collection: Result, site: dict[str, bytes]
) -> None:
    saved = dict(formats.render(collection, "json", Style()))

    assert site["result.json"] == saved["result.json"]


def test_two_runs_give_equal_bytes(
    collection: Result, site: dict[str, bytes], one_file: bytes
) -> None:
    assert dict(html.render(collection, Style())) == site
    assert html.single(collection, Style()) == one_file


def test_a_drawn_site_leaves_nothing_for_the_garbage_collector(
    collection: Result, site: dict[str, bytes]
) -> None:
    gc.collect()

    assert dict(html.render(collection, Style())) == site

    assert gc.collect() == 0


def test_a_saved_result_gives_the_same_pages(site: dict[str, bytes], one_file: bytes) -> None:
    saved = Result.model_validate_json(site["result.json"])

    assert dict(html.render(saved, Style())) == site
    assert html.single(saved, Style()) == one_file


def test_the_result_is_read_back_from_the_one_file(site: dict[str, bytes], one_file: bytes) -> None:
    assert read_back(one_file) == site["result.json"]


def test_every_link_of_the_site_leads_somewhere(site: dict[str, bytes], read: Read) -> None:
    found = {name: read(document) for name, document in pages(site).items()}
    ids = {name: set(page.attributes("id")) for name, page in found.items()}
    broken = []
    for name, page in found.items():
        for href in page.attributes("href"):
            if href.startswith(("https:", "http:", "data:")):
                continue
            file, _, part = href.partition("#")
            target = normpath(join(dirname(name), file)) if file else name
            if target not in site or (part and part not in ids[target] and part[:2] != "i-"):
                broken.append((name, href))

    assert broken == []


def test_every_link_of_the_one_file_stays_in_it(one_file: bytes, read: Read) -> None:
    page = read(one_file)
    ids = set(page.attributes("id"))
    inner = [href for href in page.attributes("href") if not href.startswith(("http", "data:"))]

    assert [href for href in inner if href[0] != "#" or href[1:] not in ids] == []


def test_no_id_stands_twice_on_a_page(site: dict[str, bytes], one_file: bytes, read: Read) -> None:
    for document in [*pages(site).values(), one_file]:
        ids = read(document).attributes("id")

        assert len(ids) == len(set(ids))


def test_a_page_may_run_its_own_style_and_script_and_ask_for_nothing(
    site: dict[str, bytes], one_file: bytes, read: Read
) -> None:
    for document in [*pages(site).values(), one_file]:
        page = read(document)
        policy = next(a["content"] for _, a in page.tags if "Security" in a.get("http-equiv", ""))
        ours = [text for text in page.raw["script"] if text.startswith('"use strict"')]
        digests = [
            f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
            for text in (*page.raw["style"], *ours)
        ]

        assert policy.startswith("default-src 'none'; ")
        assert [each for each in digests if each not in policy] == []
        inert = [a for tag, a in page.tags if tag == "script" and a]
        assert {a["type"] for a in inert} <= {"application/json"}
        assert len(page.raw["script"]) == len(ours) + len(inert)


def test_nothing_is_styled_or_run_from_an_attribute(
    site: dict[str, bytes], one_file: bytes, read: Read
) -> None:
    for document in [*pages(site).values(), one_file]:
        for _, attributes in read(document).tags:
            assert "style" not in attributes
            assert not [name for name in attributes if name.startswith("on")]


def test_only_addresses_on_the_web_leave_the_site(site: dict[str, bytes], read: Read) -> None:
    for document in pages(site).values():
        away = [each for each in read(document).attributes("href") if ":" in each.split("#")[0]]

        assert [each for each in away if not each.startswith(("https://", "data:image/svg"))] == []


def test_no_code_of_a_vocabulary_is_shown_raw(site: dict[str, bytes], read: Read) -> None:
    for name, document in pages(site).items():
        if name in {"method.html", "checks.html"}:
            continue
        shown = re.sub(r"\S+\.ya?ml\S*", "", read(document).text)

        assert re.findall(r"\b[a-z]+_[a-z_]+\b", shown) == []


def test_every_page_names_its_language_tool_rubric_catalogue_and_day(
    collection: Result, site: dict[str, bytes], read: Read
) -> None:
    for document in pages(site).values():
        page = read(document)

        assert ("html", {"lang": "en"}) in page.tags
        assert f"{collection.rubric.id} {collection.rubric.version}" in page.text
        assert collection.rubric.sha256 in page.text
        assert collection.catalogue.version in page.text
        assert f"{collection.tool.name} {collection.tool.version}" in page.text
        assert "1 March 2022" in page.text


def test_every_table_has_a_caption_and_heads_with_a_scope(
    site: dict[str, bytes], one_file: bytes, read: Read
) -> None:
    for document in [*pages(site).values(), one_file]:
        names = [tag for tag, _ in read(document).tags]
        scopes = [attributes.get("scope") for tag, attributes in read(document).tags if tag == "th"]

        assert names.count("table") == names.count("caption")
        assert set(scopes) <= {"col", "row", "colgroup", "rowgroup"}


def test_the_index_of_a_thousand_practices_stays_under_two_megabytes(collection: Result) -> None:
    many = [
        each.model_copy(update={"id": f"{each.id}-{number}", "title": "A" * 60})
        for number in range(500)
        for each in collection.practices
    ]
    big = collection.model_copy(update={"practices": many})

    name, document = next(iter(html.render(big, Style())))

    assert name == "index.html"
    assert document.count(b" data-f=") == 1000
    assert len(document) < 2_000_000


def test_a_rubric_of_another_shape_is_drawn_too(collection: Result, draw: Draw, read: Read) -> None:
    flat = []
    for practice in collection.practices:
        tops = [node for node in practice.nodes if node.parent == "overall"]
        parents = {node.id: node.parent for node in practice.nodes}
        criteria = [
            each.model_copy(update={"under": parents[each.under]}) for each in practice.criteria
        ]
        flat.append(practice.model_copy(update={"nodes": tops, "criteria": criteria}))

    site = draw(collection.model_copy(update={"practices": flat}))

    index = read(site["index.html"])
    assert [a["data-sort"] for _, a in index.tags if "data-sort" in a][4:10] == [
        "standards",
        "policy",
        "stakeholders",
    ] * 2
    assert "Consistency with international standards" in read(site["practices/city-card.html"]).text


def test_a_result_without_practices_still_has_its_pages(collection: Result, draw: Draw) -> None:
    site = draw(collection.model_copy(update={"practices": []}))

    assert b"No practices" in site["index.html"]
    assert b"Anchored in the relevant categories" in site["method.html"]
