"""Not one mapping.

A file is one mapping: keys, each with its value. A practice is one file, and a file one practice.

    - id: city-card        # wrong: a list of practices
    - id: language-cafe

    id: city-card          # right: city-card.yaml

A line `---` between two practices begins a second document: move it to a file of its own. A file
with comments only is empty; `govscore new ID` writes one to start from.
"""

level = "error"
message = {
    "empty": "the file is empty",
    "list": "the file is a list, where a mapping of keys is due",
    "scalar": "the file is a single text or number, where a mapping of keys is due",
    "documents": "a second document begins here; a file holds one",
}
scope = "reading"
