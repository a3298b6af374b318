"""Unknown criterion.

An assessment rates a criterion that the rubric does not have. The rating would change nothing, and the
criterion that was meant would stay open.

`govscore rubric show` lists the criteria. An assessment under another rubric names that rubric, and is then
left alone:

    rubric: gmpa@1.0.0
    ratings:
      evidence_base: {level: 2}    # wrong
      evidence-base: {level: 2}    # right
"""

level = "error"
message = "the rubric has no criterion '{name}'"
scope = "practice"
