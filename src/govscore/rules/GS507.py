"""Criterion that cannot be failed.

Among the cases of the rubric, and their mutations, none comes to a low level of this criterion. A criterion that
everything passes measures nothing.

Add a case that must fail it to the rubric's cases. If none can be thought of, the rule is too easy.
"""

level = "error"
message = "no case fails the criterion '{name}'"
scope = "setup"
