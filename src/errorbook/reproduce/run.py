"""Run the examples, one after the other, and judge each."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace

from errorbook.examples.runner import Target, record_example
from errorbook.examples.verdict import Verdict, judge
from errorbook.model import Case, Catalog, Error, Example, Recording, Request
from errorbook.problems import RefusedError
from errorbook.reproduce.report import Report, Row


class UnknownError(Exception):
    """An error was asked for of which no example can be run."""


def select(catalog: Catalog, ids: Collection[str]) -> Catalog:
    """The catalogue with these errors only. Raises UnknownError."""
    runnable = {error.id for error, _, _ in catalog.runs()}
    for wanted in ids:
        if wanted not in {error.id for error in catalog.errors}:
            raise UnknownError(f"{wanted}: no such error. Take its id from the table errors.csv.")
        if wanted not in runnable:
            raise UnknownError(
                f"{wanted}: this error has no example to run; its note in errors.csv says why."
            )
    return replace(catalog, errors=tuple(error for error in catalog.errors if error.id in ids))


def reproduce(catalog: Catalog, target: Target, watch: Callable[[Row], None] = lambda _: None) -> Report:
    """Run each example marked `run`, telling `watch` of each. Ctrl-C ends it with what was done so far.

    What cannot be sent counts as not agreeing.
    """
    rows: list[Row] = []
    stopped = False
    try:
        for run in catalog.runs():
            rows.append(_reproduce_case(*run, target))
            watch(rows[-1])
    except KeyboardInterrupt:
        stopped = True
    return Report(tuple(rows), leftovers=tuple(target.leftovers), stopped=stopped)


def _reproduce_case(error: Error, case: Case, example: Example, target: Target) -> Row:
    reason = target.why_not(error, example)
    if reason:
        return Row(error.id, case.case, not_runnable=reason)
    try:
        recordings = record_example(example, target, error.statuses)
    except RefusedError as exc:
        stopped = Verdict(agrees=False, expected="an example that runs", got=str(exc))
        return Row(error.id, case.case, stopped, stopped)
    answered = list(zip(example.requests, recordings, strict=True))
    failing, fixed = (_judge(error, answered, role) for role in ("fails", "fixed"))
    return Row(error.id, case.case, failing, fixed)


def _judge(error: Error, answered: list[tuple[Request, Recording]], role: str) -> Verdict:
    """The verdict on one request; a scene that could not be set comes first."""
    verdicts = [judge(error, q, r) for q, r in answered if q.role in ("given", role)]
    return next((verdict for verdict in verdicts if not verdict.agrees), verdicts[-1])
