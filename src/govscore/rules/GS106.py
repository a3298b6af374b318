"""Over its limit.

A text or a list is longer than its field allows. Limits keep a record readable: 120 characters for the
title of a practice, 1,500 for its summary, 300 for other titles, 2,000 for other texts, 500 items a list,
100 stakeholder rows a phase, 10 groups a row.

Shorten the text; what is lost may go into `note`, or into an item of its own. Rows of the same kind can be
put together under one `who`.
"""

level = "error"
message = "{found} {unit} are too many: at most {limit}"
scope = "practice"
