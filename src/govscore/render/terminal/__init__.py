"""What a terminal shows: one view for each command that draws."""
