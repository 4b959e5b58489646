"""Run every example of the catalogue and say which answers agree with it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from errorbook.examples.runner import Target, record_example
from errorbook.examples.targets import Service
from errorbook.examples.variables import references_of
from errorbook.examples.verdict import Verdict, judge
from errorbook.model import Case, Catalog, Error, Example, Recording, Request
from errorbook.problems import RefusedError


@dataclass(frozen=True, slots=True)
class Row:
    """What came of one case: two verdicts, or why it was not run."""

    error: str
    case: str
    failing: Verdict | None = None
    fixed: Verdict | None = None
    not_runnable: str = ""

    @property
    def agrees(self) -> bool:
        """Whether nothing speaks against the catalogue."""
        return all(verdict is None or verdict.agrees for verdict in (self.failing, self.fixed))


@dataclass(frozen=True, slots=True)
class Report:
    """One row a case that has an example to run, in the order of the catalogue."""

    rows: tuple[Row, ...]

    @property
    def agrees(self) -> bool:
        """Whether every case that was run agrees; a report of nothing does not."""
        return any(row.failing for row in self.rows) and all(row.agrees for row in self.rows)


def reproduce(catalog: Catalog, target: Target) -> Report:
    """Run each example marked `run`. What cannot be sent counts as not agreeing."""
    return Report(tuple(_reproduce_case(*run, target) for run in catalog.runs()))


def render_report(report: Report) -> str:
    """A table for people, and how many agree."""
    rows = [("error", "failing", "fixed"), *((_name(row), *_cells(row)) for row in report.rows)]
    widths = [max(len(row[column]) for row in rows) for column in range(2)]
    lines = [f"{a:{widths[0]}}  {b:{widths[1]}}  {c}".rstrip() for a, b, c in rows]
    return "\n".join([*lines, *_render_drift(report), "", *_render_counts(report)])


def render_report_json(report: Report) -> str:
    """The same for programs."""
    rows = [
        {
            "id": row.error,
            "case": row.case,
            "failing": _verdict_json(row.failing),
            "fixed": _verdict_json(row.fixed),
            "not_runnable": row.not_runnable or None,
        }
        for row in report.rows
    ]
    return json.dumps({"agrees": report.agrees, "cases": rows}, ensure_ascii=False, indent=2)


def _reproduce_case(error: Error, case: Case, example: Example, target: Target) -> Row:
    reason = _why_not(error, example, target)
    if reason:
        return Row(error.id, case.case, not_runnable=reason)
    try:
        recordings = record_example(example, target)
    except RefusedError as exc:
        stopped = Verdict(agrees=False, expected="an example that runs", got=str(exc))
        return Row(error.id, case.case, stopped, stopped)
    answered = list(zip(example.requests, recordings, strict=True))
    failing, fixed = (_judge(error, answered, role) for role in ("fails", "fixed"))
    return Row(error.id, case.case, failing, fixed)


def _why_not(error: Error, example: Example, target: Target) -> str:
    if not isinstance(target, Service):
        return ""
    if error.state == "legacy":
        return "older servers only"
    if not target.foreign_token and any(r.name == "foreign_token" for r in references_of(example)):
        return "needs a token that this service never issued"
    return ""


def _judge(error: Error, answered: list[tuple[Request, Recording]], role: str) -> Verdict:
    """The verdict on one request; a scene that could not be set comes first."""
    verdicts = [judge(error, q, r) for q, r in answered if q.role in ("given", role)]
    return next((verdict for verdict in verdicts if not verdict.agrees), verdicts[-1])


def _name(row: Row) -> str:
    return f"{row.error}#{row.case}" if row.case else row.error


def _cells(row: Row) -> tuple[str, str]:
    if row.failing is None or row.fixed is None:
        return "not runnable", row.not_runnable
    return ("as documented" if row.failing.agrees else "DRIFTED", "yes" if row.fixed.agrees else "NO")


def _render_drift(report: Report) -> Iterator[str]:
    for row in report.rows:
        for what, verdict in (("failing", row.failing), ("fixed", row.fixed)):
            if verdict and not verdict.agrees:
                yield f"\n{_name(row)}, {what}:\n  expected {verdict.expected}\n  got      {verdict.got}"


def _render_counts(report: Report) -> Iterator[str]:
    run = [row for row in report.rows if not row.not_runnable]
    if len(run) < len(report.rows):
        yield f"{len(report.rows) - len(run)} not runnable"
    failing, fixed = (
        sum(bool(verdict and verdict.agrees) for verdict in verdicts)
        for verdicts in ([row.failing for row in run], [row.fixed for row in run])
    )
    yield f"{failing} of {len(run)} failing as documented"
    yield f"{fixed} of {len(run)} fixed"


def _verdict_json(verdict: Verdict | None) -> dict[str, bool | str] | None:
    if verdict is None:
        return None
    return {"agrees": verdict.agrees, "expected": verdict.expected, "got": verdict.got}
