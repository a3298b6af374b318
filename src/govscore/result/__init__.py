"""The one result object: all that was read, scored and found, and all that a renderer may look at.

Points are 0-100, levels 0-4, shares and coverages 0-1; what is not known is `None`. Lines and
columns count from 1, in code points. Sentences of the tool itself are codes with arguments here,
and words in the renderers; the words of the rubric travel in `rubric`.
"""
