"""A hostile text for every format."""

from __future__ import annotations

import pytest


@pytest.fixture
def hostile() -> str:
    """Give a text that tries to break out of every format."""
    return (
        '=HYPERLINK("http://x.test";"y") ::error::a ##[error]b %0A %25 ]]>'
        " <script>alert(1)</script> [red]c[/red] \x1b[31m\x9b31m \u202e @name #12,line=9 |"
        " `d` *e* _f_ ~g~ $h$ &amp; {0} \\ ![i](j)\r\n::warning::k\n- l\tm"
    )


@pytest.fixture
def shown(hostile: str) -> str:
    """Give the hostile text as people see it: its control characters by their pictures."""
    return hostile.translate(str.maketrans("\x1b\x9b\u202e", "␛\ufffd\ufffd"))
