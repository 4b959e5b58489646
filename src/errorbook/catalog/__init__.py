"""The strict reader of the tables: a frozen catalogue, or every problem at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from errorbook.catalog import checks, ledger, records, references
from errorbook.catalog.cleanup_file import CLEANUP, Cleanup, build_deletions, check_cleanup, read_cleanup
from errorbook.catalog.example_files import FOLDER, Examples, check_examples, example_name, read_examples
from errorbook.catalog.table import Fields, Records, build_records, parse_table
from errorbook.catalog.textfile import TextFile, read_textfile
from errorbook.model import Case, Catalog, Error, Module, Operation, Permalink, Placeholder, Return, Synonym
from errorbook.permalinks import build_permalinks
from errorbook.problems import Problem, RefusedError

__all__ = ["read"]

SYNONYMS = "synonyms.csv"

Record = TypeVar("Record")


def read(data_dir: Path) -> Catalog:
    """Read and check all tables and examples of a folder. Raises RefusedError with every problem."""
    shown = data_dir.name or data_dir.resolve().name
    if not data_dir.is_dir():
        raise RefusedError([Problem(shown, 1, 1, "no such folder. Name the folder that holds errors.csv.")])
    tables = _read_tables(data_dir, shown)
    problems = _check(tables)
    if problems:
        raise RefusedError(problems)
    return _build_catalog(tables)


@dataclass(frozen=True, slots=True)
class _Tables:
    """Everything under `data/` as far as it could be read; an error is one row, with one case."""

    errors: Records[Error]
    operations: Records[Operation]
    returns: Records[Return]
    modules: Records[Module]
    placeholders: Records[Placeholder]
    permalinks: Records[Permalink]
    synonyms: Records[Synonym]
    examples: Examples
    cleanup: Cleanup


def _read_tables(data_dir: Path, shown: str) -> _Tables:
    def read_records(name: str, columns: Sequence[str], build: Callable[[Fields], Record]) -> Records[Record]:
        return build_records(parse_table(read_textfile(data_dir / name, f"{shown}/{name}"), columns), build)

    def read_synonyms() -> Records[Synonym]:
        """No file, no synonyms."""
        if (data_dir / SYNONYMS).exists():
            return read_records(SYNONYMS, records.SYNONYMS, records.build_synonym)
        empty = TextFile(f"{shown}/{SYNONYMS}", ",".join(records.SYNONYMS) + "\n", ())
        return build_records(parse_table(empty, records.SYNONYMS), records.build_synonym)

    return _Tables(
        errors=read_records("errors.csv", records.ERRORS, records.build_error),
        operations=read_records("apis.csv", records.OPERATIONS, records.build_operation),
        returns=read_records("returns.csv", records.RETURNS, records.build_return),
        modules=read_records("modules.csv", records.MODULES, records.build_module),
        placeholders=read_records("placeholders.csv", records.PLACEHOLDERS, records.build_placeholder),
        permalinks=read_records("permalinks.csv", records.PERMALINKS, records.build_permalink),
        synonyms=read_synonyms(),
        examples=read_examples(data_dir / FOLDER, f"{shown}/{FOLDER}"),
        cleanup=read_cleanup(data_dir / CLEANUP, f"{shown}/{CLEANUP}"),
    )


def _check(tables: _Tables) -> list[Problem]:
    return [
        *_check_cells(tables),
        *_check_keys(tables),
        *checks.check_cases_named(tables.errors),
        *checks.check_rows_agree(tables.errors),
        *checks.check_also_differs(tables.errors),
        *checks.check_wordings_distinct(tables.errors),
        *checks.check_own_placeholders(tables.errors),
        *checks.check_shareable(tables.placeholders),
        *references.check_modules_known(tables.errors, tables.modules),
        *references.check_modules_known(tables.operations, tables.modules),
        *references.check_returns(tables.returns, tables.operations, tables.errors),
        *references.check_placeholders_known(tables.errors, tables.placeholders),
        *references.check_placeholders_used(tables.errors, tables.placeholders),
        *references.check_synonyms_said(tables.synonyms, tables.errors),
        *check_examples(tables.errors, tables.examples),
        *check_cleanup(tables.cleanup, tables.operations),
        *_check_ledger(tables),
    ]


def _check_cells(tables: _Tables) -> tuple[Problem, ...]:
    """What was found while each file was read for itself."""
    return (
        *tables.errors.problems,
        *tables.operations.problems,
        *tables.returns.problems,
        *tables.modules.problems,
        *tables.placeholders.problems,
        *tables.permalinks.problems,
        *tables.synonyms.problems,
        *tables.examples.problems,
        *tables.cleanup.problems,
    )


def _check_keys(tables: _Tables) -> list[Problem]:
    return [
        *checks.check_unique(tables.errors, "id", "case"),
        *checks.check_unique(tables.operations, "id"),
        *checks.check_unique(tables.returns, "api", "error"),
        *checks.check_unique(tables.modules, "id"),
        *checks.check_unique(tables.placeholders, "name"),
        *checks.check_unique(tables.permalinks, "permalink"),
        *checks.check_unique(tables.synonyms, "typed"),
        *checks.check_sorted(tables.errors, "id", "case"),
        *checks.check_sorted(tables.permalinks, "permalink"),
    ]


def _check_ledger(tables: _Tables) -> list[Problem]:
    living = frozenset(build_permalinks(tables.errors.values, tables.operations.values))
    judged = _judged_kinds(tables)
    published = {address for address in living if address.partition("/")[0] in judged}
    return [
        *ledger.check_published(tables.permalinks, published),
        *ledger.check_kept(tables.permalinks, living, judged),
    ]


def _judged_kinds(tables: _Tables) -> frozenset[str]:
    """The kinds of address whose tables were read well enough to say which pages there are."""
    known = not references.check_modules_known(tables.errors, tables.modules)
    certain = {
        "errors": tables.errors.trusts("id", "case"),
        "status": tables.errors.trusts("status", "also_status"),
        "modules": tables.errors.trusts("module") and known,
        "apis": tables.operations.trusts("id"),
    }
    return frozenset(kind for kind, sure in certain.items() if sure)


def _build_catalog(tables: _Tables) -> Catalog:
    return Catalog(
        errors=_build_errors(tables.errors.values, tables.examples),
        modules=tables.modules.values,
        operations=tables.operations.values,
        returns=tables.returns.values,
        placeholders=tables.placeholders.values,
        permalinks=tables.permalinks.values,
        deletions=build_deletions(tables.cleanup, tables.operations.values),
        synonyms=tables.synonyms.values,
    )


def _build_errors(rows: tuple[Error, ...], examples: Examples) -> tuple[Error, ...]:
    """Join the rows of each error; the tables are sorted, and the order is kept."""
    cases = defaultdict[str, list[Case]](list)
    for row in rows:
        for case in row.cases:
            example = examples.by_name.get(example_name(row.id, case.case))
            cases[row.id].append(replace(case, example=example))
    first = {row.id: row for row in reversed(rows)}
    return tuple(replace(first[error], cases=tuple(own)) for error, own in cases.items())
