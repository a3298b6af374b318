"""`govscore report`: what is written, from what, and when nothing is."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from govscore.render.formats import html

Run = Callable[..., CompletedProcess[str]]
DAY = ("--as-of", "2026-11-24")


def _state(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.usefixtures("demo")
def test_a_folder_becomes_a_site(govscore: Run) -> None:
    ran = govscore("report", "-o", "public/site")

    assert (ran.returncode, ran.stdout) == (0, "")
    assert ran.stderr == "wrote public/site (1 practice)\n"
    site = _state(Path("public/site"))
    assert "index.html" in site
    assert json.loads(site["result.json"])["practices"][0]["id"] == "example-welcome-desk"
    pages = [name for name in site if name.endswith(".html")]
    assert any("example-welcome-desk" in name for name in pages)
    assert [path.name for path in Path("public").iterdir()] == ["site"]


@pytest.mark.usefixtures("demo")
def test_a_name_that_ends_in_html_becomes_one_file(govscore: Run) -> None:
    ran = govscore("report", "-o", "report.html")

    assert ran.returncode == 0
    assert Path("report.html").read_bytes().startswith(b"<!doctype html>")


@pytest.mark.usefixtures("demo")
def test_the_default_is_a_site_beside_the_practices(govscore: Run) -> None:
    assert govscore("report", "-q").stderr == ""

    assert Path("site/index.html").is_file()


@pytest.mark.usefixtures("demo")
def test_a_saved_result_gives_the_same_bytes_as_the_files(govscore: Run) -> None:
    govscore("report", "-o", "from-files", *DAY)
    govscore("report", "-o", "from-files.html", *DAY)
    saved = "from-files/result.json"

    govscore("report", saved, "-o", "from-saved")
    govscore("report", saved, "-o", "from-saved.html")

    assert _state(Path("from-saved")) == _state(Path("from-files"))
    assert Path("from-saved.html").read_bytes() == Path("from-files.html").read_bytes()


@pytest.mark.usefixtures("demo")
def test_a_result_saved_by_check_shows_its_gates(govscore: Run) -> None:
    govscore("check", "-o", "json=checked.json", *DAY)

    ran = govscore("report", "checked.json", "-o", "site")

    assert ran.returncode == 0
    assert Path("site/checks.html").is_file()


def test_a_report_of_one_file_can_be_drawn_anew(demo: Path, govscore: Run) -> None:
    govscore("report", "-o", "old.html", *DAY)
    demo.unlink()

    ran = govscore("report", "old.html", "-o", "new.html")

    assert ran.returncode == 0
    assert Path("new.html").read_bytes() == Path("old.html").read_bytes()


def test_a_site_of_ours_is_replaced_whole(demo: Path, govscore: Run) -> None:
    govscore("report", "-o", "site")
    text = demo.read_text(encoding="utf-8")
    demo.with_name("another.yaml").write_text(
        text.replace("id: example-welcome-desk", "id: another"), encoding="utf-8"
    )
    demo.unlink()

    assert govscore("report", "-o", "site").returncode == 0

    names = " ".join(_state(Path("site")))
    assert "another" in names
    assert "example-welcome-desk" not in names


@pytest.mark.usefixtures("demo")
def test_an_empty_folder_is_taken(govscore: Run) -> None:
    Path("site").mkdir()

    assert govscore("report", "-o", "site").returncode == 0
    assert Path("site/index.html").is_file()


@pytest.mark.usefixtures("demo")
def test_a_folder_that_holds_something_else_is_refused(govscore: Run) -> None:
    Path("site").mkdir()
    Path("site/thesis.txt").write_text("years of work", encoding="utf-8")

    ran = govscore("report", "-o", "site")

    assert ran.returncode == 2
    assert ran.stderr == (
        "govscore: site is not empty and was not written by govscore; choose another\n"
    )
    assert _state(Path("site")) == {"thesis.txt": b"years of work"}


@pytest.mark.parametrize("earlier", [True, False])
@pytest.mark.usefixtures("demo")
def test_an_interrupted_run_leaves_no_half_site(
    earlier: bool,
    govscore: Run,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if earlier:
        govscore("report", "-o", "public/site")
    Path("public").mkdir(exist_ok=True)
    before = _state(Path("public"))

    def interrupted(*_: object) -> Iterator[tuple[str, bytes]]:
        yield "index.html", b"the first page"
        raise KeyboardInterrupt

    monkeypatch.setattr(html, "render", interrupted)

    ran = govscore("report", "-o", "public/site")

    assert ran.returncode == 130
    assert _state(Path("public")) == before
    assert [path.name for path in Path("public").iterdir()] == (["site"] if earlier else [])


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("saved.json", None, "saved.json cannot be read: No such file or directory"),
        ("saved.json", "{}", "saved.json:1:1: error GS511 "),
        ("old.html", "<p>Hello", "old.html is no report of one file, as `report -o FILE.html` wri"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_what_is_no_saved_result_is_refused(
    name: str, content: str | None, said: str, govscore: Run
) -> None:
    if content is not None:
        Path(name).write_text(content, encoding="utf-8")

    ran = govscore("report", name)

    assert ran.returncode == 2
    assert said in ran.stderr
    assert not Path("site").exists()


@pytest.mark.usefixtures("demo")
def test_a_saved_result_stands_alone(govscore: Run) -> None:
    govscore("score", "-o", "json=saved.json")

    ran = govscore("report", "saved.json", "practices")

    assert ran.returncode == 2
    assert ran.stderr == "govscore: a saved result stands alone; give it as the only path\n"


def test_a_broken_file_fails_and_the_others_are_published(demo: Path, govscore: Run) -> None:
    demo.with_name("broken.yaml").write_text("id: broken\n", encoding="utf-8")

    ran = govscore("report", "-o", "site")

    assert ran.returncode == 1
    assert "practices/broken.yaml:1:1: error GS101 'title' is missing\n" in ran.stderr
    assert any("example-welcome-desk" in name for name in _state(Path("site")))


def test_a_saved_finding_that_is_waived_fails_nothing(card: Path, govscore: Run) -> None:
    text = card.read_text(encoding="utf-8")
    card.write_text(f"{text}searched: {{}}\nresults: []\n", encoding="utf-8")
    waiver = "{code: GS306, path: 'practices/*', reason: r, owner: o, expires: 2027-06-30}"
    Path("govscore.yaml").write_text(f"waivers: [{waiver}]\n", encoding="utf-8")
    assert govscore("check", "-o", "json=saved.json").returncode == 0
    assert b'"code": "GS306"' in Path("saved.json").read_bytes()

    ran = govscore("report", "saved.json")

    assert ran.returncode == 0


def test_a_collection_of_which_nothing_can_be_read_has_a_report(card: Path, govscore: Run) -> None:
    card.write_text("id: city-card\n", encoding="utf-8")

    ran = govscore("report", "-o", "report.html")

    assert ran.returncode == 1
    assert Path("report.html").is_file()


@pytest.mark.usefixtures("demo")
def test_the_configuration_says_title_publisher_contact_and_licence(govscore: Run) -> None:
    Path("govscore.yaml").write_text(
        "report: {title: Practices of Lisbon, publisher: City of Lisbon,\n"
        "         contact: 'https://example.org/desk', licence: CC BY 4.0}\n",
        encoding="utf-8",
    )

    govscore("report", *DAY)

    index = Path("site/index.html").read_text(encoding="utf-8")
    assert "<h1>Practices of Lisbon</h1>" in index
    assert (
        "City of Lisbon (2026). Practices of Lisbon. 1 practice, scored by rubric gmpa 2.0.0 as of "
        "24 November 2026 with govscore"
    ) in index
    assert '<a href="https://example.org/desk"' in index
    assert "CC BY 4.0" in index
    assert 'content="Practices of Lisbon – GMPA' in index.replace("\n", " ")
    assert '<meta property="og:site_name" content="City of Lisbon">' in index


@pytest.mark.usefixtures("demo")
def test_a_file_too_large_to_read_is_refused_with_advice(
    govscore: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(html, "LARGEST", 1_000_000 // 8)

    ran = govscore("report", "-o", "one.html")

    assert ran.returncode == 2
    assert "write a site with -o FOLDER, or leave records and data out with --light" in ran.stderr
    assert not Path("one.html").exists()


def test_a_light_file_has_every_practice_and_no_records(demo: Path, govscore: Run) -> None:
    demo.with_name("second.yaml").write_text(
        demo.read_text(encoding="utf-8").replace("id: example-welcome-desk", "id: second"),
        encoding="utf-8",
    )

    ran = govscore("report", "-o", "light.html", "--light")

    text = Path("light.html").read_text(encoding="utf-8")
    assert ran.returncode == 0
    assert 'data-id="second"' in text
    assert 'id="result"' not in text
    assert text.count('<article class="practice"') == 2
    assert 'id="practice-second--on-criteria"' in text
    assert "on-record" not in text
    anchors = set(re.findall(r' id="([^"]+)"', text))
    assert set(re.findall(r' href="#([^"]+)"', text)) - anchors == set()


@pytest.mark.usefixtures("demo")
def test_a_site_is_never_light(govscore: Run) -> None:
    ran = govscore("report", "--light")

    assert (ran.returncode, ran.stderr) == (
        2,
        "govscore: --light is for one file: give -o FILE.html\n",
    )


def test_where_two_evaluators_rated_the_same_the_report_says_how_far_they_agree(
    demo: Path, govscore: Run
) -> None:
    path = demo.parent.parent / "assessments" / demo.stem / "panel-member-2.yaml"
    path.parent.mkdir(parents=True)
    others = "four-principles external-review evidence-base delivery results-and-learning"
    rest = "".join(
        f", {each}: {{state: unassessed}}" for each in [*others.split(), "public-response"]
    )
    path.write_text(
        "{assessor: panel-member-2, date: 2026-10-01, rubric: gmpa@2.0.0, interests: none,\n"
        f" practice: {demo.stem}, record: {'a' * 64},\n"
        f" ratings: {{rights-monitoring: {{level: 1}}{rest}}}}}",
        encoding="utf-8",
    )

    govscore("report", *DAY)

    assert b"1 pair of ratings" in Path("site/agreement.html").read_bytes()
    assert b'href="agreement.html"' in Path("site/index.html").read_bytes()


@pytest.mark.usefixtures("demo")
def test_one_evaluator_agrees_with_nobody(govscore: Run) -> None:
    govscore("report", *DAY)

    assert not Path("site/agreement.html").exists()


@pytest.mark.usefixtures("demo")
def test_a_file_may_be_named_in_capitals(govscore: Run) -> None:
    govscore("report", "-o", "one.HTML")

    assert Path("one.HTML").is_file()
