"""Level that cannot be told apart.

A level whose rule is that of a higher one is never reached, since the highest that holds is awarded. A condition
that holds, or fails, for every file tests nothing.

A level that no case of the rubric reaches may be one that no practice can reach: `rubric check` asks for a case of
each, and tries changes of the cases before it says so.

Write what tells the level from the one above, or leave the level out.

    2: {says: Two policies, when: size(policies_named) >= 2}
    3: {says: With commitments, when: size(policies_named) >= 2}        # wrong
    3: {says: With commitments, when: size(policies_committed) >= 2}    # right
"""

level = "error"
message = {
    "equal": "this level has the rule of level {name}, and so can never be awarded",
    "constant": "this condition is {name}, whatever the practice says",
    "unreached": "no case, and no change of one, comes to level {level} of '{name}'",
}
scope = "setup"
