"""From a text to its value by way of a parser: all that YAML has, and what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from yaml import MarkedYAMLError
from yaml.reader import ReaderError

from govscore.yamlio import misread, problems
from govscore.yamlio.builder import Builder
from govscore.yamlio.events import stream
from govscore.yamlio.places import Marked
from govscore.yamlio.text import refuse_controls

if TYPE_CHECKING:
    from govscore.yamlio.places import Places
    from govscore.yamlio.problems import Problems


def build(text: str, notes: Problems) -> tuple[dict[str, Any], Places]:
    """Give the mapping that a text is, and the places in it.

    Raises:
        Refused: There is none, or the text is not to be read.
    """
    builder = Builder(notes)
    try:
        builder.run(stream(text))
    except ReaderError:
        refuse_controls(text, notes)
    except MarkedYAMLError as error:
        if end := problems.too_deep_from(error):  # what stands before is over our own limit already
            notes.forget()
            return build(text[:end], notes)
        builder.unwind()
        problems.refuse(error, text, notes)
    root, start = builder.root()
    misread.refuse(text, notes)
    return root, Marked(root, start, builder.kept)
