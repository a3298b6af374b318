"""What git knows: which files changed, and what a file said at a revision."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from govscore.errors import SetupError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def changed(revision: str) -> set[Path]:
    """List the files that differ between a revision and the working tree, the untracked ones too.

    Wherever in the repository one stands, all of it is looked at; the paths are absolute, and free
    of symbolic links.

    Raises:
        SetupError: This is no git repository, or there is no such revision.
    """
    commit = _known(revision)
    top = Path(os.fsdecode(_git("rev-parse", "--show-toplevel").removesuffix(b"\n")))
    tracked = _git("-C", str(top), "diff", "--name-only", "-z", commit, "--")
    untracked = _git("-C", str(top), "ls-files", "--others", "--exclude-standard", "-z")
    return {top / name for name in os.fsdecode(tracked + untracked).split("\0") if name}


def files(revision: str, paths: Sequence[Path]) -> Iterator[tuple[Path, bytes]]:
    """Read the YAML files below the paths as they were at a revision.

    Raises:
        SetupError: This is no git repository, or there is no such revision.
    """
    commit = _known(revision)
    listed = os.fsdecode(_git("ls-tree", "-r", "-z", commit, "--", *map(str, paths))).split("\0")
    entries = [entry.split("\t", 1) for entry in listed if entry]
    blobs = [
        (Path(name), about.split()[2])
        for about, name in entries
        if name.endswith((".yaml", ".yml")) and about.startswith("100")
    ]
    contents = _contents([blob for _, blob in blobs])
    yield from zip((path for path, _ in blobs), contents, strict=True)


def _contents(blobs: Sequence[str]) -> Iterator[bytes]:
    """Read blobs through one process."""
    answer = _git("cat-file", "--batch", feed="".join(f"{blob}\n" for blob in blobs).encode())
    start = 0
    for _ in blobs:
        head_end = answer.index(b"\n", start)
        size = int(answer[start:head_end].split()[-1])
        yield answer[head_end + 1 : head_end + 1 + size]
        start = head_end + 1 + size + 1


def _known(revision: str) -> str:
    """Resolve a revision to a commit; an option in disguise is no revision."""
    _git("rev-parse", "--git-dir")  # fails in git's words where there is no repository to ask
    try:
        commit = _git(
            "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
        )
    except SetupError:
        raise SetupError(
            f"git knows no revision '{revision}'; a shallow clone may lack it (fetch-depth: 0)"
        ) from None
    return commit.decode().strip()


def _git(*arguments: str, feed: bytes = b"") -> bytes:
    command = ["git", "-c", "core.quotepath=off", *arguments]
    try:
        done = subprocess.run(command, input=feed, capture_output=True, check=True)  # noqa: S603 - git, with arguments of ours
    except OSError as error:
        raise SetupError(f"git cannot be run: {error.strerror}") from None
    except subprocess.CalledProcessError as error:
        reason = error.stderr.decode(errors="replace").strip().splitlines()
        raise SetupError(f"git failed: {reason[0] if reason else error.returncode}") from None
    return done.stdout
