"""Duplicate key.

A mapping has the same key twice. Most YAML readers keep the last without a word, so that a fact seen
in the file would be missing from the score. Here the first is kept until the file is mended.

    status: pilot        # wrong: which?
    status: running

    status: running      # right

If both are meant, they belong in a list, or one of them in another section. Often a section was
copied and the old one not deleted.
"""

level = "error"
message = "'{name}' is written twice in the same mapping (first on line {first})"
scope = "reading"
