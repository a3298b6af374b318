"""Status differs from the catalogue.

The file says how a State stands to a treaty, and the catalogue says otherwise for that day (`as_of`). The
status decides what a citation is worth: a treaty that does not bind the State is no obligation.

Where the catalogue's list of parties is known to be whole, a State that is not on it was not a party then;
a list that is older than the day is taken as it was in its own month. Where the list is not whole, absence
says nothing, and nothing is reported. A treaty that the State denounced is not used as an obligation.

Leave `status` out, and the catalogue's is taken; or correct it. Where the catalogue is wrong or behind, keep
the status with its evidence, and waive the finding.

    countries: [DEU]
    - {instrument: icrmw, status: party, alignment: partly}        # wrong
    - {instrument: icrmw, status: not_party, alignment: partly}    # right

`govscore catalogue show icrmw` lists the parties with their dates, `govscore catalogue country DEU` what a
country has joined.
"""

level = "warning"
message = {
    "listed": "{country} is not '{given}' under {name}: by the catalogue it is '{state}'{since}",
    "not_listed": "{country} is not '{given}' under {name}: a list that was whole in {list} does not have it",
    "later": "{country} was not '{given}' under {name} on {day}: it acted only on {since_day}",
    "not_adopted": "{country} was not '{given}' under {name} on {day}: the text was adopted only on {adopted}",
    "obligation": "{name} is used as an obligation, and {country} denounced it{since}",
}
scope = "practice"
