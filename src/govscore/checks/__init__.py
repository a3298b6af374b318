"""What is wrong with a file, what is probably wrong, and what is merely true of it.

One file per family of findings; the words of each are in `rules`. What scoring needs is here; what
only `check` asks for is in `families` and `requirements`.
"""
