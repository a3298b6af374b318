"""Dates out of order.

A period, a line of funding or the time of a result ends before it begins. Dates are compared as precisely as
both are known: `2016` to `2016-03` is in order.

    period: {start: 2019, end: 2016}    # wrong
    period: {start: 2016, end: 2019}    # right

While a practice runs, its end is `null`.
"""

level = "error"
message = "it ends on {end}, before it begins on {start}"
scope = "practice"
