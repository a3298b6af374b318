"""Not in the vocabulary.

The field takes one word of a closed list, and this is none of them. Closed lists are what lets a rule count
the same thing in every file.

Choose the nearest word of the list, and say in `note` what it leaves out. `govscore catalogue list
vocabularies` names all lists, and `govscore catalogue show group` the words of one.

    groups: [trade_union]    # wrong
    groups: [workers]        # right
"""

level = "error"
message = "{found} is not in the vocabulary: {words}"
scope = "practice"
