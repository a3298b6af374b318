"""Weight that is not positive.

A weight says how much a criterion or a node counts among its neighbours. With 0 or less it would not count, or
count against them; what should not count is left out of the rubric.

Weights need not add up to anything: those under one node are divided by their sum. They may be fractions.

    weight: 0        # wrong
    weight: 1/2      # right
"""

level = "error"
message = "the weight of '{name}' must be more than 0, and is {found}"
scope = "setup"
