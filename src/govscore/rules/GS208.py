"""Evidence that nothing uses.

The document is listed, and no item, section, result, concern or rating points to it. Either it proves
something and the pointer is missing, which costs points, or it proves nothing and only looks like proof.

Name it where it is the proof, or take it out.

    delivery:
      reach: 1200
      evidence: [e-report]    # what was missing
    evidence:
    - {id: e-report, type: monitoring_report}
"""

level = "warning"
message = "nothing uses the evidence '{name}'"
scope = "practice"
