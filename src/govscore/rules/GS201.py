"""Evidence that is not there.

An item points to evidence by its id, and the list `evidence` has no entry of that id, or has two. A claim
whose proof cannot be opened is not proven.

Correct the id, or add the document to `evidence`. Give each document an id of its own.

    policies:
    - {title: City plan, alignment: consistent, evidence: [e-plna]}    # wrong
    - {title: City plan, alignment: consistent, evidence: [e-plan]}    # right
    evidence:
    - {id: e-plan, type: official_policy_text}
"""

level = "error"
message = {
    "unknown": "there is no evidence '{name}'",
    "twice": "the evidence id '{name}' is used twice",
}
scope = "practice"
