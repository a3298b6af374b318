"""What is said of open questions, for tables and Markdown alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from govscore.words import listed, plural

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.result.questions import Answer, Gap, Gaps, Gives, Place, Question, Todo

COLUMNS = ("In", "Best", "Question", "Criteria", "Field")
_ENTRIES = ("list", "entry")


def opening(study: Todo) -> str:
    """Say how much is open, or that something is in the way of asking."""
    if not study.inputs[0].scored:
        if not study.required:
            return f"{study.practice} cannot be scored."
        return f"{study.practice} cannot be scored: {_fields(study)} still to be written."
    if not study.questions:
        return f"Nothing to ask on {study.practice}."
    return (
        f"{plural(len(study.questions), 'question')} on {_criteria(study.open, 'open ')}, "
        "by what the best answer adds to its indicator's proven points (given documents strong "
        "enough)."
    )


def _fields(study: Todo) -> str:
    number = len(study.required)
    return f"{plural(number, 'required field')} {'is' if number == 1 else 'are'}"


def _criteria(number: int, kind: str = "") -> str:
    return plural(number, f"{kind}criterion", f"{kind}criteria")


def closing(study: Todo) -> Iterator[str]:
    """Say what no question is about, why lines are missing, and for which file they hold."""
    if study.unasked:
        yield f"Open, and the rubric asks nothing: {', '.join(study.unasked)}."
    if study.refused:
        yield f"Not every question has lines to paste: {study.refused}"
    if any(each.lines for each in study.questions):
        yield "Lines are for the file as it is now; … is to be filled in, or the file is refused."


def gain(points: float) -> str:
    """Show what an answer adds, in points, or takes away."""
    return f"{round(points, 1) + 0.0:+.1f}"


def together(question: Question) -> str:
    """Say which answers do together what none does alone, nothing where one is enough."""
    if question.singly:
        return ""
    if len(question.best) < 2:  # noqa: PLR2004 - one is not together
        return "No answer that was tried changes this alone."
    return f"No answer changes this alone; together these do: {'; '.join(_named(question))}."


def _named(question: Question) -> Iterator[str]:
    for each in question.best:
        name = each.pointer.strip("/").replace("/", ".").replace("~1", "/")
        value = word(each.value)
        yield f"{name} {{{value}}}" if isinstance(each.value, dict) else f"{name}: {value}"


def place(found: Place, question: Question) -> str:
    """Say where an answer goes, and what stands there."""
    name = found.pointer.rpartition("/")[2].replace("~1", "/")
    of = f" ({found.of})" if found.of and question.kind != "item" else ""
    if question.kind == "rating":
        return f"line {found.line}: {'a new assessment' if found.append else name}"
    if question.kind in _ENTRIES:
        return f"line {found.line}: one more entry under {question.field}"
    stands = f" says `{name}: {found.found}`" if isinstance(found.found, str) else f": {name}"
    return f"line {found.line}{stands}{of}"


def places(question: Question) -> Iterator[tuple[str, str]]:
    """Give the places of a question, each with its answers; those alike are told once.

    A place that the lines to paste show themselves has no words.
    """
    told, pasted = "", any(lines(question))
    for each in question.places:
        said = answers(each, question)
        named = not pasted or (question.kind == "field" and (each.found or each.of))
        yield place(each, question) if named else "", "" if said == told else said
        told = said


def answers(found: Place, question: Question) -> str:
    """Say what may be written at a place, and what each gives the criterion that gains most."""
    if question.kind in _ENTRIES:
        best = max(found.answers, key=lambda each: (each.moves, each.gain), default=None)
        return f"e.g. {best.title} → {_levels(best, question)}" if best and best.moves else ""
    if question.kind == "rating":
        return "level: 0, 1, 2, 3 or 4 (--answers says what each means)"
    if question.field.startswith("searched."):
        return "the ids of those documents that show the list to be whole"
    return "   ".join(_answer(each, question) for each in found.answers)


def _answer(answer: Answer, question: Question) -> str:
    return f"{word(answer.value)} → {_levels(answer, question)}"


def _levels(answer: Answer, question: Question) -> str:
    """Say the levels that an answer leaves to the first criterion."""
    own = [each for each in answer.gives if each.criterion == question.criteria[0]]
    return span(own[0]) if answer.moves and own else "nothing new"


def span(gives: Gives) -> str:
    """Say the levels that are possible."""
    if gives.low == gives.high:
        return f"{gives.low:g}"
    return f"{gives.low:g}–{gives.high:g}"


def word(value: Any) -> str:  # noqa: ANN401 - an answer is of any kind
    """Write an answer as it stands in a file."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        if "ratings" in value:
            return word(next(iter(value["ratings"].values())))
        return ", ".join(f"{key}: {word(each)}" for key, each in value.items())
    if isinstance(value, list):
        return f"[{', '.join(map(word, value))}]"
    return str(value)


def spelt(question: Question) -> Iterator[tuple[str, str, str]]:
    """Give every answer that does something: as written, in words, and what it gives to whom."""
    seen = set()
    for found in question.places:
        for each in found.answers:
            given = listed([f"{g.criterion} {span(g)}" for g in each.gives])
            row = (word(each.value), each.title, given if each.moves else "nothing new")
            if row not in seen and not question.field.startswith("searched."):
                seen.add(row)
                yield row


def lines(question: Question) -> Iterator[tuple[str, list[str]]]:
    """Give the lines to paste: after which line, or in place of which."""
    for each in question.lines:
        end = each.line + len(each.old) - 1
        if not each.old:
            yield f"after line {each.line - 1}, paste" if each.line > 1 else "at the top", each.new
        elif question.kind == "rating":
            which = f"line {each.line}" if end == each.line else f"lines {each.line} to {end}"
            yield f"for {which}, paste", each.new


def missing(study: Gaps) -> str:
    """Say over how much was counted."""
    return (
        f"{plural(len(study.gaps), 'question')} open in {plural(study.practices, 'practice')}, "
        "those of most practices first; best: the most that the answer adds to an indicator of one."
    )


def row(gap: Gap) -> tuple[str, ...]:
    """Give a gap by the columns."""
    names = ", ".join(each.criterion for each in gap.asks)
    return (str(len(gap.practices)), gain(gap.gain), gap.asks[0].text, names, gap.field)
