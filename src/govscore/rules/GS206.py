"""Id is not the file's name.

A practice with the id `city-card` is in the file `city-card.yaml`, so that whoever reads of one finds the
other.

Rename the file, or correct the id. Keep the id once it has been published: saved results and links go by it.

    practices/city-card.yaml
    id: citycard        # wrong
    id: city-card       # right
"""

level = "error"
message = "the id '{name}' is not the file's name '{stem}'"
scope = "practice"
