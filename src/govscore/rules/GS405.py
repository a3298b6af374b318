"""Conflict without evidence.

The practice is said to conflict with a law or with the standards, and no document is named. A conflict without
evidence is shown, earns nothing and does not limit the label, whoever found it.

Name the decision or report, and who found the conflict:

    - title: Equality Act 2010
      alignment: conflicting
      conflict: {found_by: nhri, year: 2020, state: standing}
      evidence: [e-commission]
"""

level = "note"
message = "a conflict with '{name}' is stated without evidence"
scope = "practice"
