"""Participation on the lead body's word.

All evidence for this row comes from the lead body: its web pages, its own evaluations or declarations, or
documents marked `independent: false`. Whoever invites is seldom the best witness of how far the invited could
shape the matter.

A statement of those who took part, minutes, or a report of a third party would settle it, and is stronger
evidence too.

    evidence: [e-own-page]                 # the lead body's page
    evidence: [e-own-page, e-statement]    # and a word of those concerned
"""

level = "note"
message = "only the lead body's own word stands behind the part of '{name}'"
scope = "practice"
