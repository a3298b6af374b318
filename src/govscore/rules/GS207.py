"""Unknown rubric or version.

An assessment says under which rubric and version it was made, and the rubric, or that version of it, is not
known. Levels mean what the descriptors of one version say; without them they cannot be read.

Write the rubric and version that the evaluator used. Versions are those of the rubric's change log.

    rubric: gmpa@1          # wrong
    rubric: gmpa@1.0.0      # right
"""

level = "error"
message = {
    "rubric": "there is no rubric '{name}'",
    "version": "'{name}' is no version that the rubric knows: {versions}",
}
scope = "practice"
