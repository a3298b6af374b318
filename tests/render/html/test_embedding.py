"""The result inside the one file."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from govscore.render.html.embedding import embed, read_back


@pytest.mark.parametrize(
    "text",
    [
        "plain",
        "</script><script>alert(1)</script>",
        '<script type="application/json" id="result">',
        "<!-- <script",
        "a \\u003c b",
        "a \\\\u003c <",
        'é 😀 \u2028 " \\ \n',
        "",
    ],
)
def test_what_is_put_in_is_read_back_byte_for_byte(text: str) -> None:
    document = json.dumps({"text": text}, ensure_ascii=False, indent=2).encode()

    page = f"<p>before</p>{embed(document)}<script>1 < 2</script>".encode()

    assert read_back(page) == document


def test_no_text_can_end_the_element() -> None:
    element = embed(b'{"a": "</script>"}')

    assert element.count("<") == 2
    assert element.endswith("</script>")


@pytest.mark.parametrize(
    "page", [b"", b"<p>no result</p>", b'<script type="application/json" id="result">{"cut": 1']
)
def test_a_page_without_a_result_gives_none(page: bytes) -> None:
    assert read_back(page) is None


def test_reading_back_loads_no_templates() -> None:
    code = "import sys, govscore.render.html.embedding; print('jinja2' in sys.modules)"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == "False\n"
