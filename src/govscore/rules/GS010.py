"""Symbolic link not followed.

While a folder was searched for practices, a symbolic link was found. It was left alone: a link can
lead out of the repository, to the same practice a second time, or in a circle.

If the practice belongs to the folder, put the file itself there:

    practices/city-card.yaml -> ../../other/city-card.yaml    # passed over
    practices/city-card.yaml                                  # read

To share a practice between repositories, copy it: a score follows from the files it is made of. If
the link stands there for another program, nothing needs to be done.
"""

level = "note"
message = "a symbolic link, which is not followed in a folder"
scope = "collection"
