"""Unreadable file.

The file could not be opened, so nothing is known of what is in it. It counts as an error and not as
an absent practice: a score must not change because a file could not be read. All other files are
evaluated as usual.

Check that the file exists, that a symbolic link points to something, and that the one who runs the
command may read it:

    ls -l practices/

A folder whose name ends in `.yaml` is no practice: rename it.
"""

level = "error"
message = {
    "missing": "there is no such file",
    "link": "a symbolic link, and what it points to is not there",
    "folder": "a folder, not a file",
    "permission": "no permission to read the file",
    "other": "the file cannot be read: {reason}",
}
scope = "reading"
