"""Configuration that cannot be used.

Something in `govscore.yaml`, in an environment variable or in a flag is not a setting, or cannot have this
value. The run ends before anything is scored: a gate written one level too deep would otherwise never be
asked, and everything would seem to pass.

`govscore schema config` describes the file; `govscore config` shows the merged settings and where each came from.

    gates:
    - {minimum: 50}    # wrong
    - {overall: 50}    # right
"""

level = "error"
message = {
    "missing": "'{name}' is missing",
    "unknown": "'{name}' is not a setting here",
    "type": "this must be {expected}, and is {found}{hint}",
    "word": "{found} is not among the choices: {words}",
    "value": "{found} does not do here: {reason}",
    "length": "{found} {unit} are too many: at most {limit}",
    "band": "the rubric has no band '{name}'",
    "indicator": "the rubric has no indicator '{name}'",
}
scope = "setup"
