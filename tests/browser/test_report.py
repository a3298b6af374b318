"""The pages in a real browser: they ask for nothing, sort, filter, lead, and speak without a script."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Page

from govscore.result.run import Result

pytestmark = pytest.mark.browser

Open = Callable[..., Any]
PAGES = [
    "index.html",
    "practices/city-card.html",
    "compare.html#city-card,permit-check",
    "method.html",
    "checks.html",
    "one.html",
]
OWN = [each for each in PAGES if not each.startswith(("practices/", "one."))]
BROKEN = """() => {
  const broken = [], walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    const parent = node.parentElement;
    if (!parent.checkVisibility() || parent.closest(".vh, pre, code, script, svg")) continue;
    for (const word of node.data.matchAll(/[\\p{L}\\p{N}]{2,}/gu)) {
      const range = document.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      if (new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size > 1) broken.push(word[0]);
    }
  }
  return broken;
}"""
CLIPPED = """() => [...document.querySelectorAll("main :is(th, td, p, h1, h2, h3, dt, dd, li, label)")].filter((each) => {
  if (!each.checkVisibility() || each.closest(".scroll, .vh")) return false;
  const box = each.getBoundingClientRect();
  return each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0 || box.right > innerWidth + 1;
}).map((each) => each.textContent.slice(0, 40))"""
STRAYED = """() => [...document.querySelectorAll(":is(h1, h2, h3, h4) + .copy")].filter((mark) => {
  const lines = [...mark.previousElementSibling.getClientRects()], box = mark.getBoundingClientRect();
  return box.width && box.top >= lines.at(-1).bottom;
}).map((mark) => mark.previousElementSibling.textContent)"""
A4 = 673
"""The width in pixels that the margins leave of a sheet."""
HOSTILE = (
    "\"'><script>alert(1)</script><img src=x onerror=alert(2)><a href='javascript:alert(3)'>a</a>"
    "</style>&lt; \u202e\u200f" + "x" * 5000
)
TITLES = "table[data-rows=practices] tbody tr:not([hidden]) th a"


def titles(page: Page) -> list[str]:
    return [text.split()[0] for text in page.locator(TITLES).all_inner_texts()]


def fragment(page: Page) -> str:
    return page.url.partition("#")[2]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_asks_for_nothing_and_complains_of_nothing(visit: Open, name: str) -> None:
    window = visit()

    window.open(name)

    assert window.asked == [window.page.url.partition("#")[0]]
    assert window.said == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", [*PAGES[:-1], "alone.html"])
def test_axe_finds_no_violation(
    visit: Open,
    violations: Callable[[Page], list[str]],
    name: str,
    scheme: Literal["light", "dark"],
) -> None:
    page = visit(scheme=scheme).open(name)

    assert violations(page) == []


@pytest.mark.parametrize("name", ["index.html", "practices/permit-check.html"])
def test_axe_finds_no_violation_on_a_phone(
    visit: Open, violations: Callable[[Page], list[str]], name: str
) -> None:
    assert violations(visit(width=360).open(name)) == []


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [360, 768, 1440])
def test_no_page_is_wider_than_its_window(visit: Open, name: str, width: int) -> None:
    page = visit(width=width).open(name)

    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("name", OWN)
@pytest.mark.parametrize("width", [360, 768])
def test_no_word_is_broken_and_nothing_clipped(visit: Open, name: str, width: int) -> None:
    page = visit(width=width).open(name)

    assert page.evaluate(BROKEN) == []
    assert page.evaluate(CLIPPED) == []


@pytest.mark.parametrize("name", OWN)
def test_no_word_is_broken_on_paper(visit: Open, name: str) -> None:
    page = visit(width=A4).open(name)
    page.emulate_media(media="print")

    assert page.evaluate(BROKEN) == []


@pytest.mark.parametrize("name", OWN)
def test_the_caption_of_a_table_that_scrolls_fits_a_phone(visit: Open, name: str) -> None:
    page = visit(width=360).open(name)

    ends = page.locator(".scroll caption:not(.vh)").evaluate_all(
        "captions => captions.map((each) => each.getBoundingClientRect().right)"
    )
    assert max(ends, default=0) <= 360


@pytest.mark.parametrize("name", ["index.html", "practices/city-card.html"])
def test_the_mark_that_copies_a_link_stays_beside_the_end_of_its_heading(
    visit: Open, name: str
) -> None:
    page = visit(width=360).open(name)

    assert page.evaluate(STRAYED) == []


@pytest.mark.parametrize("width", [360, 768])
def test_heads_of_columns_do_not_overlap(visit: Open, width: int) -> None:
    page = visit(width=width).open("index.html")

    assert (
        page.evaluate("""() => [...document.querySelectorAll("thead tr")].flatMap((row) => {
      const boxes = [...row.cells].filter((each) => each.checkVisibility()).map((each) => {
        const range = document.createRange();
        range.selectNodeContents(each);
        return range.getBoundingClientRect();
      });
      return boxes.filter((box, i) => i && box.width && boxes[i - 1].right > box.left + 1).map((box) => box.left);
    })""")
        == []
    )


def test_a_table_that_scrolls_says_so_on_a_phone(visit: Open) -> None:
    page = visit(width=360).open("index.html")

    assert (
        page.evaluate("""() => [...document.querySelectorAll(".scroll")]
      .filter((each) => each.checkVisibility() && each.scrollWidth > each.clientWidth)
      .filter((each) => getComputedStyle(each, "::before").content === "none").length""")
        == 0
    )


def test_patterns_tell_shades_apart_where_colours_are_forced(visit: Open) -> None:
    page = visit().open("index.html")
    page.emulate_media(forced_colors="active")

    looks = page.evaluate("""() => [0, 1, 2, 3, 4].map((n) => {
      const style = getComputedStyle(document.querySelector(`.heat + *, .legend i.h${n}`));
      return style.backgroundImage;
    })""")
    assert len(set(looks)) == len(looks)


@pytest.mark.parametrize("name", ["index.html", "one.html"])
def test_filters_show_what_fits_and_the_address_keeps_them(visit: Open, name: str) -> None:
    page = visit().open(name)

    page.click("#more summary")
    page.select_option("select[name=country]", "GBR")

    assert titles(page) == ["Permit"]
    assert page.inner_text("#shown") == "1 practice of 2 shown"
    assert fragment(page) == "country=GBR"
    assert page.locator("table[data-rows=cells] tbody tr:not([hidden])").count() == 1


def test_an_address_brings_filters_and_order_back(visit: Open) -> None:
    page = visit().open("index.html#label=may-good&sort=-title")

    assert titles(page) == ["City"]
    assert page.input_value("select[name=label]") == "may-good"
    assert page.get_attribute("th[data-sort=title]", "aria-sort") == "descending"


def test_filters_work_together_and_are_all_reset(visit: Open) -> None:
    page = visit().open("index.html")

    page.click("#more summary")
    page.select_option("select[name=level]", "local")
    page.select_option("select[name=theme]", "health")
    page.fill("input[name=text]", "CARD")
    together = titles(page)
    page.fill("input[name=text]", "nothing of the kind")
    none = page.inner_text("#shown")
    hidden = page.locator(TITLES).count()
    page.click("#all")

    assert together == ["City"]
    assert none == "Nothing fits: 0 practices of 2 shown. “Show all” brings them back."
    assert hidden == 0
    assert titles(page) == ["City", "Permit"]
    assert fragment(page) == ""
    assert page.input_value("input[name=text]") == ""


def test_an_address_scrolls_to_its_result_and_shows_its_filter(visit: Open) -> None:
    page = visit(width=360).open("index.html#country=GBR")

    box = page.locator(TITLES).first.bounding_box()
    assert box is not None
    assert -1 <= box["y"] < 150
    assert page.locator("select[name=country]").is_visible()


def test_the_first_screen_holds_the_answer_then_the_plot_then_the_filters(visit: Open) -> None:
    page = visit(width=1440).open("index.html")
    order = [".answer", "table.rows .plot.head", f"{TITLES} >> nth=0", "input[name=text]"]
    boxes = [page.locator(each).bounding_box() for each in order]
    tops = [box["y"] for box in boxes if box]

    assert len(tops) == len(order)
    assert tops == sorted(tops)
    assert tops[-1] < 900
    assert not page.locator("select[name=country]").is_visible()


def test_an_address_that_asks_for_what_is_not_here_is_told(visit: Open) -> None:
    page = visit().open("index.html#country=ATL&height=3&level=local")

    assert page.inner_text("#shown") == (
        "The address asks for what is not here, so that part was left out: country=ATL, height=3. "
        "1 practice of 2 shown"
    )


@pytest.mark.parametrize("text", ["CITY cárd", "health card", "all residents"])
def test_a_search_ignores_accents_and_case_and_looks_at_themes(visit: Open, text: str) -> None:
    page = visit().open("index.html")

    page.fill("input[name=text]", text)

    assert titles(page) == ["City"]


def test_two_to_four_chosen_practices_lead_to_their_comparison(visit: Open) -> None:
    window = visit()
    page = window.open("index.html")

    for box in page.locator("table[data-rows=practices] input[type=checkbox]").all():
        box.check()
    page.click("#chosen a")

    assert fragment(page) == "city-card,permit-check"
    assert "City card for all residents" in page.inner_text("#comparison thead >> nth=0")
    assert page.locator("#comparison td.differs").count() > 0
    assert window.said == []


def test_a_comparison_puts_what_differs_first_and_tells_of_unknown_names(visit: Open) -> None:
    page = visit().open("compare.html#city-card,permit-check,nobody")

    last = page.locator("#comparison table").last
    verdicts = last.locator("tbody td:last-child").all_inner_texts()
    order = ["differs", "may differ", "the same"]
    assert verdicts == sorted(verdicts, key=order.index)
    assert page.inner_text(".remark") == "Not in this report: nobody."


def test_a_link_whose_comma_was_encoded_on_its_way_compares_all_the_same(visit: Open) -> None:
    page = visit().open("compare.html#city-card%2Cpermit-check")

    assert page.locator("#comparison table").count() == 3


def test_the_one_file_compares_too(visit: Open) -> None:
    page = visit().open("one.html#compare=city-card,permit-check")

    assert page.locator("#comparison table").count() == 3
    page.evaluate("location.hash = ''")
    assert page.locator("#compare").is_hidden()


def test_without_a_script_the_comparison_says_what_it_needs_and_leads_back(visit: Open) -> None:
    page = visit(scripts=False).open("compare.html#city-card,permit-check")

    assert "drawn by a script" in page.inner_text("#comparison")
    assert page.get_attribute("main a", "href") == "index.html#practices"


def test_a_copied_table_has_one_line_for_each_practice(visit: Open) -> None:
    page = visit().open("index.html")

    copied = page.evaluate("""() => {
      getSelection().selectAllChildren(document.querySelector("table[data-rows=practices]"));
      const event = new ClipboardEvent("copy", {clipboardData: new DataTransfer(), bubbles: true, cancelable: true});
      document.dispatchEvent(event);
      return event.clipboardData.getData("text/plain");
    }""")

    lines = [line.split("\t") for line in copied.splitlines()]
    assert [line[0].split()[0] for line in lines] == ["Practice", "City", "Permit"]
    assert {len(line) for line in lines} == {8}


def test_the_one_file_saves_its_data(visit: Open, folder: Path) -> None:
    page = visit().open("one.html")

    saved = {}
    for kind in ("CSV", "JSON"):
        with page.expect_download() as caught:
            page.click(f"#saves button:has-text('{kind}')")
        saved[kind] = Path(caught.value.path()).read_bytes()

    assert saved["CSV"] == (folder / "result.csv").read_bytes()
    assert json.loads(saved["JSON"]) == json.loads((folder / "result.json").read_bytes())


def test_findings_group_by_code_and_filter(visit: Open) -> None:
    page = visit().open("checks.html")

    page.select_option("#check-filters [name=by]", "code")
    heads = page.locator("#check-findings th.group").all_inner_texts()
    page.select_option("#check-filters [name=code]", heads[0])

    assert heads == sorted(set(heads))
    assert page.locator("#check-findings th.group").all_inner_texts() == heads[:1]


def test_heads_sort_both_ways_and_say_so(visit: Open) -> None:
    page = visit().open("index.html")
    head = page.locator("table[data-rows=practices] th[data-sort=standards]")

    head.locator("button").click()
    down = (titles(page), head.get_attribute("aria-sort"), fragment(page))
    head.locator("button").click()
    up = (titles(page), head.get_attribute("aria-sort"), fragment(page))

    assert down == (["City", "Permit"], "descending", "sort=-standards")
    assert up == (["Permit", "City"], "ascending", "sort=standards")


def test_a_phase_sorts_by_what_is_proven(visit: Open) -> None:
    page = visit().open("index.html")
    rows = page.locator("table[data-rows=cells] tbody tr")
    head = page.locator("th[data-sort=standards-evaluation] button")

    head.click()
    down = [row.locator("td").nth(2).inner_text() for row in rows.all()]
    head.click()
    up = [row.locator("td").nth(2).inner_text() for row in rows.all()]

    assert (down, up) == (["100", "0–100"], ["0–100", "100"])


def test_the_table_of_criteria_sorts_by_itself(visit: Open) -> None:
    page = visit().open("index.html")

    page.click("th[data-sort=zero] button")

    first = page.locator("table[data-rows=criteria] tbody tr").first.locator("td").nth(4)
    assert first.inner_text() == "1"
    assert titles(page) == ["City", "Permit"]
    assert fragment(page) == "criteria=-zero"


@pytest.mark.parametrize("name", ["practices", "cells", "criteria"])
@pytest.mark.parametrize("of", ["selectNode", "selectNodeContents"])
def test_a_copied_table_is_one_row_for_each_row_of_a_sheet(visit: Open, name: str, of: str) -> None:
    page = visit().open("index.html")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate(
        """([name, of]) => {
          const range = document.createRange();
          range[of](document.querySelector(`table[data-rows=${name}]`));
          getSelection().removeAllRanges();
          getSelection().addRange(range);
        }""",
        [name, of],
    )

    page.keyboard.press("Control+c")

    lines = page.evaluate("navigator.clipboard.readText()").split("\n")
    rows = page.locator(f"table[data-rows={name}] tr:not(.axis)").count()
    assert len(lines) == rows
    assert len({len(line.split("\t")) for line in lines}) == 1


def test_everything_can_be_done_with_the_keyboard(visit: Open) -> None:
    page = visit().open("index.html")

    page.keyboard.press("Tab")
    skip = page.evaluate("document.activeElement.className")
    page.keyboard.press("Enter")
    main = page.evaluate("document.activeElement.id")
    page.focus("#more summary")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("United")
    page.focus("th[data-sort=policy] button")
    page.keyboard.press("Enter")

    assert (skip, main) == ("skip", "main")
    assert titles(page) == ["Permit"]
    assert fragment(page) == "country=GBR&sort=-policy"


def test_a_link_leads_to_a_criterion(visit: Open) -> None:
    window = visit()
    page = window.open("practices/city-card.html#remedy")

    box = page.locator("#remedy").bounding_box()

    assert box is not None
    assert 0 <= box["y"] < 200
    assert page.locator(":target").get_attribute("id") == "remedy"


def test_pages_lead_to_each_other(visit: Open) -> None:
    page = visit().open("index.html")

    page.click("text=City card for all residents >> nth=0")
    practice = page.url
    page.click("text=Complaint, remedy and accountability >> nth=0")
    page.click("nav >> text=Method")
    method = page.url
    page.click("nav >> text=All practices")

    assert practice.endswith("practices/city-card.html")
    assert method.endswith("method.html")
    assert page.url.endswith("index.html")


@pytest.mark.parametrize("name", PAGES)
def test_without_a_script_all_text_is_there(visit: Open, name: str) -> None:
    page = visit().open(name)
    gone = "document.querySelectorAll('.filters, #comparison, #saves').forEach((each) => each.remove())"
    page.evaluate(gone)
    lines = page.locator("main").inner_text().splitlines()

    page = visit(scripts=False).open(name)

    shown = page.locator("main").inner_text()
    assert [line for line in lines if line.strip() not in shown] == []
    assert "City card for all residents" in shown or name.startswith(("method", "compare"))
    assert page.locator("#filters:visible").count() == 0


def test_hostile_texts_run_nothing_and_burst_nothing(
    visit: Open, collection: Result, written: Callable[[Result], Path]
) -> None:
    first = collection.practices[0]
    record = {**first.record, "summary": HOSTILE, "concerns": [{"text": HOSTILE, "by": HOSTILE}]}
    record["evidence"] = [{**record["evidence"][0], "title": HOSTILE, "url": "javascript:alert(4)"}]
    hostile = first.model_copy(update={"title": HOSTILE, "record": record})
    at = written(collection.model_copy(update={"practices": [hostile]}))
    window = visit(width=360, at=at)

    for name in ("index.html", "practices/city-card.html", "one.html"):
        page = window.open(name)

        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        assert page.locator("script, img").count() == page.locator("body > script").count()
        assert page.locator("a[href^='javascript' i]").count() == 0
    assert window.said == []
    assert len(window.asked) == 3


def test_a_thousand_practices_can_be_filtered_and_sorted(
    visit: Open, collection: Result, tmp_path: Path
) -> None:
    from govscore.render.formats import html
    from govscore.render.style import Style

    many = [
        each.model_copy(update={"id": f"{each.id}-{n}", "title": f"{each.title} {n}"})
        for n in range(500)
        for each in collection.practices
    ]
    big = collection.model_copy(update={"practices": many})
    name, document = next(iter(html.render(big, Style())))
    (tmp_path / name).write_bytes(document)
    page = visit(at=tmp_path).open("index.html")

    page.click("#more summary")
    page.select_option("select[name=country]", "PRT")
    page.click("th[data-sort=title] button")

    assert page.inner_text("#shown") == "500 practices of 1000 shown"
    assert page.locator(TITLES).first.inner_text() == "City card for all residents 0"


def test_a_page_prints_with_everything_open(visit: Open) -> None:
    page = visit().open("practices/city-card.html")
    page.emulate_media(media="print")

    assert page.locator("nav:visible").count() == 0
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")


def test_what_only_a_screen_needs_is_not_printed(visit: Open) -> None:
    page = visit().open("compare.html#city-card,permit-check")
    page.emulate_media(media="print")

    assert page.locator("table.compared").first.is_visible()
    assert page.locator("main button:visible, main select:visible").count() == 0


def test_in_forced_colours_a_striped_cell_stays_striped(visit: Open) -> None:
    page = visit(forced=True).open("practices/permit-check.html")

    looks = page.locator(".profile .faint, .profile .hu").evaluate_all(
        "cells => cells.map((each) => getComputedStyle(each).backgroundImage)"
    )

    assert looks
    assert all("gradient" in each for each in looks)
