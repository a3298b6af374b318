"""A rubric that extends another: one document, in which every part knows who wrote it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from govscore.pointers import steps

if TYPE_CHECKING:
    from govscore.yamlio import Document

_BY_ID = ("nodes", "criteria")
_BY_KEY = ("facts", "words", "lenses", "notes")


class Merged:
    """A rubric laid over the one it extends, which still knows the place of what it took over."""

    def __init__(self, base: Document | Merged, over: Document) -> None:
        """Lay `over` on `base`: nodes and criteria by id, facts and words by name."""
        self.path = over.path
        self._over = over
        self._base = base
        self._origin: dict[str, tuple[Document | Merged, str]] = {}
        self.value: dict[str, Any] = {**base.value, **over.value}
        for key in _BY_ID:
            if all(isinstance(each.value.get(key) or [], list) for each in (base, over)):
                self.value[key] = self._by_id(key)
        for key in _BY_KEY:
            below, above = base.value.get(key) or {}, over.value.get(key) or {}
            if isinstance(below, dict) and isinstance(above, dict):
                self.value[key] = {**below, **above}

    def _by_id(self, key: str) -> list[Any]:
        kept: dict[object, tuple[Any, Document | Merged, str]] = {}
        for document in (self._base, self._over):
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


def _name(entry: Any) -> object:  # noqa: ANN401 - what is no mapping is left to validation
    """Name an entry by its id; one without stands for itself alone."""
    name = entry.get("id") if isinstance(entry, dict) else None
    return name if isinstance(name, str) else object()
