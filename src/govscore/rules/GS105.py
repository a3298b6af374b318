"""Bad value.

The value is of the right kind but cannot be right: a date that no calendar has, a link that is not http or
https, an id with spaces, a country code that does not exist, a number out of its range, a list that may not
be empty.

Dates are a year, a month or a day: `2016`, `2016-12`, `2016-12-15`. Countries are codes of ISO 3166-1, best
those of three letters. Ids are lower-case words joined by hyphens.

    start: 2016-02-30        # wrong
    start: 2016-02-29        # right

    countries: [POR]         # wrong
    countries: [PRT]         # right
"""

level = "error"
message = "{found} does not do here: {reason}"
scope = "practice"
