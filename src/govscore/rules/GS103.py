"""Wrong type.

The value is of another kind than the field: a list where a text is due, a number where a list is due.
Nothing is converted, because a conversion can lose what was written: `13.10` taken as a number is 13.1,
another provision.

A text that looks like a number is put in quotes. Only `true` and `false` are booleans; `yes` and `no` are
words, which some fields ask for. A year is a date as it stands.

    provisions: [13.10]      # wrong: a number
    provisions: ['13.10']    # right

    recurring: yes           # wrong: a word
    recurring: true          # right
"""

level = "error"
message = "this must be {expected}, and is {found}{hint}"
scope = "practice"
