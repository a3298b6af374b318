"""CEL, the language of a rubric's conditions: compiled, checked, asked, and traced to the file.

Nothing outside this room knows which runtime evaluates an expression.
"""
