"""Tag, merge key or key that is not text.

A file says what it says in plain mappings, lists, texts and numbers. Tags (`!!python/object`, `!date`)
ask a reader to build something else, merge keys (`<<: *other`) bring in keys that nobody sees at
the place, and a key that YAML takes for a number, a boolean or nothing is not the text it looks like.

    reach: !!int "1200"      # wrong
    reach: 1200              # right

    status: {true: party}    # wrong
    status: {'true': party}  # right

A country code needs no quotes: `NO` is text here. Text that begins with `!` needs them.
"""

level = "error"
message = {
    "tag": "the tag '{tag}' is not read: leave it out",
    "merge": "the merge key '<<' is not read: write the keys out",
    "key": "the key '{text}' is not text: put it in quotes",
    "nothing": "a value has no key",
    "collection": "a list or a mapping stands where a key is due",
}
scope = "reading"
