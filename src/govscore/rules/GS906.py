"""Waiver expired.

The last day of the waiver has passed. The findings that it took out of the gate are back.

Mend what they say and remove the waiver, or agree on a new day, with a reason that is still true.

    expires: 2026-06-30    # wrong, on 2026-11-24
"""

level = "error"
message = "the waiver of {name} by {owner} ended on {expires}"
scope = "waiver"
