"""Rating under changed descriptors.

The rating was given under an older version of the rubric, and a later version changed what the levels of this
criterion ask for. The same figure may now mean something else. The change log of the rubric names the
criteria that a version changed.

Under a rubric that extends another, ratings given under that other one count where the levels of the criterion read
the same. Where they do not, the rating is left out.

Have the criterion rated again, and put the new rating into an assessment under the present version.

    rubric: gmpa@1.0.0    # the descriptor of level 3 changed in 1.1.0
    ratings:
      delivery: {level: 3}
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govscore.rules._inspection import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.rubric.model import RubricSpec
    from govscore.rules._inspection import Inspection

level = "warning"
message = {
    "version": "'{name}' is rated under {rubric}, and version {version} changed it",
    "extended": "'{name}' is rated under {rubric}, and {own} changed its levels: the rating does not count",
}
scope = "practice"


def find(inspection: Inspection) -> Iterator[Hit]:
    """Find levels given under an older version of the rubric, to criteria changed since."""
    rubric = inspection.rubric
    known: dict[str, tuple[frozenset[str], dict[str, str]]] = {}
    for place, assessment, name in inspection.own_ratings:
        if assessment.ratings[name].level is None or name not in rubric.leaves:
            continue
        if assessment.rubric not in known:
            known[assessment.rubric] = _edition(inspection, assessment.rubric)
        counted, changed = known[assessment.rubric]
        if name not in counted:
            args = {"name": name, "rubric": assessment.rubric, "own": rubric.spec.rubric}
            yield Hit(place, {"variant": "extended", **args}, on_key=True)
        elif name in changed:
            args = {"name": name, "rubric": assessment.rubric, "version": changed[name]}
            yield Hit(place, {"variant": "version", **args}, on_key=True)


def _edition(inspection: Inspection, name: str) -> tuple[frozenset[str], dict[str, str]]:
    """Give the criteria whose ratings under an edition count, and those that changed since."""
    rubric = inspection.rubric
    given, version = name.split("@")
    spec = rubric.spec if given == rubric.spec.rubric else rubric.base
    if spec is None:
        return rubric.leaves, {}
    known = version in inspection.editions[given]
    return rubric.rated_under(given), _changed_since(spec, version) if known else {}


def _changed_since(spec: RubricSpec, version: str) -> dict[str, str]:
    """Map the criteria that later versions changed to the first of these versions.

    A change log names the criteria whose descriptors a version changed by their ids.
    """
    found: dict[str, str] = {}
    for entry in sorted(spec.changelog, key=lambda entry: _ordinal(entry.version)):
        if _ordinal(entry.version) > _ordinal(version):
            words = {word for change in entry.changes for word in re.findall(r"[a-z0-9-]+", change)}
            for criterion in spec.criteria:
                if criterion.id in words:
                    found.setdefault(criterion.id, entry.version)
    return found


def _ordinal(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))
