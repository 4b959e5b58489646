"""Causes and fixes, for the explorer to show of the entry that matched: a script a module, loaded late."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from errorbook.explorer.index import module_id, render_script
from errorbook.inline import Span
from errorbook.views.records import Book, CaseView, ErrorView

Phrase = tuple[str, list[str | list[str]]] | tuple[str, list[str | list[str]], str]
"""A style, pieces, and where a link leads; a placeholder is its name in a list of its own."""


def render_prose_scripts(book: Book) -> Iterator[tuple[str, str]]:
    """The name of each script and its text."""
    for module, errors in _by_module(book.errors).items():
        causes = {error.id: [_cause(case) for case in error.cases] for error in errors}
        yield module, f"errorbook.prose.put({render_script(module)}, {render_script(causes)});\n"


def _by_module(errors: Iterable[ErrorView]) -> dict[str, list[ErrorView]]:
    modules: dict[str, list[ErrorView]] = {}
    for error in errors:
        modules.setdefault(module_id(error), []).append(error)
    return modules


def _cause(case: CaseView) -> dict[str, str | list[Phrase]]:
    return {"case": case.case, "cause": _phrases(case.cause), "fix": _phrases(case.fix)}


def _phrases(spans: Iterable[Span]) -> list[Phrase]:
    return [_phrase(span) for span in spans]


def _phrase(span: Span) -> Phrase:
    pieces: list[str | list[str]] = [
        [piece.placeholder] if piece.placeholder else piece.text for piece in span.pieces
    ]
    return (span.style, pieces, span.href) if span.href else (span.style, pieces)
