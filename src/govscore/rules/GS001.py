"""Not UTF-8.

The file is not text in UTF-8, the one encoding that is read. Guessing another could turn a name or a
title into different characters, and nobody would notice.

UTF-16 and UTF-32 are told by the mark at the head of the file; some Windows programs write it when
asked for "Unicode". A single wrong byte is mostly of an older encoding: `0xE3` is the `ã` of Latin-1.

Save the file again as UTF-8, with or without a byte order mark. On a command line:

    iconv -f LATIN1 -t UTF-8 wrong.yaml > right.yaml
"""

level = "error"
message = {
    "wide": "the file is {encoding}, not UTF-8",
    "byte": "the byte {byte} is not UTF-8",
}
scope = "reading"
