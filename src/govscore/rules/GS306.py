"""Empty list without a search.

An empty list says that somebody looked and found nothing, which is scored as absence. That is a claim like
any other and needs its evidence: `searched` names the documents in which one looked. What was not looked
for, or not seen, is left out; then it is not known, and not counted against the practice.

    evaluations: []                         # wrong

    evaluations: []                         # right
    searched: {evaluations: [e-annual]}
"""

level = "error"
message = "'{name}' is empty, and `searched` does not say where one looked"
scope = "practice"
