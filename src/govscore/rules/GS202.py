"""Unknown instrument.

The id names no instrument of the catalogue. Categories of law, parties and dates come from there, so a wrong
id would count for nothing.

Search for the right one: `govscore catalogue search migrant workers`. Usual forms such as `c97` or
`ilo-c97` are understood. An instrument that the catalogue lacks is named by its title and category:

    - instrument: eu-asylum-procedures           # wrong
      alignment: unclear
    - title: EU Asylum Procedures Directive      # right
      category: refugee_law
      alignment: unclear
"""

level = "error"
message = "'{name}' is not in the catalogue of instruments"
scope = "practice"
