"""Policy that is the practice itself.

A policy of nearly the same title as the practice is listed among the policies that it implements. A practice
always fits its own programme; what is of interest is the policy behind it: a national strategy, a regional
commitment, a global framework.

If they are one thing, name the policies that it carries out, or leave it as it is: its alignment is with the
standards in any case. If they are two, the titles could say so.
"""

level = "note"
message = "'{name}' looks like the practice itself"
scope = "practice"
