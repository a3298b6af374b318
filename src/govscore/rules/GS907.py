"""Waiver that waives nothing.

No finding of this run is met by the waiver: the matter was mended, the file moved, or the path or pointer never
fitted. Left standing, it would take out a future finding that nobody has looked at.

Remove it, or correct the path or pointer. A pointer goes to a place in the file and takes in all below it:

    pointer: /legal_basis/international/0

Where only some files were checked, a waiver for others is not reported.
"""

level = "error"
message = "the waiver of {name} for {path} waives nothing"
scope = "waiver"
