
from __future__ import annotations

from govscore.workspace.scaffold.draft import draft, identifier

__all__ = ["draft", "identifier"]
