"""What came of a run, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from errorbook.examples.verdict import Verdict


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

    @property
    def name(self) -> str:
        """The error and, if it has several, the cause."""
        return f"{self.error}#{self.case}" if self.case else self.error

    @property
    def outcome(self) -> str:
        """In a few words."""
        if self.not_runnable:
            return f"not runnable ({self.not_runnable})"
        return "agrees" if self.agrees else "DIFFERS"


@dataclass(frozen=True, slots=True)
class Report:
    """One row a case that has an example to run, in the order of the catalogue, until somebody stopped it."""

    rows: tuple[Row, ...]
    leftovers: tuple[str, ...] = ()
    stopped: bool = False

    @property
    def agrees(self) -> bool:
        """Whether every case that was run agrees; a report of nothing does not."""
        return any(row.failing for row in self.rows) and all(row.agrees for row in self.rows)


def render_report(report: Report) -> str:
    """A table for people, how many agree, and what they must delete themselves."""
    rows = [("error", "failing", "fixed"), *((row.name, *_cells(row)) for row in report.rows)]
    widths = [max(len(row[column]) for row in rows) for column in range(2)]
    lines = [f"{a:{widths[0]}}  {b:{widths[1]}}  {c}".rstrip() for a, b, c in rows]
    lines += [*_render_drift(report), *_render_leftovers(report)]
    return "\n".join([*lines, "", *_render_counts(report)])


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
    whole = {
        "agrees": report.agrees,
        "stopped": report.stopped,
        "leftovers": report.leftovers,
        "cases": rows,
    }
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _cells(row: Row) -> tuple[str, str]:
    if row.failing is None or row.fixed is None:
        return "not runnable", row.not_runnable
    return ("as documented" if row.failing.agrees else "DRIFTED", "yes" if row.fixed.agrees else "NO")


def _render_drift(report: Report) -> Iterator[str]:
    for row in report.rows:
        for what, verdict in (("failing", row.failing), ("fixed", row.fixed)):
            if verdict and not verdict.agrees:
                yield f"\n{row.name}, {what}:\n  expected {verdict.expected}\n  got      {verdict.got}"


def _render_leftovers(report: Report) -> Iterator[str]:
    if report.leftovers:
        yield "\nleft over, to be deleted by hand:"
    for leftover in report.leftovers:
        yield f"  {leftover}"


def _render_counts(report: Report) -> Iterator[str]:
    if report.stopped:
        yield "stopped before the end"
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
