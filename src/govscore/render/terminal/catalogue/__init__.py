"""The catalogue at a terminal: entries by themselves, and lists of them."""
