"""The screens, as the text that a terminal shows, at 80x24, 140x40 and 60x20."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from textual.events import Key
from textual.keys import _character_to_key
from textual.pilot import Pilot

from govscore.desk.screens import drawing
from govscore.desk.screens.app import Desk, show
from govscore.desk.screens.marks import FULL
from govscore.desk.sitting import Sitting
from govscore.desk.views import Header

Golden = Callable[[Path, bytes], None]
SCREENS = Path(__file__).parent / "screens"


def text(app: Desk) -> str:
    strips = app.screen._compositor.render_strips()
    return "".join(f"{strip.text.rstrip()}\n" for strip in strips)


def save(path: Path, changed: str) -> None:
    path.write_text(changed, encoding="utf-8")


async def rested(app: Desk, pilot: Pilot[None]) -> None:
    """Reckon at once what is reckoned between keys."""
    await pilot.pause()
    while app.held:
        await pilot.pause(0.01)
    await pilot.pause()
    for _ in app.pieces():
        pass
    await pilot.pause()


def press(app: Desk, typed: str) -> None:
    """Type keys at once; each waits for its turn, so nothing need wait between them here."""
    characters = {"space": " ", "slash": "/", "plus": "+", "apostrophe": "'"}
    for each in keys(typed):
        if len(each) == 1:
            app.post_message(Key(_character_to_key(each), each))
        else:
            app.post_message(Key(each, characters.get(each)))


def keys(typed: str) -> list[str]:
    """Spell a text as keys: words in <> are keys by name, `_` is a space."""
    found: list[str] = []
    for part in typed.split("<"):
        name, closed, rest = part.partition(">")
        found += [name, *rest] if closed else [*part]
    return [
        {"_": "space", "'": "apostrophe", "/": "slash", "+": "plus"}.get(each, each)
        for each in found
    ]


def drive(
    sitting: Sitting, *typed: str, size: tuple[int, int] = (80, 24), ascii_: bool = False
) -> tuple[Desk, list[str]]:
    """Type on the screens, and give the screen after each portion."""
    shown: list[str] = []

    async def run() -> Desk:
        app = Desk(sitting, ascii_=ascii_)
        async with app.run_test(size=size) as pilot:
            for portion in ["", *typed]:
                press(app, portion)
                await rested(app, pilot)
                shown.append(text(app))
        return app

    return asyncio.run(run()), shown


@pytest.mark.parametrize("size", [(80, 24), (140, 40), (60, 20)])
def test_the_screens_are_those_that_were_looked_at(
    sitting: Sitting, golden: Golden, size: tuple[int, int]
) -> None:
    portions = ("", "/remedy<enter>yn", "/communities-in-design<enter>", "a", "<escape><escape>")

    _, shown = drive(sitting, *portions, size=size)

    rule = "=" * size[0] + "\n"
    golden(SCREENS / f"{size[0]}x{size[1]}.txt", rule.join(shown[1:]).encode())


def test_ascii_is_ascii(sitting: Sitting) -> None:
    _, shown = drive(sitting, "", "/remedy<enter>y", "<escape>", ascii_=True)

    assert [each for each in shown if not each.isascii()] == []


def test_markup_in_a_record_is_text(sitting: Sitting) -> None:
    _, shown = drive(sitting)

    assert "City card [bold]not markup[/bold]" in shown[0]


def test_it_opens_at_the_open_criterion_of_most_gain(sitting: Sitting) -> None:
    best = sitting.best()
    app, _ = drive(sitting)

    assert app._criterion == best


def test_every_write_is_shown_with_its_line_and_how_to_undo_it(
    sitting: Sitting, record: Path
) -> None:
    before = record.read_bytes()

    _, shown = drive(sitting, "/remedy<enter><down>n", "z")

    assert "z undoes  line 17: free_and_multilingual: no" in shown[1]
    assert "undone, line 17" in shown[2]
    assert record.read_bytes() == before


def test_a_stray_key_writes_nothing(sitting: Sitting, record: Path) -> None:
    before = record.read_bytes()

    _, shown = drive(sitting, "/communities-in-design<enter>y", "4")

    assert "y does nothing here" in shown[1]
    assert record.read_bytes() == before


def test_a_form_stays_and_says_what_is_missing(sitting: Sitting, record: Path) -> None:
    before = record.read_bytes()

    _, shown = drive(sitting, "/communities-in-design<enter>a", "<ctrl+s>", "<escape>")

    assert "Not written: 'who' is missing." in shown[2]
    assert record.read_bytes() == before


def test_what_is_not_taken_is_mended_where_it_ends(fresh: Callable[[], Sitting]) -> None:
    keys = ("City_card<enter>A_card.<enter>service<enter>3", "20151<enter>", "<backspace><enter>")

    sitting = fresh()
    _, shown = drive(sitting, *keys)

    assert "Not taken: a date is a year, month or day: 2016, 2016-12" in shown[2]
    assert sitting.value["period"] == {"start": 2015}


def test_what_an_editor_writes_beside_it_is_taken_up(sitting: Sitting, record: Path) -> None:
    changed = record.read_text(encoding="utf-8").replace("title: City card", "title: Town card")

    async def run() -> str:
        app = Desk(sitting)
        async with app.run_test(size=(80, 24)) as pilot:
            save(record, changed)
            app._look()
            await pilot.pause()
            return text(app)

    shown = asyncio.run(run())

    assert "Town card" in shown
    assert "was read again" in shown


def test_a_fault_ends_the_screens_without_the_record(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    async def fail(self: Desk, **_: object) -> None:
        self.fault = ValueError("City card")

    monkeypatch.setattr(Desk, "run_async", fail)

    with pytest.raises(RuntimeError, match="ValueError on a screen") as told:
        show(sitting, ascii_=False, mouse=True)

    assert "City card" not in str(told.value)
    assert capsys.readouterr() == ("", "")


BEGIN = (
    *("City_card<enter>", "A_card.<enter>", "service<enter>", "3", "2015<enter>", "PRT<enter>"),
    *("7Porto<enter>", "City_of_Porto<enter>", "local_aut<enter>", "_<enter>", "health_<enter>"),
)
DOCUMENT = "+Statement<enter>statement_of<enter><ctrl+s>"


def full() -> Iterable[str]:
    """From no file to a record with all that a first sitting asks."""
    yield from BEGIN
    yield f"/equal-treatment<enter>yynyye{DOCUMENT}<enter>"
    for name in ("remedy", "implementation-plan", "accessible-engagement", "standing-consultation"):
        yield f"/{name}<enter>yyypye<enter>"
    yield "/communities-in-design<enter>aForum<enter>migrant_<enter>32<enter>"
    yield "/breadth-of<enter>aUnion<enter>workers_<enter>32<enter>"
    yield "/community-delivery<enter>aCouncil<enter>migrant_<enter>423<ctrl+s>"
    yield "/communities-in-eval<enter>aCouncil<enter>migrant_<enter>32<ctrl+s>"
    for name, year in (("First", 2010), ("Second", 2012), ("Third", 2014)):
        yield f"/national-law<enter>a{name}_act<enter>{year}<enter>Art.1<enter>Ministry<enter>1<ctrl+s>"
    yield "/policy-commitment<enter>aPlan<enter>national<enter>Advice_for_all<enter>1Action_3<enter>1<ctrl+s>"
    yield "/policy-commitment<enter>aCompact<enter>1Objective_15<enter><tab><tab>1<ctrl+s>"
    yield "/four-principles<enter>2reader<enter><ctrl+s><enter>"
    names = "rights-monitoring external-review evidence-base carried results-and public-response"
    for name in names.split():
        yield f"/{name}<enter>2<enter>wSeen.<enter>"


@pytest.mark.slow
def test_a_record_is_made_from_no_file_with_keys_alone(
    fresh: Callable[[], Sitting], golden: Golden
) -> None:
    sitting = fresh()

    _, shown = drive(sitting, *full())

    value = sitting.value
    assert sitting.problems == []
    assert len(value["checks"]) == 5
    assert [
        len(value["stakeholders"][p]) for p in ("formulation", "application", "evaluation")
    ] == [2, 1, 1]
    assert len(value["legal_basis"]["national"]) == 3
    assert len(value["policies"]) == 2
    assert {rating["level"] for rating in value["assessments"][0]["ratings"].values()} == {2}
    assert len(value["assessments"][0]["ratings"]) == 7
    golden(SCREENS / "made.yaml", sitting.path.read_bytes())
    golden(SCREENS / "made.txt", shown[-1].encode())


def test_a_line_that_is_broken_goes_on_below_its_first_word(sitting: Sitting) -> None:
    _, shown = drive(sitting, "/equal-treatment<enter>", size=(60, 20))

    assert ">[?] open regardless of migration status where a basic\n     right" in shown[1]


def test_a_title_in_the_list_is_never_cut(sitting: Sitting) -> None:
    _, shown = drive(sitting, "<escape>", size=(60, 60))

    assert "Core migration instruments and the State's\n" in shown[1]
    assert "…" not in shown[1].split("enter open")[0].split("saved")[1]


@pytest.mark.parametrize("width", [60, 80, 140])
def test_the_keys_below_are_never_cut(sitting: Sitting, width: int) -> None:
    pages = ("/remedy<enter>", "/communities-in-design<enter>", "a", "<escape>", "/delivery<enter>")

    _, shown = drive(sitting, *pages, size=(width, 20))

    assert [screen.splitlines()[-1].endswith("…") for screen in shown] == [False] * 6


def test_what_is_typed_while_a_form_opens_goes_into_the_form(sitting: Sitting) -> None:
    async def run() -> str:
        app = Desk(sitting)
        async with app.run_test(size=(80, 24)) as pilot:
            press(app, "/communities-in-design<enter>aUnion")
            await rested(app, pilot)
            return text(app)

    assert " Union" in asyncio.run(run())


def test_the_page_of_keys_fits_the_narrowest_screen(sitting: Sitting) -> None:
    _, shown = drive(sitting, "<escape><f1>", size=(60, 20))

    assert " y p n u x      yes, partly, no, not known, does not apply\n" in shown[1]
    assert " letters search, enter goes on, tab and shift+tab move,\n" in shown[1]


def test_the_figures_of_a_narrow_screen_keep_the_label_whole_and_leave_the_bar() -> None:
    header = Header("A card", 13.2, 78.2, "13.2…78.2", "52%", "up to promising")
    told = "13.2…78.2  known 52%  up to promising"

    assert drawing.figures(header, FULL, 80).endswith(f"─····  {told}  saved")
    assert drawing.figures(header, FULL, 60).endswith(f"─····  {told}")
    assert drawing.figures(header, FULL, 40) == told
