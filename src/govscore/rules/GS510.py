"""Waiver that cannot be used.

A waiver takes a finding out of the gate for a while. It needs a code, a path, a reason, an owner and a day on
which it ends, so that somebody can be asked and nothing is waived for ever. A pointer narrows it to one place.

    waivers:
    - code: GS301
      path: practices/city-card.yaml
      pointer: /legal_basis/international/0
      reason: The ratification of May is not in the catalogue yet
      owner: migration desk
      expires: 2027-02-01
"""

level = "error"
message = {
    "missing": "'{name}' is missing",
    "unknown": "'{name}' is not a field of a waiver",
    "type": "this must be {expected}, and is {found}{hint}",
    "word": "{found} is not among the choices: {words}",
    "value": "{found} does not do here: {reason}",
    "length": "{found} {unit} are too many: at most {limit}",
}
scope = "setup"
