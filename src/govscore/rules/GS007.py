"""Number out of range.

A number must be finite, and a whole number must lie between -2^63 and 2^63 - 1. Anything else would
be rounded without a word, or counted as infinite, by this or the next program. Infinity and
"not a number" (`.inf`, `.nan`) are no figures a practice can have.

    reach: 1e400                        # wrong
    reach: .inf                         # wrong
    amount: 123456789012345678901       # wrong

    reach: 12000                        # right
    amount: '123456789012345678901'     # right where a field takes text: it is no longer a number

What is not known is left out.
"""

level = "error"
message = "the number {text} is not finite or needs more than 64 bits"
scope = "reading"
