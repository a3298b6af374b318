"""Unknown field.

The key is not among those that may stand at this place. It may be misspelt, stand one level too deep or
too high, or belong to another section. Unknown keys are refused because a fact under a key that nobody
reads would be lost in silence, and its points with it.

Correct the spelling, or move the key to where it belongs. `govscore schema practice` lists the fields; a remark
that has no field of its own goes into `note`.

    aligment: consistent     # wrong
    alignment: consistent    # right
"""

level = "error"
message = "'{name}' is not a field here"
scope = "practice"
