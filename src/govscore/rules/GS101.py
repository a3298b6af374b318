"""Missing field.

A field without which nothing can be scored, or an item not understood, is not there. A key with nothing
behind it counts as left out.

A practice needs its id, title, summary, kind, status, period, jurisdiction, lead body, target groups and
themes, and countries or, where no country stands for it, organisations. An item of international law is
named by the catalogue's id, or by a title with a category of law. A rating has a level, or a state that
says why it has none.

    countries:               # wrong: nothing behind the key
    countries: [PRT]         # right

    - title: ECOWAS Treaty of 1975                               # wrong
      alignment: consistent
    - title: ECOWAS Treaty of 1975                               # right
      category: labour_standards
      alignment: consistent
"""

level = "error"
message = {
    "missing": "'{name}' is missing",
    "nothing": "'{name}' has nothing behind it",
    "countries": "'countries' or 'organisations' is missing",
    "instrument": "'instrument' or 'title' is missing",
    "category": "'category' is missing: without an instrument the catalogue cannot tell it",
    "level": "'level' or 'state' is missing",
}
scope = "practice"
