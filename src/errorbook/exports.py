"""The catalogue for programs."""

from __future__ import annotations

import json

from errorbook.inline import text_of_spans
from errorbook.views import Book
from errorbook.views.records import CaseView, ErrorView


def render_json(books: tuple[Book, ...]) -> str:
    """`errors.json`: every error by id, with its words in every language."""
    errors = [
        _facts(entries[0])
        | {book.language: _words(book, entry) for book, entry in zip(books, entries, strict=True)}
        for entries in zip(*(book.errors for book in books), strict=True)
    ]
    return json.dumps({"errors": errors}, ensure_ascii=False, indent=1) + "\n"


def _facts(error: ErrorView) -> dict[str, object]:
    return {
        "id": error.id,
        "status": error.status,
        "statuses": error.statuses,
        "types": error.types,
        "exceptions": error.exceptions,
        "error_code": error.error_code,
        "envelope": error.envelope,
        "descriptions": error.templates,
        "retry": error.retry,
        "who": error.who,
        "state": error.state,
        "since": error.since,
    }


def _words(book: Book, error: ErrorView) -> dict[str, object]:
    return {
        "url": book.url(error.address),
        "title": error.title,
        "cases": [_case(book, case) for case in error.cases],
    }


def _case(book: Book, case: CaseView) -> dict[str, object]:
    return {
        "case": case.case,
        "url": book.url(case.address),
        "cause": text_of_spans(case.cause),
        "fix": text_of_spans(case.fix),
    }
