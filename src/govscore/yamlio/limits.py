"""How much of a file, which may be a stranger's, is read before it is refused."""

from __future__ import annotations

MAX_BYTES = 1024 * 1024
MAX_DEPTH = 64
MAX_NODES = 10_000
MAX_ALIASES = 100
MAX_ITEMS = 500
MAX_DIRECTIVES = 100
MAX_PROBLEMS = 2_000
