from __future__ import annotations

from pathlib import Path
from typing import NoReturn

import pytest

from govscore import yamlio

MIB = 1024 * 1024
UNREADABLE = {
    "missing": (FileNotFoundError(2, "no such file"), "no such file"),
    "permission": (PermissionError(13, "not permitted"), "not permitted"),
    "other": (OSError(5, "input/output error"), "input/output error"),
}


def found(document: yamlio.Document) -> list[tuple[str, object, int | None, int | None]]:
    return [(p.code, p.args.get("variant", ""), p.line, p.column) for p in document.problems]


@pytest.mark.parametrize(
    ("data", "value"),
    [
        (b"a: 1\nb: {c: 1, c: 2}\na: 2\n", {"a": 1, "b": {"c": 1}}),
        (b"a: !!python/object:x {b: 1}\nc: !x 2\n", {"a": {"b": 1}, "c": 2}),
        (b"a: &a {x: 1}\nb: {<<: *a, y: 2}\n", {"a": {"x": 1}, "b": {"y": 2}}),
        (b"1: a\nnull: b\n? [c]\n: d\n? \n: e\n", {"1": "a", "null": "b"}),
        (b"a: [1e400, 2]\n", {"a": [None, 2]}),
        (b'a: "x\\x1by"\n"b\\0": 1\n', {"a": "x\ufffdy", "b\ufffd": 1}),
        (b"? &a\n: b\nc: *a\n", {"c": None}),
    ],
)
def test_what_can_be_kept_is_kept(data: bytes, value: object) -> None:
    assert yamlio.parse(data, "p.yaml").value == value


def test_a_syntax_error_does_not_hide_the_problems_before_it() -> None:
    document = yamlio.parse(b"a: 1\na: 2\nb: {c: !x 1, c: 2\nd: e: f\n", "p.yaml")

    assert [(p.code, p.line, p.column) for p in document.problems] == [
        ("GS004", 2, 1),
        ("GS005", 3, 8),
        ("GS004", 3, 14),
        ("GS003", 4, 2),
    ]
    assert document.problems[-1].args["since"] == 3


def test_directives_anchors_and_document_marks_are_no_problem() -> None:
    text = "%YAML 1.1\n%TAG ! tag:x,2000:\n---\na: &a NO\nb: *a\n? &k c\n: d\n*k : e\n...\n"

    document = yamlio.parse(text.replace("*k : e\n", "e: *k\n").encode(), "p.yaml")

    assert document.problems == ()
    assert document.value == {"a": "NO", "b": "NO", "c": "d", "e": "c"}


def test_the_later_of_two_anchors_with_one_name_counts() -> None:
    document = yamlio.parse(b"a: &a\n  b: &a 1\n  c: *a\nd: *a\n*a : 2\n", "p.yaml")

    assert document.value == {"a": {"b": 1, "c": 1}, "d": 1}
    assert found(document) == [("GS005", "key", 5, 1)]


def test_text_from_right_to_left_and_astral_characters_stay_as_they_are() -> None:
    text = "name: \u200fعربي\u202c 🌍\ufeff\n"

    document = yamlio.parse(text.encode(), "p.yaml")

    assert document.problems == ()
    assert document.value == {"name": "\u200fعربي\u202c 🌍\ufeff"}


def test_a_file_is_read_under_the_name_that_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "p.yaml"
    path.write_bytes(b"a: 1\na: \xc3\xa3\n")

    document = yamlio.read(path, "practices/p.yaml")

    assert document.path == "practices/p.yaml"
    assert document.problems[0].path == "practices/p.yaml"
    assert document.value == {"a": 1}
    assert document.data == b"a: 1\na: \xc3\xa3\n"
    assert document.sha256 == "16e8651c40962b2d86a44e53a224b72df95c0c1ad442570d41d0a10e61c76041"


def test_of_a_file_beyond_the_limit_only_the_head_is_read(tmp_path: Path) -> None:
    path = tmp_path / "p.yaml"
    path.write_bytes(b"a: " + "é".encode() * MIB)

    document = yamlio.read(path, "p.yaml")

    assert found(document) == [("GS006", "size", 1, 1)]
    assert len(document.data) == MIB + 1


def test_a_file_at_the_limits_is_read() -> None:
    depth = b"a: " + b"[" * 63 + b"]" * 63
    aliases = b"\nb: &b x\nc: [" + b"*b," * 100 + b"]"
    items = b"\nd:\n" + b"- x\n" * 500
    head = depth + aliases + items + b"e: '"
    data = head + b"x" * (MIB - len(head) - 1) + b"'"

    document = yamlio.parse(data, "p.yaml")

    assert document.problems == ()
    assert len(data) == MIB
    assert len(document.value["c"]) == 100
    assert len(document.value["d"]) == 500


def test_ten_thousand_nodes_are_read() -> None:
    data = b"".join(f"k{i}: 1\n".encode() for i in range(5000))

    assert yamlio.parse(data, "p.yaml").problems == ()


def test_a_dangling_link_is_a_problem_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "p.yaml"
    path.symlink_to(tmp_path / "nothing.yaml")

    document = yamlio.read(path, "p.yaml")

    assert found(document) == [("GS009", "link", 1, 1)]
    assert (document.usable, document.value, document.data) == (False, None, b"")


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    assert found(yamlio.read(tmp_path, "p.yaml")) == [("GS009", "folder", 1, 1)]


def test_a_missing_file_raises_nothing(tmp_path: Path) -> None:
    assert found(yamlio.read(tmp_path / "p.yaml", "p.yaml")) == [("GS009", "missing", 1, 1)]


@pytest.mark.parametrize("variant", UNREADABLE)
def test_a_file_that_cannot_be_opened_is_a_problem_with_its_reason(
    variant: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    error, reason = UNREADABLE[variant]

    def refuse(_path: Path, _mode: str) -> NoReturn:
        raise error

    monkeypatch.setattr(Path, "open", refuse)

    document = yamlio.read(tmp_path / "p.yaml", "p.yaml")

    assert found(document) == [("GS009", variant, 1, 1)]
    assert document.problems[0].args["reason"] == reason


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("foo: |\n  x\n   ", {"foo": "x\n \n"}),
        ("a: [\n  b,\n]\nc: {\n  d: e\n} # f\n", {"a": ["b"], "c": {"d": "e"}}),
        ("{a: [\nb], c: 'd\ne'}\n", {"a": ["b"], "c": "d e"}),
        ("a:\n- 'b\n c'\nd: &e\n  f: \"g\n    h\"\n", {"a": ["b c"], "d": {"f": "g h"}}),
        ("a: [b,\n# c\n  d]\n", {"a": ["b", "d"]}),
        (
            'a: |\n  ?b &c:d *e:f ,# "g"#\n  [h,\n  i\n\n   \n  j\n',
            {"a": '?b &c:d *e:f ,# "g"#\n[h,\ni\n\n \nj\n'},
        ),
        ("a: x?y=1&z:2#w\nb: >\n \n # c\n", {"a": "x?y=1&z:2#w", "b": "\n# c\n"}),
        ("a: |\n   \n# b\n", {"a": ""}),
    ],
)
def test_what_only_resembles_a_misread_place_is_read(text: str, value: object) -> None:
    document = yamlio.parse(text.encode(), "p.yaml")
    assert (document.value, document.problems) == (value, ())
