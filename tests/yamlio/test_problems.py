from __future__ import annotations

import pytest
import yaml

from govscore import rules, yamlio
from govscore.yamlio import events

BOMB = b"a: &a [x,x,x,x,x,x,x,x,x,x]\n" + b"".join(
    f"{name}: &{name} [{','.join([f'*{before}'] * 10)}]\n".encode()
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
UNREADABLE = ("missing", "link", "folder", "permission", "other")  # see test_reader.py

# name: the file, and (code, variant, line, column) of every problem, in order
CASES: dict[str, tuple[bytes, list[tuple[str, str, int, int]]]] = {
    "UTF-16": ("a: b".encode("utf-16"), [("GS001", "wide", 1, 1)]),
    "UTF-32": ("a: b".encode("utf-32"), [("GS001", "wide", 1, 1)]),
    "UTF-16 without its mark": (
        "a:".encode("utf-16-le"),
        [("GS002", "control", 1, 2), ("GS002", "control", 1, 4)],
    ),
    "Latin-1": ("a: b\r\nção: é".encode() + b" \xe3", [("GS001", "byte", 2, 8)]),
    "Latin-1 after a mark": (b"\xef\xbb\xbfa: \xe3", [("GS001", "byte", 1, 4)]),
    "NUL and escape": (
        b"a: b\0c\nb: \x1b[2J",
        [("GS002", "control", 1, 5), ("GS002", "control", 2, 4)],
    ),
    "delete and C1": (
        "a: \x7f\nb: \x9b".encode(),
        [("GS002", "control", 1, 4), ("GS002", "control", 2, 4)],
    ),
    "escaped control characters": (
        b'a: "\\0"\nb: ["x\\x1b"]\nc: "tab\\tand\\nline"\n"\\e": d\n',
        [("GS002", "escape", 1, 4), ("GS002", "escape", 2, 5), ("GS002", "escape", 4, 1)],
    ),
    "hidden line breaks": (
        "a: b # c\u2028d: e\u2029f: g\x85".encode(),
        [("GS002", "break", 1, 9), ("GS002", "break", 1, 14), ("GS002", "break", 1, 19)],
    ),
    "a colon in text": (b"a: b: c", [("GS003", "colon", 1, 5)]),
    "a key too far in": (b"a: 1\n  b: 2", [("GS003", "colon", 2, 4)]),
    "a key without colon": (b"a: 1\nbcd\ne: 2", [("GS003", "no-colon", 2, 1)]),
    "a merge conflict": (b"a: 1\n<<<<<<< HEAD\nb: 2\n", [("GS003", "conflict", 2, 1)]),
    "the end of a merge conflict": (b"a: [1,\n>>>>>>> topic\n]", [("GS003", "conflict", 2, 1)]),
    "the middle of a merge conflict": (b"a: 1\r\n=======\r\n", [("GS003", "conflict", 2, 1)]),
    "a no-break space behind a colon": ("a: 1\nb:\xa0c\nd: e".encode(), [("GS003", "space", 2, 3)]),
    "a no-break space before a key": (
        "a:\n  b: 1\n\u202f c\nd: 2".encode(),
        [("GS003", "space", 3, 1)],
    ),
    "an open quote": (b'a: 1\nb: "c\nd: e\n', [("GS003", "open-quote", 2, 4)]),
    "an open quote before ---": (b"a: 'c\n---\nd: e\n", [("GS003", "open-quote", 1, 4)]),
    "an open list": (b"a: [1, 2\nb: 3", [("GS003", "open-list", 2, 2)]),
    "an open mapping": (b"a: {b: 1\nc: 3", [("GS003", "open-mapping", 2, 2)]),
    "a quote in quotes": (b"a: 'it's'", [("GS003", "no-key", 1, 8)]),
    "a key too far out": (b"a:\n  b: 1\n c: 2", [("GS003", "no-key", 3, 2)]),
    "a key after items": (b"- a\nb: c", [("GS003", "no-item", 2, 1)]),
    "a list where its key is": (b"a: - b", [("GS003", "dash", 1, 4)]),
    "two commas": (b"a: [1,,2]", [("GS003", "no-value", 1, 7)]),
    "an at sign": (b"a: @b", [("GS003", "start", 1, 4)]),
    "a tab for indentation": (b"a:\n\tb: 1", [("GS003", "tab", 2, 1)]),
    "a list that goes on at the margin": (b"---\nf: [a,\nb,\nc]\n", [("GS003", "margin", 3, 1)]),
    "a mapping that goes on at the margin": (
        b"a:\n- b: {c: 1,\n  d: 2}\n",
        [("GS003", "margin", 3, 3)],
    ),
    "a quoted text that goes on at the margin": (
        b'---\nq: "a\nb\nc"\n',
        [("GS003", "margin", 3, 1)],
    ),
    "a quoted text that goes on behind a tab": (
        b'foo: "bar\n\tbaz"\n',
        [("GS003", "margin", 2, 1)],
    ),
    "a comment at a quote": (b'key: "value"# no comment\n', [("GS003", "glued", 1, 13)]),
    "a comment at a bracket": (b"key: [value]# no comment\n", [("GS003", "glued", 1, 13)]),
    "a comment at the sign of a block": (b"b: ># no\n  scalar\n", [("GS003", "glued", 1, 5)]),
    "a comment less far in than empty lines": (
        b"empty: >\n \n  \n   \n # comment\n",
        [("GS003", "spaces", 4, 2)],
    ),
    "a question mark before a key in braces": (
        b"{ ?foo: bar,\nbar: 42\n}\n",
        [("GS003", "start", 1, 3)],
    ),
    "a colon in an anchor": (b"---\nkey: &an:chor value\n", [("GS003", "name", 2, 9)]),
    "a colon on the line below its key": (
        b'{"foo"\n: "bar"}\n',
        [("GS003", "split", 2, 1)],
    ),
    "a line of a tab": (b"foo: 1\n\t\nbar: 2\n", [("GS003", "blank", 2, 1)]),
    "a tab behind the space of a block": (b"foo: |-\n \tbar\n", [("GS003", "tab", 2, 2)]),
    "a tab in a block": (b"a: |\n\tx", [("GS003", "tab", 2, 1)]),
    "stars for emphasis": (b"a: *important*", [("GS003", "name", 1, 14)]),
    "an unknown escape": (b'a: "\\q"', [("GS003", "escape", 1, 5)]),
    "half a surrogate pair": (b'a: "\\ud800"', [("GS003", "escape", 1, 7)]),
    "text after the end": (b"a: 1\n...\nb: 2", [("GS003", "after-end", 3, 1)]),
    "an undeclared handle": (b"a: !x!y z", [("GS003", "handle", 1, 4)]),
    "another YAML": (b"%YAML 2.0\n---\na: 1", [("GS003", "other", 1, 1)]),
    "an unknown alias": (b"a: 1\nb: [*c]", [("GS003", "alias", 2, 5)]),
    "duplicate keys": (
        b"a: 1\nb: {c: 1, 'c': 2}\na: 2\n\"a\": 3\nd:\n- {e: 1, e: 2}\n",
        [
            ("GS004", "", 2, 11),
            ("GS004", "", 3, 1),
            ("GS004", "", 4, 1),
            ("GS004", "", 6, 10),
        ],
    ),
    "tags": (
        b"a: !!python/object/apply:os.system [x]\nb: !x 1\nc: ! y\n? !!str d\n: !!map {}\n",
        [
            ("GS005", "tag", 1, 4),
            ("GS005", "tag", 2, 4),
            ("GS005", "tag", 3, 4),
            ("GS005", "tag", 4, 3),
            ("GS005", "tag", 5, 3),
        ],
    ),
    "a merge key": (b"a: &a {x: 1}\nb:\n  <<: *a\n  y: 2\n", [("GS005", "merge", 3, 3)]),
    "keys that are not text": (
        b"1: a\n~: b\ntrue: c\n1.5: d\n.inf: e\n",
        [("GS005", "key", line, 1) for line in (1, 2, 3, 4, 5)],
    ),
    "no key": (b"a:\n  ? # nothing\n  : b\n", [("GS005", "nothing", 2, 4)]),
    "collections for keys": (
        b"? [a]\n: b\n? {c: d}\n: e\n",
        [("GS005", "collection", 1, 3), ("GS005", "collection", 3, 3)],
    ),
    "an alias for a key": (
        b"a: &a [1]\nb: &b 2\n*a : c\n*b : d\n",
        [
            ("GS005", "key", 3, 1),
            ("GS005", "key", 4, 1),
        ],
    ),
    "5 MB": (b"a: " + b"x" * 5_000_000, [("GS006", "size", 1, 1)]),
    "100,000 brackets": (b"a: " + b"[" * 100_000, [("GS006", "depth", 1, 67)]),
    "100,000 brackets behind a problem": (
        b"a: !!str x\nb: " + b"[" * 100_000,
        [("GS005", "tag", 1, 4), ("GS006", "depth", 2, 67)],
    ),
    "100,000 braces": (b"{a: " * 100_000, [("GS006", "depth", 1, 257)]),
    "100,000 dashes": (b"- " * 100_000, [("GS006", "depth", 1, 129)]),
    "depth by an alias": (
        b"a: &a " + b"[" * 40 + b"]" * 40 + b"\nb: " + b"[" * 24 + b"*a" + b"]" * 24,
        [("GS006", "depth", 2, 28)],
    ),
    "an alias bomb": (BOMB, [("GS006", "nodes", 4, 29)]),
    "too many nodes": (
        b"".join(f"k{i}: 1\n".encode() for i in range(5001)),
        [("GS006", "nodes", 1, 1)],
    ),
    "101 aliases": (b"a: &a x\nb: [" + b"*a," * 101 + b"]", [("GS006", "aliases", 2, 305)]),
    "an alias of what is around it": (b"a: &a\n  b: *a\n", [("GS006", "recursive", 2, 6)]),
    "501 items": (b"a:\n" + b"- x\n" * 501, [("GS006", "items", 502, 3)]),
    "101 directives": (b"%TAG ! !\n" * 101 + b"---\na: b", [("GS006", "directives", 1, 1)]),
    "numbers out of range": (
        b"a: " + b"9" * 5000 + b"\nb: [1e400, -.INF]\nc: .nan\nd: 9223372036854775808\n"
        b"e: -9223372036854775809\nf: 0x8000000000000000\n",
        [
            ("GS007", "", 1, 4),
            ("GS007", "", 2, 5),
            ("GS007", "", 2, 12),
            ("GS007", "", 3, 4),
            ("GS007", "", 4, 4),
            ("GS007", "", 5, 4),
            ("GS007", "", 6, 4),
        ],
    ),
    "an empty file": (b"", [("GS008", "empty", 1, 1)]),
    "only comments": (b"# a\n\n# b\n", [("GS008", "empty", 1, 1)]),
    "only null": (b"---\n~\n", [("GS008", "empty", 2, 1)]),
    "a list": (b"# c\n- a\n", [("GS008", "list", 2, 1)]),
    "a number": (b"  42\n", [("GS008", "scalar", 1, 3)]),
    "two documents": (b"a: 1\n---\nb: 2\n", [("GS008", "documents", 2, 1)]),
}
CASES["2,000 problems"] = (
    b"a: [" + b"!a x," * 2_500 + b"]",
    [("GS005", "tag", 1, 5 + 5 * i) for i in range(2_000)]
    + [("GS006", "problems", 1, 5 + 5 * 1_999)],
)

MORE = {
    "a tab behind the space of a block": {"foo": "\tbar"},
}
"""What only libyaml refuses."""


def found(document: yamlio.Document) -> list[tuple[str, object, int | None, int | None]]:
    return [(p.code, p.args.get("variant", ""), p.line, p.column) for p in document.problems]


@pytest.mark.parametrize("name", CASES)
def test_every_problem_has_its_code_and_its_place(name: str) -> None:
    data, expected = CASES[name]

    document = yamlio.parse(data, "dir/p.yaml")

    assert found(document) == expected
    assert {problem.path for problem in document.problems} == {"dir/p.yaml"}


@pytest.mark.parametrize("name", CASES)
def test_there_is_a_value_unless_the_reading_had_to_end(name: str) -> None:
    data, expected = CASES[name]
    goes_on = {"escape", "tag", "merge", "key", "nothing", "collection", "items", ""}

    document = yamlio.parse(data, "p.yaml")

    is_whole = all(code != "GS003" and variant in goes_on for code, variant, _, _ in expected)
    assert document.usable is is_whole
    assert isinstance(document.value, dict) is is_whole


def test_a_problem_names_its_pointer_and_what_its_sentence_needs() -> None:
    document = yamlio.parse(b"a/b:\n- c: 1\n  c: 2\n- !x 1e999\n- {~: 1}\n", "p.yaml")

    assert [(p.code, p.pointer, p.on_key, dict(p.args)) for p in document.problems] == [
        ("GS004", "/a~1b/0/c", True, {"name": "c", "first": 2}),
        ("GS005", "/a~1b/1", False, {"variant": "tag", "tag": "!x"}),
        ("GS007", "/a~1b/1", False, {"text": "1e999"}),
        ("GS005", "/a~1b/2", False, {"variant": "key", "text": "~"}),
    ]


def test_a_problem_below_a_refused_key_points_to_the_mapping_of_the_key() -> None:
    document = yamlio.parse(b"a:\n  <<: {x: 1e999}\n  ? {y: 1e999}\n  : z\n", "p.yaml")

    assert [p.pointer for p in document.problems if p.code == "GS007"] == ["/a", "/a"]


def test_what_a_problem_repeats_of_the_file_is_short_clean_and_on_one_line() -> None:
    name = "x" * 100
    text = f'"{name}": 1\n"{name}": 2\n"a\\nb": 1\n"a\\nb": 2\nc: !%1B%5B 3\n'

    document = yamlio.parse(text.encode(), "p.yaml")

    assert [p.args.get("name", p.args.get("tag")) for p in document.problems] == [
        "x" * 59 + "…",
        "a b",
        "!\ufffd[",
    ]


@pytest.mark.parametrize("name", CASES)
def test_the_parser_in_python_finds_the_same(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    data, expected = CASES[name]
    monkeypatch.setattr(events, "_PARSER", yaml.SafeLoader)

    document = yamlio.parse(data, "p.yaml")

    if name == "half a surrogate pair":  # only libyaml takes it for a fault of syntax
        assert found(document) == [("GS002", "escape", 1, 4)]
    elif name in MORE:
        assert document.value == MORE[name]
    elif expected[0][0] == "GS003":  # in words of its own, and for quotes at the other end
        assert [problem.code for problem in document.problems] == ["GS003"]
    else:
        assert found(document) == expected


@pytest.mark.parametrize("name", CASES)
def test_every_problem_fits_a_sentence_of_its_rule(name: str) -> None:
    document = yamlio.parse(CASES[name][0], "p.yaml")

    for problem in document.problems:
        sentence = rules.rule(problem.code).messages[str(problem.args.get("variant", ""))]
        filled = sentence.format(**problem.args)
        assert "{" not in filled.replace("'{'", "")
        assert "\n" not in filled


def test_every_sentence_of_the_rules_is_about_a_case() -> None:
    produced = {(code, variant) for _, found in CASES.values() for code, variant, _, _ in found}
    produced |= {("GS009", variant) for variant in UNREADABLE}
    produced |= {("GS010", "")}  # whoever walks the folders finds it

    codes = [code for code in rules.codes() if code.startswith("GS0")]

    assert {(code, variant) for code in codes for variant in rules.rule(code).messages} == produced


def test_the_reason_of_the_system_is_in_the_sentence() -> None:
    assert rules.rule("GS009").messages["other"].format(
        reason="stale file handle", variant="other"
    ) == ("the file cannot be read: stale file handle")
