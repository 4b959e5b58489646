"""The example files beside the tables: every case that needs one has it, none is left over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from errorbook.catalog.table import Records
from errorbook.catalog.textfile import read_textfile
from errorbook.examples.parse import parse_example
from errorbook.model import Error, Example
from errorbook.problems import Problem, RefusedError

FOLDER = "examples"


@dataclass(frozen=True, slots=True)
class Examples:
    """The examples of a folder by the name of their file; broken ones are named, and are None."""

    path: str
    by_name: Mapping[str, Example | None]
    problems: tuple[Problem, ...]


def read_examples(folder: Path, path: str) -> Examples:
    """Read every example of `folder`, calling it `path` in problems. No folder, no examples."""
    found, problems = dict[str, Example | None](), list[Problem]()
    for file in sorted(folder.glob("*.http")):
        text = read_textfile(file, f"{path}/{file.name}")
        problems += text.problems
        found[file.name] = None
        if text.text is None:
            continue
        try:
            found[file.name] = parse_example(text.path, text.text)
        except RefusedError as exc:
            problems += exc.problems
    return Examples(path, found, tuple(problems))


def example_name(error: str, case: str) -> str:
    """The name of the file that holds the requests of a case."""
    return f"{error}--{case}.http" if case else f"{error}.http"


def check_examples(errors: Records[Error], examples: Examples) -> list[Problem]:
    """Files and cases that want one are the same, in both directions."""
    if not errors.trusts("id", "case", "example"):
        return []
    wanted = set()
    problems = []
    for row, error in errors.entries:
        case = error.cases[0]
        if case.example_kind == "none":
            continue
        name = example_name(error.id, case.case)
        wanted.add(name)
        if name not in examples.by_name:
            text = f"{case.example_kind}, though {examples.path}/{name} is missing. Write that file."
            problems.append(errors.table.problem(row, "example", text))
    for name in sorted(examples.by_name.keys() - wanted):
        text = "no case wants this file. Delete it, rename it, or set `example` of its case to run."
        problems.append(Problem(f"{examples.path}/{name}", 1, 1, text))
    return problems
