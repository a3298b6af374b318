"""Wrong type or value in a rubric.

A field of the rubric has a value of another kind than it takes, or out of its range; or an expression compares
what cannot be compared, such as a text with a number, or is a condition and comes out neither true nor false.

    when: size(law_named)          # wrong: a number
    when: size(law_named) > 0      # right: a condition
"""

level = "error"
message = {
    "type": "this must be {expected}, and is {found}{hint}",
    "value": "{found} does not do here: {reason}",
    "length": "{found} {unit} are too many: at most {limit}",
    "expression": "the types do not fit: {reason}",
}
scope = "setup"
