"""Rating under changed descriptors.

The rating was given under an older version of the rubric, and a later version changed what the levels of this
criterion ask for. The same figure may now mean something else. The change log of the rubric names the
criteria that a version changed.

Have the criterion rated again, and put the new rating into an assessment under the present version.

    rubric: gmpa@1.0.0    # the descriptor of level 3 changed in 1.1.0
    ratings:
      delivery: {level: 3}
"""

level = "warning"
message = "'{name}' is rated under {rubric}, and version {version} changed it"
scope = "practice"
