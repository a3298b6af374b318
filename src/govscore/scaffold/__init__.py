"""What a writer starts from: the draft of a practice, and a repository of practices."""
