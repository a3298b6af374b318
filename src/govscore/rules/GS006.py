"""Over a limit.

The file passes a limit that no honest practice comes near. The limits keep a file from a stranger
from taking all memory or time: 1 MiB a file, 64 levels, 100 aliases, 10,000 keys and values with
aliases written out, 500 items a list.

A list that is too long can be divided, or its items summed up. Repetition by aliases grows fast:

    a: &a [x, x, x, x]
    b: &b [*a, *a, *a, *a]    # wrong: sixteen already, and so on
    c: [*b, *b, *b, *b]

    a: [x, x, x, x]           # right: said once

An alias of the thing around it (`a: &a [*a]`) has no end and cannot be written out at all.
"""

level = "error"
message = {
    "size": "the file is larger than {limit} bytes",
    "depth": "lists and mappings stand one inside another more than {limit} deep",
    "nodes": "the file has more than {limit} keys and values, aliases written out",
    "aliases": "the file has more than {limit} aliases",
    "recursive": "an alias stands inside the very thing that it repeats",
    "items": "the list has more than {limit} items",
    "directives": "the file has more than {limit} %TAG directives",
    "problems": "the file has {limit} problems; the rest of it was not read",
}
scope = "reading"
