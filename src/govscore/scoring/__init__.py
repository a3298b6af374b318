"""From a practice and a rubric to points, intervals, a label, and the reasons for each.

Pure: scoring knows pointers into a practice, not files, and no clock.
"""
