"""The addresses of the site, without language and leading slash; `permalinks.csv` keeps them for ever."""

from __future__ import annotations

from collections.abc import Iterable

from errorbook.model import Error, Operation


def error_address(error: str) -> str:
    return f"errors/{error}/"


def case_address(error: str, case: str) -> str:
    """The address of one cause; of an error with one cause (`case` empty), the error's own."""
    return error_address(error) + (f"#{case}" if case else "")


def status_address(code: int) -> str:
    return f"status/{code}/"


def module_address(module: str) -> str:
    return f"modules/{module}/"


def operation_address(operation: str) -> str:
    return f"apis/{operation}/"


def build_permalinks(errors: Iterable[Error], operations: Iterable[Operation]) -> tuple[str, ...]:
    """Every address that the data gives rise to, sorted; entries of status and module pages are implied."""
    addresses = {operation_address(operation.id) for operation in operations}
    for error in errors:
        addresses |= {error_address(error.id), module_address(error.module)}
        addresses.update(case_address(error.id, case.case) for case in error.cases)
        addresses.update(status_address(code) for code in error.statuses)
    return tuple(sorted(addresses))
