"""The catalogue: instruments and their parties, frameworks, goals, countries, vocabularies.

Everything is data in `data/`, read when it is first asked for.
"""
