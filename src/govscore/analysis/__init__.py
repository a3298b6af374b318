"""What a rubric and a collection of practices show when looked at as a whole."""
