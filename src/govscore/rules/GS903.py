"""Coverage under the gate.

Too little is known of an indicator. Coverage is the share of it that the record settles, whether for or against
the practice; the gate asks for documentation, not for a good score.

The criteria named are those that leave most of it open, each with the share that it would settle.

    gates:
    - {coverage: 0.5}
"""

level = "error"
message = {
    "under": "of {name} {found} is known, and the gate asks for {expected}{ways}",
    "unknown": "of {name} nothing is known, and the gate asks for {expected}{ways}",
}
scope = "gate"
