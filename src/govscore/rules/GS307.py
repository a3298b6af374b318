"""Rating of a criterion not due.

An evaluator gave a level to a criterion whose phase is not due. The level is not counted: a practice that
began last year is not to be judged by its evaluation, neither for better nor for worse.

Take the rating out until the phase is due. If the practice has in truth come further than its status, dates
and facts show, say so in `phase_reached`.

    status: planned
    ratings:
      delivery: {level: 1}    # wrong: nothing is delivered yet
"""

level = "warning"
message = "'{name}' is rated, but the phase '{phase}' is not due yet"
scope = "practice"
