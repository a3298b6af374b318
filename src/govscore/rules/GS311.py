"""Assessor from the lead body.

The assessor's affiliation is the lead body, under its present or a former name. A self-assessment is useful and
may be kept. It is not independent: it may lower a derived level, but not raise one.

A second assessment by somebody from outside makes the difference visible.

    assessments:
    - {assessor: programme manager, affiliation: City of Porto, …}
    - {assessor: external evaluator, affiliation: University of Porto, …}
"""

level = "note"
message = "'{assessor}' belongs to '{name}', which leads the practice"
scope = "practice"
