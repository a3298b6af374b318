"""Overall under the gate.

The overall of the practice is lower than `govscore.yaml` asks for. By default the low end is compared: what the
record proves. Overall points so far do not exist while too little is known of an indicator; a gate on them then
fails, because what is not known clears no bar.

The criteria named are those whose next step adds most. `govscore explain PRACTICE` says what each step takes.

    gates:
    - {paths: ['practices/**'], overall: 50}
    - {paths: ['practices/pilots/**'], overall: 25, on: point}
"""

level = "error"
message = {
    "under": "{name} is {found} points {end}, and the gate asks for {expected}{ways}",
    "unknown": "{name} has no points {end}, and the gate asks for {expected}{ways}",
}
scope = "gate"
