"""Phase without facts.

The phase is due by the status and the dates of the practice, and none of its sections is there: for formulation
the legal basis, policies, context or stakeholders; for application delivery, social dialogue or stakeholders;
for evaluation evaluations, results or stakeholders. All of its criteria stay open.

If one looked and there is nothing, an empty list says so, with the place of the search:

    evaluations: []
    searched: {evaluations: [e-annual]}
"""

level = "note"
message = "the phase '{name}' is due, and the file has no facts on it"
scope = "practice"
