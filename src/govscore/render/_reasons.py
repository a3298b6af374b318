"""Why a criterion has its level: one sentence for each code that a measure gives as its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govscore.render import sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from govscore.result.run import CriterionWords
    from govscore.result.scored import Criterion


def because(criterion: Criterion, words: CriterionWords) -> str:
    """Say why a criterion has its level, in one or two sentences."""
    return _REASONS[criterion.because.code](criterion, words)


def _held(criterion: Criterion, words: CriterionWords) -> str:
    says = words.levels.get(sentences.level(criterion.claimed), "")
    if criterion.status != "partial":
        return says
    return f"{says} What the record leaves open could make it {sentences.level(criterion.high)}."


def _checklist(criterion: Criterion, words: CriterionWords) -> str:
    args = criterion.because.args
    parts = [f"{len(args['yes'])} of {args['of']} in place"]
    for answer, saying in (("partly", "partly"), ("no", "missing"), ("unknown", "not known")):
        if args[answer]:
            named = ", ".join(words.items.get(name, name) for name in args[answer])
            parts.append(f"{saying}: {named}")
    return "; ".join(parts) + "."


def _judged(criterion: Criterion, words: CriterionWords) -> str:
    args = criterion.because.args
    says = words.levels.get(sentences.level(criterion.claimed), "")
    rationale = args.get("rationale", "")
    many = len(args["levels"])
    spread = f" {many} evaluators: {', '.join(map(str, args['levels']))}." if many > 1 else ""
    return f"{says}{spread} {rationale}".strip()


def _not_judged(criterion: Criterion, words: CriterionWords) -> str:
    del words
    return criterion.because.args.get("rationale") or "No evaluator has rated it."


def _silent(criterion: Criterion, words: CriterionWords) -> str:
    del words
    open_ = criterion.because.args.get("unknown")
    return "Every check is open." if open_ else "The record does not say."


_REASONS: Mapping[str, Callable[[Criterion, CriterionWords], str]] = {
    "held": _held,
    "none_held": lambda c, w: w.levels.get("0", "No level holds.") if c.claimed == 0 else "",
    "checklist": _checklist,
    "judged": _judged,
    "not_judged": _not_judged,
    "silent": _silent,
    "unresolved": lambda *_: "One evaluator says that it does not apply, another scores it.",
    "rated_not_applicable": lambda c, w: c.because.args.get("rationale") or w.na or "",
    "na_when": lambda _, w: f"Not applicable: {w.na}." if w.na else "Not applicable.",
    "not_yet_due": lambda c, _: f"The {c.because.args['phase']} phase is not due yet.",
    "supposed": lambda c, _: f"Supposed to be {sentences.level(c.claimed)}.",
    "option": lambda c, _: f"Answered {c.because.args['found']}.",
    "figure": lambda c, _: f"The figure is {c.because.args['found']}.",
    "error": lambda c, _: f"The rule failed: {c.because.args['reason']}.",
}
