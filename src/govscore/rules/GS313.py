"""Policy younger than the practice.

The practice began before the policy that it is said to implement. That may be true of a practice which was
taken up into a later policy, or which the policy confirmed; it cannot have been made to carry it out.

Say in `commitment` or `note` what the policy changed. If an older policy was the ground, add it.
"""

level = "note"
message = "the policy is of {year}, and the practice began in {start}"
scope = "practice"
