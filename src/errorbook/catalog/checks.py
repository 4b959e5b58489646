"""What rows of one table owe each other. Every `check_` returns problems; none of them changes anything."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable
from typing import TypeVar

from errorbook.catalog.csvfile import Row
from errorbook.catalog.records import CASE_LEVEL
from errorbook.catalog.table import Records
from errorbook.inline import parse_inline
from errorbook.model import Error, Placeholder
from errorbook.problems import Problem

Record = TypeVar("Record")


def check_unique(records: Records[Record], *key: str) -> list[Problem]:
    problems, seen = [], dict[tuple[str, ...], int]()
    for row, found in _keys(records, key):
        if found in seen:
            text = f"{' '.join(found).strip()!r} stands in line {seen[found]} already. Delete one of the two."
            problems.append(records.table.problem(row, key[0], text))
        seen.setdefault(found, row.line)
    return problems


def check_sorted(records: Records[Record], *key: str) -> list[Problem]:
    problems = []
    for (_, before), (row, found) in itertools.pairwise(_keys(records, key)):
        if found < before:
            text = f"out of order behind {' '.join(before).strip()!r}. Sort the lines by {' and '.join(key)}."
            problems.append(records.table.problem(row, key[0], text))
    return problems


def check_cases_named(errors: Records[Error]) -> list[Problem]:
    """Cases are told apart by name; an error with one cause has no case to name."""
    names = defaultdict[str, list[str]](list)
    for error in errors.values:
        names[error.id].append(error.cases[0].case)
    problems = []
    for row, error in errors.entries:
        own, all_ = error.cases[0].case, names[error.id]
        if own and len(all_) == 1:
            text = f"{own!r}, though {error.id} has one row only. Empty the cell."
            problems.append(errors.table.problem(row, "case", text))
        elif not own and len(set(all_)) > 1:
            text = f"empty, though {error.id} has {len(all_)} rows. Name what tells this case apart."
            problems.append(errors.table.problem(row, "case", text))
    return problems


def check_rows_agree(errors: Records[Error]) -> list[Problem]:
    """Rows of one error agree in all that is said of the error, not of the case."""
    shared = [column for column in errors.table.columns if column not in {"id", *CASE_LEVEL}]
    first: dict[str, Row] = {}
    problems = []
    for row, error in errors.entries:
        model = first.setdefault(error.id, row)
        for column in shared:
            if errors.table.cell(row, column) != errors.table.cell(model, column):
                text = f"differs from line {model.line}, which is the same error. Write the same in both."
                problems.append(errors.table.problem(row, column, text))
    return problems


def check_also_differs(errors: Records[Error]) -> list[Problem]:
    """The `also_` columns add to the main ones and never repeat them."""
    problems = []
    for row, error in errors.entries:
        pairs = (
            ("also_status", error.status in error.also_status),
            ("also_error", error.error in error.also_error),
            ("also_exception", error.exception in error.also_exception),
            ("also_description", _repeats(error)),
        )
        for column, repeated in pairs:
            if repeated:
                text = f"repeats the value of {column.removeprefix('also_')}. Delete it here."
                problems.append(errors.table.problem(row, column, text))
    return problems


def check_wordings_distinct(errors: Records[Error]) -> list[Problem]:
    """Within one service a wording identifies its error; what placeholders are called makes no difference."""
    owners: dict[tuple[str, tuple[str, ...]], tuple[str, int]] = {}
    problems = []
    for row, error in errors.entries:
        for template in error.descriptions:
            owner, line = owners.setdefault((error.module, template.literals), (error.id, row.line))
            if owner != error.id:
                column = "description" if template == error.description else "also_description"
                text = f"same wording as {owner} (line {line}) in its module. Make them cases of one error."
                problems.append(errors.table.problem(row, column, text))
    return problems


def check_own_placeholders(errors: Records[Error]) -> list[Problem]:
    """Causes and fixes name only what every wording of the error gives a value for."""
    problems: list[Problem] = []
    if not errors.trusts("description", "also_description"):
        return problems
    for row, error in errors.entries:
        own = set.intersection(*(set(t.names) for t in error.descriptions)) if error.descriptions else set()
        case = error.cases[0]
        statements = (
            *(("cause_zh", case.cause.zh), ("cause_en", case.cause.en)),
            *(("fix_zh", case.fix.zh), ("fix_en", case.fix.en)),
        )
        for column, text in statements:
            for name in sorted(_names(text) - own):
                trouble = f"placeholder {{{name}}} is not in every description of this error."
                cure = "Use one that is, or double the braces."
                problems.append(errors.table.problem(row, column, f"{trouble} {cure}"))
    return problems


def check_shareable(placeholders: Records[Placeholder]) -> list[Problem]:
    """Links are passed on, so neither secrets nor free text may stand in one."""
    return [
        placeholders.table.problem(row, "shareable", f"yes, though its kind is {placeholder.kind}. Write no.")
        for row, placeholder in placeholders.entries
        if placeholder.shareable and placeholder.kind in {"secret", "text"}
    ]


def _keys(records: Records[Record], key: Iterable[str]) -> Iterable[tuple[Row, tuple[str, ...]]]:
    for row, _ in records.entries:
        yield row, tuple(records.table.cell(row, column) for column in key)


def _repeats(error: Error) -> bool:
    literals = [template.literals for template in error.descriptions]
    return len(set(literals)) < len(literals)


def _names(text: str) -> set[str]:
    """The placeholders of a statement; none if it cannot be parsed, which its cell has reported."""
    if "{" not in text:
        return set()
    try:
        return {name for phrase in parse_inline(text) for name in phrase.template.names}
    except ValueError:
        return set()
