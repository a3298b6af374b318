r"""Control character.

Text holds a character that has no meaning in it, such as NUL (U+0000) or escape (U+001B). It could
steer a terminal, cut the text short for another program, or hide a part of it. A file full of
U+0000 is UTF-16: save it as UTF-8.

U+0085, U+2028 and U+2029 come along with text pasted from a word processor. The YAML library takes
them for the end of a line, so that what looks like a comment could be read.

Delete the character, or write a line break instead. An escape in double quotes counts as well:

    title: "Mobility\x1b[2J scheme"   # wrong
    title: "Mobility scheme"          # right
"""

level = "error"
message = {
    "control": "the file contains the control character {character}",
    "break": "{character} ends a line for some programs and not for others",
    "escape": "the quoted text contains the control character {character}",
}
scope = "reading"
