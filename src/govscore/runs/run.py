"""Every file of a run, one after another or on all processors, and what they come to together."""

from __future__ import annotations

from contextlib import closing, suppress
from typing import TYPE_CHECKING

from govscore import yamlio
from govscore.checks.findings import Named, across
from govscore.result.packed import Packed
from govscore.result.run import Finding, Input
from govscore.runs import executors
from govscore.runs.evaluate import evaluate
from govscore.runs.plan import nothing
from govscore.workspace.discovery import Found
from govscore.workspace.naming import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from govscore.result.run import Gate, Result
    from govscore.result.scored import ScoredPractice
    from govscore.runs.evaluate import Evaluated
    from govscore.runs.plan import Job

    Take = Callable[[bytes], object]
    Tick = Callable[[], object]


_NO_FILES = Found((), (), whole=False)


def _left(*_: object) -> None:
    """Let what comes go by."""


class _Together:
    """The outcomes of documents, put together; each piece of a practice is handed on at once."""

    def __init__(self, job: Job, tick: Tick = _left, take: Take = _left) -> None:
        """Begin without any; `tick` is called for each document, `take` with each piece.

        Where practices are handed on, they may be many; what is left of them is packed.
        """
        self._job = job
        self._tick, self._take = tick, take
        self._practices: list[ScoredPractice] = []
        handed_on = job.plan.keep not in {None, nothing}
        self._inputs: list[Input] | Packed[Input] = Packed(Input) if handed_on else []
        self._findings: list[Finding] | Packed[Finding] = Packed(Finding) if handed_on else []
        self._gates: list[Gate] = []
        self._named: list[Named] = []
        self._gates_over: set[int] = set()
        self._was: set[str | None] = set()

    def add(self, one: Evaluated) -> None:
        """Add the outcome of a document."""
        self._inputs.append(one.input)
        self._findings.extend(one.findings)
        self._gates += one.gates
        self._gates_over |= one.gates_over
        self._was.add(one.was)
        if one.practice is not None:
            self._practices.append(one.practice)
        if one.id is not None:
            self._named.append(Named(one.id, one.input.path, *one.id_at))
        if one.piece:
            self._take(one.piece)
        self._tick()

    def result(self, found: Found = _NO_FILES) -> Result:
        """Give the result, with what only all of the documents show."""
        job = self._job
        home = job.plan.home
        standing = _standing({each.id for each in self._named}, found.unread, home)
        together = [*across([*job.notes, *found.notes], [*standing, *self._named])]
        if job.plan.requirements is not None and found.whole:
            unread = [shown(path, home) for path in found.unread]
            together += job.plan.requirements.left(self._gates_over, self._was, unread)
        self._findings.extend(together)
        return job.head.model_copy(
            update={
                "practices": self._practices,
                "inputs": self._inputs,
                "findings": self._findings,
                "gates": self._gates,
            }
        )


def _standing(names: set[str], unread: Iterable[Path], home: str) -> Iterator[Named]:
    """Find the files that are not read, and yet use an id of those that are."""
    wanted = [name.encode() for name in names]
    for path in unread:
        with suppress(OSError):
            data = path.read_bytes()
            if any(name in data for name in wanted):
                document = yamlio.parse(data, shown(path, home))
                if document.usable and document.value.get("id") in names:
                    yield Named(document.value["id"], document.path, *document.place("/id"))


def run(
    job: Job, found: Found, tick: Tick = _left, take: Take = _left, *, executor: str = ""
) -> Result:
    """Evaluate files in their order, and give the result.

    Args:
        job: What governs the evaluation.
        found: The files.
        tick: Called whenever a file is done.
        take: Called with the piece that the plan keeps of a practice, as soon as it is there.
        executor: Who evaluates them: `local`, `processes` or `dask:ADDRESS`; left out, many files
            go to all processors.

    Raises:
        SetupError: There is no such executor, or a worker of it died.
    """
    together = _Together(job, tick, take)
    chosen = executors.choose(executor, len(found.paths))
    if chosen == executors.LOCAL:
        for path in found.paths:
            together.add(evaluate(yamlio.read(path, shown(path, job.plan.home)), job))
    else:
        with closing(executors.each(job, found.paths, chosen)) as outcomes:
            for one in outcomes:
                together.add(one)
    return together.result(found)


def run_documents(job: Job, documents: Iterable[yamlio.Document], take: Take = _left) -> Result:
    """Evaluate documents that no file holds, or none any more, and give the result."""
    together = _Together(job, take=take)
    for document in documents:
        together.add(evaluate(document, job))
    return together.result()
