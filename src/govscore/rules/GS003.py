"""YAML syntax.

The file cannot be parsed, so nothing after this place was read, and more may be wrong there.

Most often a text needs quotes: because `: ` or ` #` is in it, or because it begins with one of
``[ ] { } , & * # ? | > ! % @ ` `` or with a quote that is not meant to enclose all of it.

    summary: Phase one: the pilot      # wrong
    summary: 'Phase one: the pilot'    # right

A no-break space, as it comes with text pasted from a web page, looks like a space and is none for YAML. And
where two branches disagree, git leaves lines of `<<<<<<<`, `=======` and `>>>>>>>` in the file.

A quote or bracket that is not closed is noticed only further down: look above the place, too. Indent
with spaces, and equally far for all keys of one mapping.

What goes on over several lines, in quotes or brackets, stands further in than its key. Some programs read it
otherwise, each in its own way, so it is refused here, as YAML 1.2 has it.
"""

level = "error"
message = {
    "after-end": "text follows where the document has ended",
    "alias": "the alias '*{name}' repeats an anchor that is not there before it",
    "blank": "this line is empty but for a tab: take it out",
    "colon": "a ': ' cannot stand here: put the text in quotes, or mend the indentation",
    "conflict": "a merge conflict was left here: keep one side, and delete the lines of <<<<<<<, ======= and >>>>>>>",
    "dash": "a '- ' cannot begin an item here: items stand on lines of their own",
    "escape": "a backslash in double quotes begins no escape that YAML knows: use single quotes, or write it twice",
    "glued": "a space is due before the '#' of a comment",
    "handle": "a tag begins here, and tags are not read: leave it out, or put the text in quotes",
    "margin": "this line goes on with what begins on line {since}: indent it with spaces, further than the key",
    "name": "after '*' or '&' only a name can stand: put the text in quotes",
    "no-colon": "a key stands here without its ': '",
    "no-item": "this is no item of the list that begins on line {since}: check '- ' and the indentation",
    "no-key": "this is no key of the mapping that begins on line {since}: check quotes, brackets and indentation",
    "no-value": "a value is due here",
    "open-list": "the list opened on line {since} has neither ',' nor ']' here",
    "open-mapping": "the mapping opened on line {since} has neither ',' nor '}}' here",
    "open-quote": "a quoted text begins here and does not end",
    "space": "{character}, a no-break space, stands where a plain space is due",
    "spaces": "this line is empty, and has more spaces than the comment below it: take them out",
    "split": "a ':' stands on the line of its key",
    "start": "text cannot begin with '{character}': put it in quotes",
    "tab": "a tab stands where only spaces may indent",
    "other": "not YAML: {reason}",
}
scope = "reading"
