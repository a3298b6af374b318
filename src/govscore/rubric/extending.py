"""A rubric that extends another: one document, in which every part knows who wrote it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from govscore.pointers import steps
from govscore.spelling import nearest
from govscore.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govscore.errors import Problem
    from govscore.yamlio import Document

_BY_ID = {"nodes": "node", "criteria": "criterion"}
_BY_KEY = ("facts", "words", "lenses", "notes")
_ITS_OWN = ("rubric", "changelog")
"""What a rubric says of itself, and never takes over."""


class Merged:
    """A rubric laid over the one it extends, which still knows the place of what it took over."""

    def __init__(self, base: Document, over: Document) -> None:
        """Lay `over` on `base`: nodes and criteria by id, facts and words by name."""
        self.path = over.path
        self.lines = over.lines
        self._over = over
        self.base = base
        self._origin: dict[str, tuple[Document, str]] = {}
        below = {key: each for key, each in base.value.items() if key not in _ITS_OWN}
        self.value: dict[str, Any] = {**below, **over.value}
        for key in _BY_ID:
            if all(isinstance(each.value.get(key) or [], list) for each in (base, over)):
                self.value[key] = self._by_id(key)
        for key in _BY_KEY:
            below, above = base.value.get(key) or {}, over.value.get(key) or {}
            if isinstance(below, dict) and isinstance(above, dict):
                self.value[key] = {**below, **above}

    def _by_id(self, key: str) -> list[Any]:
        kept: dict[object, tuple[Any, Document, str]] = {}
        for document in (self.base, self._over):
            for index, entry in enumerate(document.value.get(key) or ()):
                name = _name(entry)
                joined = {**kept[name][0], **entry} if name in kept else entry
                kept[name] = (joined, document, f"/{key}/{index}")
        for index, (_, document, place) in enumerate(kept.values()):
            self._origin[f"/{key}/{index}"] = (document, place)
        return [entry for entry, _, _ in kept.values()]

    def place(self, pointer: str, *, on_key: bool = False) -> tuple[int, int]:
        """Give line and column; what the extended rubric wrote is placed at the `extends` line."""
        parts = steps(pointer)
        head = "/" + "/".join(parts[:2])
        document, place = self._origin.get(head, (self._over, head))
        if document is not self._over or not self._wrote(parts):
            return self._over.place("/extends")
        return self._over.place("/".join([place, *parts[2:]]), on_key=on_key)

    def _wrote(self, parts: list[str]) -> bool:
        """Tell whether this file itself has the section, or the named entry of it, at a place."""
        section = self._over.value.get(parts[0]) if parts else None
        if len(parts) > 1 and parts[0] in _BY_KEY and isinstance(section, dict):
            return parts[1] in section
        return section is not None

    def source(self, pointer: str) -> str | None:
        """Give the text of a scalar as written, where this file wrote it."""
        return self._over.source(pointer)

    def strangers(self, problems: Iterable[Problem]) -> list[Problem]:
        """Tell of an entry that is too little for a new one that it changes nothing there is."""
        lacking: dict[str, list[Problem]] = {}
        told = []
        for each in problems:
            key, *rest = steps(each.pointer) or [""]
            if each.args.get("variant") == "missing" and key in _BY_ID and len(rest) == 1:
                lacking.setdefault(each.pointer, []).append(each)
            else:
                told.append(each)
        for place, found in lacking.items():
            told += self._stranger(place, found)
        return told

    def _stranger(self, place: str, found: list[Problem]) -> list[Problem]:
        key, index = steps(place)
        name = self.value[key][int(index)].get("id")
        document, _ = self._origin.get(place, (None, ""))
        if document is not self._over or not isinstance(name, str):
            return found
        known = [
            each["id"] for each in self.base.value.get(key) or () if isinstance(_name(each), str)
        ]
        if name in known:
            return found
        line, column = self.place(f"{place}/id")
        args = {
            "variant": "override",
            "name": name,
            "what": _BY_ID[key],
            "base": self.base.value.get("rubric"),
            "needs": listed([str(each.args["name"]) for each in found]),
        }
        near = nearest(name, known)
        told = found[0]._replace(pointer=f"{place}/id", line=line, column=column, args=args)
        return [told._replace(suggestions=near)]


def _name(entry: Any) -> object:  # noqa: ANN401 - what is no mapping is left to validation
    """Name an entry by its id; one without stands for itself alone."""
    name = entry.get("id") if isinstance(entry, dict) else None
    return name if isinstance(name, str) else object()
