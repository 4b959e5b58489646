"""What the tables owe each other: what one names, another must hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from errorbook.catalog.table import Records
from errorbook.model import Error, Module, Operation, Placeholder, Return, Synonym
from errorbook.problems import Problem

Record = TypeVar("Record", Error, Operation)


def check_modules_known(records: Records[Record], modules: Records[Module]) -> list[Problem]:
    if not modules.trusts("id"):
        return []
    known = {module.id for module in modules.values}
    return [
        records.table.problem(row, "module", f"{record.module!r} is not in modules.csv. Add or correct it.")
        for row, record in records.entries
        if record.module not in known
    ]


def check_returns(
    returns: Records[Return], operations: Records[Operation], errors: Records[Error]
) -> list[Problem]:
    """Operation and error exist, and a status is given only where it differs from the error's own."""
    apis = {operation.id for operation in operations.values}
    statuses = {error.id: error.status for error in errors.values}
    problems = []
    for row, entry in returns.entries:
        if entry.api not in apis and operations.trusts("id"):
            text = f"{entry.api!r} is not in apis.csv. Add or correct it."
            problems.append(returns.table.problem(row, "api", text))
        if entry.error not in statuses and errors.trusts("id"):
            text = f"{entry.error!r} is not in errors.csv. Add or correct it."
            problems.append(returns.table.problem(row, "error", text))
        if entry.status and entry.status == statuses.get(entry.error):
            text = f"{entry.status} is the error's own status. Empty the cell."
            problems.append(returns.table.problem(row, "status", text))
    return problems


def check_placeholders_known(errors: Records[Error], placeholders: Records[Placeholder]) -> list[Problem]:
    if not placeholders.trusts("name"):
        return []
    known = {placeholder.name for placeholder in placeholders.values}
    problems = []
    for row, error in errors.entries:
        documented = error.description.names if error.description else ()
        others = [name for template in error.also_description for name in template.names]
        for column, names in (("description", documented), ("also_description", others)):
            for name in sorted(set(names) - known):
                text = f"placeholder {{{name}}} is not in placeholders.csv. Add it, or double the braces."
                problems.append(errors.table.problem(row, column, text))
    return problems


def check_placeholders_used(errors: Records[Error], placeholders: Records[Placeholder]) -> list[Problem]:
    """A placeholder that no description holds is left over; causes and fixes use no others."""
    if not (errors.trusts("description", "also_description") and placeholders.trusts("name")):
        return []
    used = {name for error in errors.values for template in error.descriptions for name in template.names}
    return [
        placeholders.table.problem(
            row, "name", f"{{{placeholder.name}}} is in no description. Delete its line."
        )
        for row, placeholder in placeholders.entries
        if placeholder.name not in used
    ]


def check_synonyms_said(synonyms: Records[Synonym], errors: Records[Error]) -> list[Problem]:
    """What a word means is a word of the errors, or nothing would be found by it."""
    if not errors.table.whole:
        return []
    said = "\n".join(text for error in errors.values for text in _statements(error)).lower()
    return [
        synonyms.table.problem(row, "means", f"{synonym.means!r} is in no title, cause or fix. Correct it.")
        for row, synonym in synonyms.entries
        if synonym.means not in said
    ]


def _statements(error: Error) -> Iterator[str]:
    case = error.cases[0]
    for wording in (error.title, case.cause, case.fix):
        yield from (wording.zh, wording.en)
