"""Baseline that cannot be used.

The earlier result to compare with is missing or broken. Without it no fall could be seen, so the run ends instead
of passing.

Write a fresh one on a state that is known to be good, and keep it as it is:

    govscore score practices/ -o json=baseline.json

Or compare with a revision, which needs no file: `govscore check --base origin/main`.
"""

level = "error"
message = {
    "json": "this is not JSON",
    "version": "this is a result of another schema version than {version}",
    "shape": "this is not a result of govscore: {place} is not as it should be",
    "unreadable": "the file cannot be read: {reason}",
}
scope = "setup"
