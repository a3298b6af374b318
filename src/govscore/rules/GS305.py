"""Phase behind what is due.

`phase_reached` may only add a phase that does not follow from the rest of the file. Here status, dates or
facts make a later phase due already: application unless the practice is planned and shows no application;
evaluation if it has ended or was scaled, began three years ago or more, or was evaluated. A field in the
file cannot take criteria out of the score.

Leave `phase_reached` out.

    status: completed
    phase_reached: application    # wrong: evaluation is due
"""

level = "error"
message = "'{given}' is behind what is due: {due}, by status, dates or facts"
scope = "practice"
