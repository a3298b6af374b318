"""Unknown check.

`checks` answers the checklists of the rubric. The name is no checklist of it, or the item is not on the list.
An answer to a question that nobody asks is lost.

`govscore rubric show` lists the checklists with their items.

    checks:
      remedy:
        complaint: yes                 # wrong
        complaint_channel: yes         # right
"""

level = "error"
message = {
    "checklist": "the rubric has no checklist '{name}'",
    "item": "the checklist has no item '{name}'",
}
scope = "practice"
