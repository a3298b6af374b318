"""How far evaluators agree, as a page of a report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from govscore.render import agreement
from govscore.render.html.links import METHOD, slug

if TYPE_CHECKING:
    from govscore.render.html.links import Links
    from govscore.render.html.site import Site
    from govscore.result.agreement import Agreement


def view(site: Site, link: Links, study: Agreement) -> dict[str, Any]:
    """Make the view of the page: figures by criterion, then what there is to talk about."""
    titles = {each.id: each.title for each in study.criteria}
    return {
        "opening": agreement.opening(study),
        "summary": list(agreement.summary(study)),
        "rows": [
            (link.to(METHOD, slug(name)), titles[name], figures)
            for name, *figures in agreement.rows(study)
        ],
        "units": [
            (heading, [_unit(site, link, place, told) for place, told in units])
            for heading, units in agreement.units(study)
        ],
    }


def _unit(site: Site, link: Links, place: str, told: list[str]) -> tuple[str, str, str, list[str]]:
    """Name practice and criterion by their titles, and lead to the practice."""
    name, _, criterion = place.partition(" / ")
    found = site.by_id.get(name)
    words = site.criteria.get(criterion)
    title, href = (found[0].title, link.to(found[1])) if found else (name, "")
    return title, href, words.title if words else criterion, told
