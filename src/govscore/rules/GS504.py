"""Word that no vocabulary has, in a rubric.

A word in the rubric, mostly quoted in a rule, is in no vocabulary of practice files and is no id of an instrument,
a criterion or a node. Such a rule never holds, and nobody would see why.

    it.alignment == 'consistant'     # wrong
    it.alignment == 'consistent'     # right

`govscore catalogue list vocabularies` names the vocabularies and what they are about.
"""

level = "error"
message = {
    "word": "{found} is in no vocabulary and is no id",
    "set": "there is no vocabulary '{found}'",
}
scope = "setup"
