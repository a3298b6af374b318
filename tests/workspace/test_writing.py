"""Output that is written whole or not at all."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NoReturn

import pytest

from govscore.errors import SetupError
from govscore.workspace import folders
from govscore.workspace.folders import MARK, writing_folder
from govscore.workspace.writing import exchange, write, writing


@pytest.fixture
def _umask() -> Iterator[None]:
    before = os.umask(0o027)
    yield
    os.umask(before)


def write_folder(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write a folder of files, one after another."""
    with writing_folder(folder) as put:
        for name, content in files:
            put(name, content)


def _mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def _breaking() -> Iterator[bytes]:
    yield b"half"
    raise KeyboardInterrupt


def _full(*_: object) -> NoReturn:
    raise OSError(28, "No space left on device")


def _names(folder: str = ".") -> list[str]:
    return sorted(path.name for path in Path(folder).iterdir())


def test_a_file_is_written_from_its_pieces_with_its_folders() -> None:
    write(Path("out/deep/a.json"), [b"one, ", b"two"])

    assert Path("out/deep/a.json").read_bytes() == b"one, two"
    assert _names("out/deep") == ["a.json"]


def test_a_file_is_replaced() -> None:
    Path("a").write_bytes(b"a longer text of before")

    write(Path("a"), [b"new"])

    assert Path("a").read_bytes() == b"new"


@pytest.mark.usefixtures("_umask")
def test_a_new_file_and_a_new_folder_have_the_permissions_of_any_other() -> None:
    write(Path("a"), [b""])
    write_folder(Path("site"), [("index.html", b"")])

    assert (_mode(Path("a")), _mode(Path("site"))) == (0o640, 0o750)
    assert _mode(Path("site/index.html")) == 0o640


def test_a_file_that_was_private_stays_so() -> None:
    Path("a").touch(mode=0o600)

    write(Path("a"), [b"secret"])

    assert _mode(Path("a")) == 0o600


def test_an_interruption_leaves_the_file_as_it_was() -> None:
    Path("a").write_bytes(b"before")

    with pytest.raises(KeyboardInterrupt):
        write(Path("a"), _breaking())

    assert Path("a").read_bytes() == b"before"
    assert _names() == ["a"]


def test_pieces_are_in_place_only_when_all_went_well() -> None:
    Path("a").write_bytes(b"before")

    with writing(Path("a")) as put:
        put(b"one, ")
        put(b"two")
        assert Path("a").read_bytes() == b"before"

    assert Path("a").read_bytes() == b"one, two"


def test_what_fails_meanwhile_is_not_told_as_a_file_that_cannot_be_written() -> None:
    with pytest.raises(BlockingIOError), writing(Path("a")):
        raise BlockingIOError(11, "no more processes")

    assert _names() == []


def test_a_full_disk_leaves_the_file_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a").write_bytes(b"before")
    monkeypatch.setattr(Path, "replace", _full)

    with pytest.raises(SetupError) as raised:
        write(Path("a"), [b"after"])

    assert str(raised.value) == "cannot write a: No space left on device"
    assert Path("a").read_bytes() == b"before"
    assert _names() == ["a"]


@pytest.mark.parametrize(("name", "why"), [("file/a", "File exists"), ("folder", "Is a directory")])
def test_a_place_that_cannot_be_written_is_told(name: str, why: str) -> None:
    Path("file").touch()
    Path("folder").mkdir()

    with pytest.raises(SetupError, match=f"^cannot write {name}: {why}$"):
        write(Path(name), [b""])

    assert _names() == ["file", "folder"]


def test_a_folder_without_permission_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> NoReturn:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.mkstemp", refused)
    monkeypatch.setattr("tempfile.mkdtemp", refused)

    with pytest.raises(SetupError, match=r"^cannot write a: Permission denied$"):
        write(Path("a"), [b""])
    with pytest.raises(SetupError, match=r"^cannot write site: Permission denied$"):
        write_folder(Path("site"), [])


def test_what_a_link_points_to_is_written() -> None:
    Path("real").mkdir()
    Path("link").symlink_to("real/a")

    write(Path("link"), [b"new"])

    assert Path("link").is_symlink()
    assert Path("real/a").read_bytes() == b"new"


def test_a_pipe_is_written_to_and_stays_one() -> None:
    os.mkfifo("pipe")
    came: list[bytes] = []
    reader = threading.Thread(target=lambda: came.append(Path("pipe").read_bytes()))
    reader.start()

    write(Path("pipe"), [b"one, ", b"two"])
    reader.join()

    assert came == [b"one, two"]
    assert Path("pipe").is_fifo()


def test_a_folder_is_written_with_its_mark() -> None:
    write_folder(Path("out/site"), [("index.html", b"<p>"), ("deep/a.css", b"p {}")])

    assert Path("out/site/index.html").read_bytes() == b"<p>"
    assert Path("out/site/deep/a.css").read_bytes() == b"p {}"
    assert _names("out/site") == [MARK, "deep", "index.html"]
    assert _names("out") == ["site"]


def test_a_folder_of_ours_is_replaced_whole() -> None:
    write_folder(Path("site"), [("old.html", b"old")])

    write_folder(Path("site"), [("new.html", b"new")])

    assert _names("site") == [MARK, "new.html"]
    assert _names() == ["site"]


def test_a_link_to_a_folder_of_ours_stays_one() -> None:
    write_folder(Path("real"), [("old.html", b"old")])
    Path("site").symlink_to("real")

    write_folder(Path("site"), [("new.html", b"new")])

    assert Path("site").is_symlink()
    assert _names("real") == [MARK, "new.html"]
    assert _names() == ["real", "site"]


@pytest.mark.parametrize("taken", ["file", "folder"])
def test_what_is_not_ours_is_refused(taken: str) -> None:
    Path("file").write_bytes(b"mine")
    Path("folder").mkdir()
    Path("folder/a").write_bytes(b"mine")

    with pytest.raises(SetupError, match=f"^{taken} is not empty and was not written by govscore"):
        write_folder(Path(taken), [("index.html", b"")])

    assert Path("file").read_bytes() == Path("folder/a").read_bytes() == b"mine"
    assert _names() == ["file", "folder"]


def test_an_interruption_leaves_the_folder_as_it_was() -> None:
    write_folder(Path("site"), [("old.html", b"old")])

    def files() -> Iterator[tuple[str, bytes]]:
        yield "new.html", b"new"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_folder(Path("site"), files())

    assert _names("site") == [MARK, "old.html"]
    assert _names() == ["site"]


def test_a_folder_that_cannot_be_put_in_place_gives_the_old_one_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    write_folder(Path("site"), [("old.html", b"old")])
    rename = Path.rename

    def guarded(self: Path, target: Path) -> Path:
        fresh = self.name.startswith(".site.") and not self.name.endswith(".old")
        return _full() if fresh else rename(self, target)

    monkeypatch.setattr(Path, "rename", guarded)
    monkeypatch.setattr(folders, "_exchange", lambda *_: False)

    with pytest.raises(SetupError, match=r"^cannot write site: No space left on device$"):
        write_folder(Path("site"), [("new.html", b"new")])

    assert _names("site") == [MARK, "old.html"]
    assert _names() == ["site"]


def test_where_names_cannot_be_exchanged_the_folder_is_replaced_by_two_renames(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    write_folder(Path("site"), [("old.html", b"old")])
    monkeypatch.setattr(folders, "_exchange", lambda *_: False)

    write_folder(Path("site"), [("new.html", b"new")])

    assert _names("site") == [MARK, "new.html"]
    assert _names() == ["site"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows exchanges no names")
def test_at_no_time_is_the_folder_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    """A run that is killed between two steps leaves the old pages or the new."""
    write_folder(Path("site"), [("old.html", b"old")])
    monkeypatch.setattr(Path, "rename", _full)

    write_folder(Path("site"), [("new.html", b"new")])

    assert _names("site") == [MARK, "new.html"]


def test_of_a_folder_that_an_earlier_version_wrote_it_is_said_how_to_go_on() -> None:
    Path("site").mkdir()
    for name in (MARK, "index.html"):
        (Path("site") / name).write_bytes(b"" if name == MARK else b"old")

    with pytest.raises(SetupError, match=r"^site was written by a version .*; delete it if "):
        write_folder(Path("site"), [("new.html", b"new")])

    assert _names("site") == [MARK, "index.html"]


@pytest.mark.parametrize("name", ["CNAME", ".git/config", "deep/mine.html"])
def test_a_folder_of_ours_with_a_file_of_somebody_else_is_refused(name: str) -> None:
    write_folder(Path("site"), [("deep/old.html", b"old")])
    mine = Path("site") / name
    mine.parent.mkdir(exist_ok=True)
    mine.write_bytes(b"mine")

    with pytest.raises(SetupError, match=f"^site holds {name}, which this program did not list"):
        write_folder(Path("site"), [("new.html", b"new")])

    assert mine.read_bytes() == b"mine"
    assert Path("site/deep/old.html").read_bytes() == b"old"
    assert _names() == ["site"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not fork")
def test_a_process_that_was_forked_writes_into_the_same_folder() -> None:
    with writing_folder(Path("site")) as put:
        child = multiprocessing.get_context("fork").Process(target=put, args=("deep/a.html", b"a"))
        child.start()
        child.join()
        put("deep/b.html", b"b")

    assert _names("site/deep") == ["a.html", "b.html"]
    assert Path("site", MARK).read_text("utf-8").splitlines() == [
        MARK,
        "deep/a.html",
        "deep/b.html",
    ]


_KILLED = """
import os, signal, sys
from pathlib import Path
from govscore.workspace.folders import writing_folder
from govscore.workspace.writing import writing

if sys.argv[1] == "site":
    with writing_folder(Path("site")) as put:
        put("new.html", b"new")
        os.kill(os.getpid(), signal.SIGKILL)
with writing(Path("a")) as put:
    put(b"half")
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGKILL")
@pytest.mark.parametrize("target", ["site", "a"])
def test_what_a_killed_run_left_the_next_one_removes(target: str) -> None:
    Path(".a.bak").write_bytes(b"mine")
    subprocess.run([sys.executable, "-c", _KILLED, target], check=False)
    left = [name for name in _names() if name.startswith(f".{target}.govscore-")]

    write(Path("a"), [b"whole"])
    write_folder(Path("site"), [("new.html", b"new")])

    assert len(left) == 1
    assert _names() == [".a.bak", "a", "site"]


def test_what_another_run_is_writing_is_left_alone() -> None:
    with writing(Path("a")) as put:
        put(b"one")
        write(Path("a"), [b"two"])
        assert len(_names()) == 2

    assert Path("a").read_bytes() == b"one"
    assert _names() == ["a"]


@pytest.mark.parametrize("write_to", [write, write_folder])
def test_a_name_that_is_too_long_is_told(write_to: Callable[..., None]) -> None:
    with pytest.raises(SetupError, match=r"^cannot write x+: File name too long$"):
        write_to(Path("x" * 300), [])


def test_a_name_as_long_as_may_be_is_written() -> None:
    write(Path("é" * 127), [b"new"])

    assert _names() == ["é" * 127]


def test_a_file_that_is_as_it_was_is_exchanged_and_another_is_left() -> None:
    Path("a").write_bytes(b"one")

    assert exchange(Path("a"), b"one", b"two") is None
    assert exchange(Path("a"), b"one", b"three") == b"two"
    assert Path("a").read_bytes() == b"two"


def test_a_file_that_is_gone_is_not_exchanged() -> None:
    with pytest.raises(SetupError, match="cannot read a: No such file"):
        exchange(Path("a"), b"", b"one")


SAVING = """\
import sys
from pathlib import Path
from govscore.workspace.writing import exchange
one, other = (bytes([letter]) * 300_000 for letter in b"ab")
print("ready", flush=True)
while True:
    assert exchange(Path("a"), one, other) is None
    one, other = other, one
"""
KILLS = int(os.environ.get("KILLS", "20"))


def test_whoever_is_killed_while_saving_leaves_one_of_the_two_texts() -> None:
    left = set()
    for number in range(KILLS):
        Path("a").write_bytes(b"a" * 300_000)
        with subprocess.Popen([sys.executable, "-c", SAVING], stdout=subprocess.PIPE) as child:
            assert child.stdout is not None
            child.stdout.readline()
            time.sleep(number % 20 / 500)
            child.kill()
        text = Path("a").read_bytes()
        left.add(text[:1])
        assert text == text[:1] * 300_000
    assert left <= {b"a", b"b"}
