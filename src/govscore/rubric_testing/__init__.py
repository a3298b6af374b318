"""Is a rubric an instrument? Its cases hold, its levels are reached, and silence raises nothing."""
