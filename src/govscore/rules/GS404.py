"""Standing conflict.

A court, a supervisory body, a human-rights institution, an audit or the responsible body itself found that the
practice conflicts with this law, and the matter is not remedied. The law does not count for the practice, and
the label is limited: at most emerging, or promising while the conflict is being remedied.

When it has been remedied, say so, with the evidence:

    conflict: {found_by: court, year: 2020, state: remedied}
"""

level = "note"
message = {
    "standing": "{found_by} found a conflict with '{name}', and it stands",
    "being_remedied": "{found_by} found a conflict with '{name}', and it is being remedied",
}
scope = "practice"
