"""What a writer starts from: the draft of a practice, and a repository of practices."""

from __future__ import annotations

from govscore.workspace.scaffold.draft import draft, identifier
from govscore.workspace.scaffold.repository import SCHEMA, Placed, furnish

__all__ = ["SCHEMA", "Placed", "draft", "furnish", "identifier"]
