"""Security drift.

The practice is led by an interior, border or police body, and no body for labour, social protection, equality,
justice or human rights is among those that take part. The GMPA note warns of this shift of migration
governance to security institutions. It is an observation, never points.

Nothing needs mending if it is so. If other bodies do take part, `coordination.sectors` should name them; those
that must merely check or report belong in `obliged`.

    coordination:
      sectors: [interior_immigration, labour_employment]
"""

level = "note"
message = "'{name}' leads, and no labour, social, equality, justice or human-rights body is engaged"
scope = "practice"
