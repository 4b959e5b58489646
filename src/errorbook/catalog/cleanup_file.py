"""The file beside the tables that deletes from a real app what examples create there."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from errorbook.catalog.table import Records
from errorbook.catalog.textfile import read_textfile
from errorbook.examples.parse import created_in, parse_cleanup
from errorbook.model import Deletion, Operation, Request
from errorbook.problems import Problem, RefusedError

CLEANUP = "cleanup.http"


@dataclass(frozen=True, slots=True)
class Cleanup:
    """The deleting requests of a file, each titled by the operation that creates; a broken file has none."""

    path: str
    requests: tuple[Request, ...]
    problems: tuple[Problem, ...]


def read_cleanup(file: Path, path: str) -> Cleanup:
    """Read `file`, calling it `path` in problems. No file, nothing to delete."""
    if not file.exists():
        return Cleanup(path, (), ())
    text = read_textfile(file, path)
    if text.text is None:
        return Cleanup(path, (), text.problems)
    try:
        return Cleanup(path, parse_cleanup(path, text.text).requests, text.problems)
    except RefusedError as exc:
        return Cleanup(path, (), (*text.problems, *exc.problems))


def check_cleanup(cleanup: Cleanup, operations: Records[Operation]) -> list[Problem]:
    """Each request stands under an operation that there is, and none twice."""
    if not operations.trusts("id"):
        return []
    known = {operation.id for operation in operations.values}
    titles = Counter(request.title.en for request in cleanup.requests)
    problems = []
    for request in cleanup.requests:
        title = request.title.en
        if title not in known:
            text = f"{title!r} is not in apis.csv. Title the section `### given <id of an operation>`."
            problems.append(Problem(cleanup.path, request.line, 1, text))
        elif titles[title] > 1:
            text = f"{title!r} is cleaned up more than once. Keep one section."
            problems.append(Problem(cleanup.path, request.line, 1, text))
    return problems


def build_deletions(cleanup: Cleanup, operations: tuple[Operation, ...]) -> tuple[Deletion, ...]:
    """Join the requests to the operations that they undo."""
    by_id = {operation.id: operation for operation in operations}
    return tuple(
        Deletion(by_id[request.title.en], request, created_in(request).path) for request in cleanup.requests
    )
