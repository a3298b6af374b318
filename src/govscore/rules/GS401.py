"""Too little known.

For one indicator the file settles less than the rubric asks for. Nothing is wrong: what is not known stays open
and widens the interval. Under the first threshold the label is not firm; under the second there are no overall
points at all.

`govscore explain PRACTICE` lists the gaps that cost most coverage. Often one checklist answered, or one section
of stakeholders filled, closes them. Write only what the sources show.
"""

level = "note"
message = {
    "firm": "{name}: {found} is known, and a firm label asks for {least}",
    "overall": "{name}: {found} is known, and overall points ask for {least}",
}
scope = "practice"
