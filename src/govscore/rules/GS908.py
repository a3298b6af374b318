"""Waiver of an unknown code.

The code is not one of govscore's, so the waiver can never do anything; or it is one of those that cannot be waived:
what keeps anything from being evaluated (GS501 to GS512), and what is wrong with waivers themselves.

`govscore rule` lists the codes.

    code: GS381    # wrong
    code: GS301    # right
"""

level = "error"
message = {
    "unknown": "there is no finding {name} to waive",
    "never": "{name} cannot be waived",
}
scope = "waiver"
