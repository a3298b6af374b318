"""The documents of a record: which there are, and how one is added."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from govscore.desk import forms
from govscore.desk.subject import RefusedError
from govscore.practice.evidence import Evidence
from govscore.scaffold.draft import identifier
from govscore.yamlio.operations import Append, Operation

if TYPE_CHECKING:
    from govscore.desk.forms import Field
    from govscore.desk.subject import Subject

_LONGEST = 24


def known(sitting: Subject) -> dict[str, str]:
    """Give the titles of the documents by their ids, those last used first."""
    found = titles(sitting.value)
    last = [each for each in sitting.documents_used if each in found]
    return {name: found[name] for name in [*last, *(n for n in found if n not in last)]}


def titles(record: dict[str, Any]) -> dict[str, str]:
    """Give the titles of a record's documents by their ids."""
    entries = [each for each in record.get("evidence") or [] if isinstance(each, dict)]
    return {str(each["id"]): str(each.get("title") or each.get("type", "")) for each in entries}


def asked() -> list[Field]:
    """List what is asked of a new document; its id follows from its title."""
    first = ("title", "type", "url")
    found = [each for each in forms.fields(Evidence) if each.path != ("id",)]
    return sorted(found, key=lambda each: first.index(each.path[0]) if each.path[0] in first else 3)


def adding(sitting: Subject, document: dict[str, Any]) -> tuple[Operation, ...]:
    """Give what adds a document, with an id of its own."""
    stem = identifier(str(document.get("title") or document.get("type", "")))[:_LONGEST].strip("-")
    taken = known(sitting)
    names = (f"e-{stem}{number}" for number in ["", *(f"-{n}" for n in range(2, len(taken) + 3))])
    made = {"id": next(name for name in names if name not in taken), **document}
    sitting.documents_used = [made["id"]]
    return (Append("/evidence", {key: made[key] for key in Evidence.model_fields if key in made}),)


def added(sitting: Subject, document: dict[str, Any]) -> str:
    """Write a new document; say why it was not, or nothing if it was."""
    used = sitting.documents_used
    try:
        sitting.answer(*adding(sitting, document))
    except RefusedError as error:
        sitting.documents_used = used
        return str(error)
    return ""
