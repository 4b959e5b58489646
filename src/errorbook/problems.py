"""Defects in our own data, each with its place and its cure."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One defect; as text `data/errors.csv:41:7: fix_en: empty. Write what the reader should do`."""

    path: str
    line: int
    column: int
    text: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.text}"


class RefusedError(Exception):
    """The input cannot be used; carries every problem found, once, in the order of the files."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))
