"""Studies in Markdown: how far evaluators agree, practices side by side, and open questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govscore.render import agreement, comparison, questions, sentences
from govscore.render.escaping import markdown
from govscore.render.formats._bounded import fenced, row
from govscore.words import capital

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.render.formats._bounded import BoundedMarkdown
    from govscore.result.agreement import Agreement
    from govscore.result.comparison import Comparison
    from govscore.result.questions import Gaps, Question, Todo


def write_agreement(written: BoundedMarkdown, study: Agreement) -> None:
    """Write the figures, then what there is to talk about."""
    written.add(f"## {markdown(agreement.opening(study))}", "")
    for line in agreement.summary(study):
        written.add(markdown(line), "")
    rows = [row(map(markdown, each)) for each in agreement.rows(study)]
    written.table(agreement.COLUMNS, rows, "criterion")
    for heading, units in agreement.units(study):
        written.add("", f"### {heading}", "")
        lines = [f"- {markdown(': '.join([place, '; '.join(told)]))}" for place, told in units]
        written.rows(lines, len(lines), "unit")


def write_comparison(written: BoundedMarkdown, study: Comparison) -> None:
    """Write who is compared, the ranges of each part, and the criteria that differ with why."""
    letters = comparison.letters(study)
    written.add(f"## {' and '.join(markdown(each.title) for each in study.practices)}", "")
    for letter, practice in zip(letters, study.practices, strict=True):
        label = sentences.label(practice.label, study.rubric)
        written.add(f"- **{letter}** {markdown(f'{practice.title} ({practice.path}): {label}')}")
    rows = [
        row(map(markdown, (title.strip(), *ranges, mark)))
        for title, ranges, mark in comparison.rows(study)
    ]
    written.table(("proven … possible · point", *letters, ""), rows, "part")
    written.add("", markdown(comparison.LEGEND))
    for title, sides in comparison.differing(study):
        written.add("", f"### {markdown(title)}", "")
        for letter, (level, facts) in zip(letters, sides, strict=True):
            written.add(f"- **{letter}** {markdown('; '.join([level, *facts]))}")
    for letter, names in comparison.documents(study):
        written.add("", f"### Documents that only {letter} has", "")
        written.rows([f"- {markdown(name)}" for name in names], len(names), "document")


def write_todo(written: BoundedMarkdown, study: Todo, *, answers: bool) -> None:
    """Write each question with its criteria, its answers and the lines to paste."""
    written.add(f"## {markdown(study.title or study.practice)}", "")
    written.add(markdown(questions.opening(study)))
    for required in study.required:
        written.add("", f"- {markdown(f'{study.path}:{required.line}: {required.message}')}")
    for number, each in enumerate(study.questions):
        told = [*_question(each, answers=answers)]
        written.rows(["\n".join(told)], len(study.questions) - number, "question")
    for remark in questions.closing(study):
        written.add("", markdown(remark))


def _question(question: Question, *, answers: bool) -> Iterator[str]:
    yield f"\n### {markdown(f'{questions.gain(question.gain)} {question.text}')}\n"
    about = [f"For {', '.join(question.criteria)}.", questions.together(question)]
    yield markdown(" ".join(filter(None, about))) + "\n"
    for where, words in questions.places(question):
        if where or words:
            yield f"- {markdown(': '.join(filter(None, (where, words))))}"
    for told in questions.spelt(question) if answers else ():
        yield f"  - {markdown(': '.join(filter(None, told)))}"
    for where, lines in questions.lines(question):
        yield f"\n{capital(where)}:\n\n{fenced(lines)}"


def write_gaps(written: BoundedMarkdown, study: Gaps) -> None:
    """Write what is missing over a collection."""
    written.add("## What is missing most often", "", markdown(questions.missing(study)))
    rows = [row(map(markdown, questions.row(gap))) for gap in study.gaps]
    written.table(questions.COLUMNS, rows, "question")
