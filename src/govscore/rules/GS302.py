"""Instrument younger than what cites it.

An act is said to implement an instrument that did not exist when it was passed, or a practice that has ended
is held to answer one adopted later. Neither can have used the text; what fits together may still be of
interest, but it is no citation. A practice that runs may answer law younger than itself.

Take the instrument out of `implements`, or give the year of the amendment that brought it in. For a practice
that has ended write `use: not_cited`.

    - {title: Aliens Act, year: 1985, implements: [icrmw], alignment: partly}             # wrong
    - {title: Aliens Act as amended, year: 1996, implements: [icrmw], alignment: partly}  # right
"""

level = "warning"
message = {
    "act": "an act of {year} cannot carry out {name}, adopted only on {adopted}",
    "practice": "the practice ended in {year}, before {name} was adopted on {adopted}",
}
scope = "practice"
