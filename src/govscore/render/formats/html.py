"""Pages for people: a site with a page for each practice, or one file that holds everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govscore.render.html.site import Site
    from govscore.render.html.subject import Subject
    from govscore.render.style import Style
    from govscore.result.run import Result

serves = frozenset({"report"})
rank = 90
shows_practices = True

_MARK = b"<!-- the result -->"


def render(result: Result, style: Style) -> Iterable[tuple[str, bytes]]:
    """Draw the site: the overview, the practices, the method, and the result beside them."""
    from govscore.render.formats import json
    from govscore.render.html import checks, frame, method, overview, practice
    from govscore.render.html.links import CHECKS, METHOD, OVERVIEW, Links
    from govscore.render.html.site import Site

    site = Site(result, style)
    link = Links(OVERVIEW)
    yield OVERVIEW.file, frame.page("overview.html", site, link, view=overview.view(site, link))
    for subject in _subjects(site):
        yield (
            subject.page.file,
            frame.page("practice.html", site, subject.link, view=practice.view(subject)),
        )
    link = Links(METHOD)
    yield METHOD.file, frame.page("method.html", site, link, view=method.view(site, link))
    if site.has_checks:
        link = Links(CHECKS)
        yield CHECKS.file, frame.page("checks.html", site, link, view=checks.view(site, link))
    yield from json.render(result, style)


def _subjects(site: Site) -> Iterator[Subject]:
    from govscore.render.html.links import Links
    from govscore.render.html.subject import Subject

    for each, page in zip(site.result.practices, site.pages, strict=True):
        yield Subject(site, each, page, Links(page))


def single(result: Result, style: Style) -> bytes:
    """Draw everything as one file, with the result in it."""
    from govscore.render.formats import json
    from govscore.render.html import checks, frame, method, overview, practice
    from govscore.render.html.embedding import embed
    from govscore.render.html.links import Links
    from govscore.render.html.site import Site
    from govscore.render.html.subject import Subject

    site = Site(result, style)
    link = Links(None)
    pages = zip(result.practices, site.pages, strict=True)
    html = frame.page(
        "single.html",
        site,
        link,
        overview=overview.view(site, link),
        practices=[practice.view(Subject(site, each, page, link)) for each, page in pages],
        method=method.view(site, link),
        checks=checks.view(site, link) if site.has_checks else None,
    )
    document = b"".join(data for _, data in json.render(result, style))
    before, after = html.rsplit(_MARK, 1)
    return before + embed(document).encode() + after
