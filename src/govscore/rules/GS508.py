"""Criterion scored by silence.

The criterion has a level although the file says nothing about it. Silence is not a fact: what is left out is not
known, and must not be counted for or against a practice. Nor may a level rise when a section is left out that holds
no conflict: then it would pay to say less.

Read a list as it stands, so that the rule is open while the list is left out:

    when: size(p.?evaluations.orValue([])) == 0    # wrong: true of a silent file
    when: size(p.evaluations) == 0                 # right: open until the list is there
"""

level = "error"
message = {
    "silent": "the criterion '{name}' is scored by a file with only the required fields",
    "raised": "the criterion '{name}' rises from {before} to {after} when {section} is left out",
}
scope = "setup"
