"""Finding of a watchdog that supports nothing.

A court decision, a finding of a supervisory body or an audit report is listed, and no item points to it. This
is the evidence that most often speaks against a practice; listed but not used, it looks as if it had been
weighed.

Say what it found: as a `conflict` of the law concerned, as a concern, as an evaluation, or behind a rating.

    concerns:
    - text: The court held that lawful residents were refused service
      evidence: [e-judgment]
"""

level = "warning"
message = "the evidence '{name}' ({kind}) supports nothing"
scope = "practice"
