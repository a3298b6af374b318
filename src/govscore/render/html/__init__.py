"""The pages of a report: a view of each, its template, and what they have in common.

The pages are complete without a script; a few lines add sorting and filtering. They ask nothing of
any host. `embedding` reads the result back from the one file.
"""
