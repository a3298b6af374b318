"""A room is a package in which every public module is one of a kind.

Nothing is registered by hand: the folder is the registry and the file name is the id.
"""

from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType


def names(room: ModuleType) -> list[str]:
    """List the ids in the room, sorted, without importing any of them."""
    return sorted(m.name for m in pkgutil.iter_modules(room.__path__) if not m.name.startswith("_"))


def enter(room: ModuleType, name: str) -> ModuleType:
    """Import one module of the room."""
    return importlib.import_module(f"{room.__name__}.{name}")
