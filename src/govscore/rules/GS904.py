"""Label under the gate.

The label of the practice is lower than `govscore.yaml` asks for. By default the low end of its range is compared,
which nothing open can take away. Limits may hold it down whatever the points: an essential criterion, the
weakest indicator, a standing conflict with the law.

Essential criteria that limit the label come first among those named.

    gates:
    - {label: promising}
"""

level = "error"
message = {
    "under": "{name} is '{found}' {end}, and the gate asks for '{expected}'{ways}",
    "unknown": "{name} is not known {end}, and the gate asks for '{expected}'{ways}",
}
scope = "gate"
