"""Provision that the instrument does not have.

The number of the article is higher than the number of articles. It may be a slip, or belong to another
instrument. A provision that cannot be looked up proves nothing.

Provisions are written as `13`, `13(2)`, `5(e)`, `2-4`, without "Art.". Only the article is checked, and only
where the catalogue knows how many there are.

    - {instrument: cat, provisions: ['53'], alignment: consistent}    # wrong
    - {instrument: cat, provisions: ['3'], alignment: consistent}     # right
"""

level = "warning"
message = "{name} has no provision '{provision}': it has {articles} articles"
scope = "practice"
