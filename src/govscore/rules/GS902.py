"""Indicator under the gate.

One of the indicators is lower than `govscore.yaml` asks for. A gate on indicators keeps a strong one from making
up for a weak one.

The criteria named are those of the indicator whose next step adds most to it. `govscore explain PRACTICE` says
what each step takes.

    gates:
    - {indicator: 40}                              # every indicator
    - {indicator: {standards: 50, policy: 40}}     # each its own
"""

level = "error"
message = {
    "under": "{name} is at {found} points {end}, and the gate asks for {expected}{ways}",
    "unknown": "{name} has no points {end}, and the gate asks for {expected}{ways}",
}
scope = "gate"
