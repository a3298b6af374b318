"""Baseline of another rubric.

The earlier result was made with another rubric, or another text of the same one. Points of two rubrics cannot be
compared: a rise or fall may be the rubric's doing.

Score the earlier state again with the present rubric, and use that as the baseline. If the change of rubric is the
very thing to be looked at, allow it on the command line.
"""

level = "error"
message = {
    "rubric": "the baseline was scored with {old} ({old_sha}), and this run with {new} ({new_sha})",
    "text": "the baseline was scored with another text of {old}: {old_sha}, now {new_sha}",
}
scope = "setup"
