"""Pages for people: a site with a page for each practice, or one file that holds everything."""

from __future__ import annotations

from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from govscore.render.html.publication import Publication
    from govscore.render.html.site import Site
    from govscore.render.html.subject import Subject
    from govscore.render.style import Style
    from govscore.result.comparison import Comparison
    from govscore.result.run import Result

    File = tuple[str, bytes]
    Spread = Callable[[Callable[[Subject], File], Sequence[Subject]], Iterable[File]]

serves = frozenset({"report", "compare"})
rank = 90
shows_practices = True

LARGEST = 25_000_000
"""Bytes above which one file is too large for a browser to read."""

_MARK = b"<!-- the result -->"


def render(
    result: Result | Comparison,
    style: Style,
    publication: Publication | None = None,
    spread: Spread = map,
    written: Sequence[bytes] | None = None,
) -> Iterable[File]:
    """Draw the site: the overview, the practices, the method, and the data; or one comparison.

    `spread` has the practices drawn; many may be drawn by many hands, and it gives those files that
    are not put anywhere yet. `written` is each as JSON, as it stands in a whole result, where
    somebody has written it already.
    """
    from govscore.render.html.publication import Publication
    from govscore.render.html.site import Site
    from govscore.result.run import Result

    if isinstance(result, Result):
        site = Site(result, style, publication or Publication(), written)
        yield from _site(site, spread)
    else:
        yield "comparison.html", _comparison(result)


def _comparison(study: Comparison) -> bytes:
    from govscore.render.html import comparing, frame

    return frame.sheet("comparison.html", study, comparing.sides(study))


def _site(site: Site, spread: Spread) -> Iterator[File]:
    from govscore.render.html import comparing, frame, method, overview
    from govscore.render.html.links import COMPARE, METHOD, OVERVIEW, Links
    from govscore.render.html.subject import subjects

    link = Links(OVERVIEW)
    yield OVERVIEW.file, frame.page("overview.html", site, link, view=overview.view(site, link))
    yield from spread(partial(_practice, site), [*subjects(site)])
    if len(site.result.practices) > 1:
        link = Links(COMPARE)
        yield COMPARE.file, frame.page("compare.html", site, link, view=comparing.view(site, link))
    link = Links(METHOD)
    yield METHOD.file, frame.page("method.html", site, link, view=method.view(site, link))
    yield from _others(site)
    yield from _data(site)


def _practice(site: Site, subject: Subject) -> File:
    from govscore.render.html import frame, practice

    drawn = frame.page("practice.html", site, subject.link, view=practice.view(subject))
    return subject.page.file, drawn


def _others(site: Site) -> Iterator[File]:
    """Draw the pages that only some reports have."""
    from govscore.render.html import agreeing, checks, frame
    from govscore.render.html.links import AGREEMENT, CHECKS, Links

    if study := site.publication.agreement:
        link = Links(AGREEMENT)
        view = agreeing.view(site, link, study)
        yield AGREEMENT.file, frame.page("agreement.html", site, link, view=view)
    if site.has_checks:
        link = Links(CHECKS)
        yield CHECKS.file, frame.page("checks.html", site, link, view=checks.view(site, link))


def _data(site: Site) -> Iterator[File]:
    """Write the result itself, for programs and for spreadsheets."""
    from govscore.render.formats import csv, json

    yield from json.render(site.result, site.style, site.written)
    yield from csv.render(site.result, site.scores)


def single(
    result: Result,
    style: Style,
    publication: Publication | None = None,
    written: Sequence[bytes] | None = None,
) -> bytes:
    """Draw everything as one file, its data too; a light one has neither records nor data.

    A practice alone is the page itself.
    """
    from govscore.render.html import agreeing, checks, comparing, frame, method, overview, practice
    from govscore.render.html.embedding import embed, embed_text
    from govscore.render.html.links import Links
    from govscore.render.html.publication import Publication
    from govscore.render.html.site import Site
    from govscore.render.html.subject import subjects

    told = publication or Publication()
    site = Site(result, style, told, written)
    link = Links(None)
    alone = len(result.practices) == 1
    views = [SimpleNamespace(**practice.view(each)) for each in subjects(site, link)]
    shown = {"view": views[0]} if alone else {"overview": overview.view(site, link)}
    html = frame.page(
        "alone.html" if alone else "single.html",
        site,
        link,
        practices=views,
        compare=comparing.view(site, link) if len(result.practices) > 1 else None,
        method=method.view(site, link),
        agreement=agreeing.view(site, link, told.agreement) if told.agreement else None,
        checks=checks.view(site, link) if site.shows_checks and result.practices else None,
        **shown,
    )
    before, after = html.rsplit(_MARK, 1)
    if told.light:
        return before + after
    (_, document), (_, table) = _data(site)
    return before + (embed_text(table) + embed(document)).encode() + after
