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


def render(result: Result, options: Style) -> Iterable[tuple[str, bytes]]:
    """Draw the site: the overview, the practices, the method, and the result beside them."""
    from govscore.render.formats import json
    from govscore.render.html import checks, frame, method, overview, practice
    from govscore.render.html.links import CHECKS, METHOD, OVERVIEW, Links
    from govscore.render.html.site import Site

    book = Site(result, options)
    link = Links(OVERVIEW)
    yield OVERVIEW.file, frame.page("overview.html", book, link, view=overview.view(book, link))
    for subject in _subjects(book):
        yield (
            subject.page.file,
            frame.page("practice.html", book, subject.link, view=practice.view(subject)),
        )
    link = Links(METHOD)
    yield METHOD.file, frame.page("method.html", book, link, view=method.view(book, link))
    if book.has_checks:
        link = Links(CHECKS)
        yield CHECKS.file, frame.page("checks.html", book, link, view=checks.view(book, link))
    yield from json.render(result, options)


def _subjects(book: Site) -> Iterator[Subject]:
    from govscore.render.html.links import Links
    from govscore.render.html.subject import Subject

    for each, page in zip(book.result.practices, book.pages, strict=True):
        yield Subject(book, each, page, Links(page))


def single(result: Result, options: Style) -> bytes:
    """Draw everything as one file, with the result in it."""
    from govscore.render.formats import json
    from govscore.render.html import checks, frame, method, overview, practice
    from govscore.render.html.embedding import embed
    from govscore.render.html.links import Links
    from govscore.render.html.site import Site
    from govscore.render.html.subject import Subject

    book = Site(result, options)
    link = Links(None)
    pages = zip(result.practices, book.pages, strict=True)
    html = frame.page(
        "single.html",
        book,
        link,
        overview=overview.view(book, link),
        practices=[practice.view(Subject(book, each, page, link)) for each, page in pages],
        method=method.view(book, link),
        checks=checks.view(book, link) if book.has_checks else None,
    )
    document = b"".join(data for _, data in json.render(result, options))
    before, after = html.rsplit(_MARK, 1)
    return before + embed(document).encode() + after
