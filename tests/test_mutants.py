"""Practices as accidents leave them: bytes turned, lines moved, what no text should hold put in."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from govscore.__main__ import main

SOURCES = sorted((Path(__file__).parents[1] / "practices").glob("*.yaml"))
PIECES = (
    *(b"\0", b"\xef\xbb\xbf", b"\xff", b"\t", b"\xc2\x85", b'"', b"'", b"{", b"}", b"[", b"]"),
    *(b": ", b"#", b"\n- ", b"&a ", b"*a ", b"|", b"!x ", b"<<: ", b"---\n", b'"\\ud800"'),
    *(b"1e400", b"9" * 400, b"x" * 5000, b"[" * 80, b"{a: " * 20, b"2026-02-30", b"~", b"\n?"),
)
Mutation = Callable[[bytes, random.Random], bytes]


def _turned(data: bytes, chance: random.Random) -> bytes:
    turned = bytearray(data)
    turned[chance.randrange(len(turned))] ^= 1 << chance.randrange(8)
    return bytes(turned)


def _moved(data: bytes, chance: random.Random) -> bytes:
    lines = data.split(b"\n")
    lines.insert(chance.randrange(len(lines)), lines.pop(chance.randrange(len(lines))))
    return b"\n".join(lines)


def _doubled(data: bytes, chance: random.Random) -> bytes:
    lines = data.split(b"\n")
    lines.insert(chance.randrange(len(lines)), chance.choice(lines))
    return b"\n".join(lines)


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


def _put_in(data: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(data))
    return data[:place] + chance.choice(PIECES) + data[place:]


def _another_value(data: bytes, chance: random.Random) -> bytes:
    value = chance.choice([*re.finditer(rb"(?<=: )[\w.-]+", data)])
    return data[: value.start()] + chance.choice(PIECES) + data[value.end() :]


def _otherwise_encoded(data: bytes, chance: random.Random) -> bytes:
    if chance.random() < 0.5:
        return data.replace(b"\n", b"\r\n")
    return data.decode().encode(chance.choice(["utf-16", "utf-32", "utf-16-le"]))


MUTATIONS: tuple[Mutation, ...] = (
    _turned,
    _moved,
    _doubled,
    _cut,
    _put_in,
    _another_value,
    _otherwise_encoded,
)


@pytest.mark.parametrize("command", ["check", "score", "explain"])
@pytest.mark.parametrize("mutation", MUTATIONS)
def test_whatever_befalls_a_practice_it_is_told_and_no_bug(
    mutation: Mutation,
    command: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.argv", ["govscore", command, "mutant.yaml"])
    chance = random.Random(f"{mutation.__name__} {command}")  # noqa: S311 - the same on every run

    for _ in range(6):
        mutant = mutation(chance.choice(SOURCES).read_bytes(), chance)
        Path("mutant.yaml").write_bytes(mutant)
        with pytest.raises(SystemExit) as end:
            main()

        said = capsysbinary.readouterr()
        assert end.value.code in {0, 1, 2}, (mutant, said.err)
        assert end.value.code == 0 or said.out + said.err
        assert b"Traceback" not in said.out + said.err
        assert [each.name for each in tmp_path.iterdir()] == ["mutant.yaml"]
        assert Path("mutant.yaml").read_bytes() == mutant
