"""The whole book as the template reads it. Pure: the same book, title and date give the same value."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime

from errorbook.inline import fill_inline, parse_inline
from errorbook.pdf.entry import Words, build_entry
from errorbook.pdf.values import Json, build_soft, build_spans, build_template
from errorbook.views.records import Book, ErrorView, OperationView
from errorbook.words import read_words

_GUIDE = ("find", "read", "run", "link")
"""Sections of the chapter on how to use the book: words `guide_<name>` and `guide_<name>_text`."""


def build_data(book: Book, title: str, timestamp: int) -> Json:
    words = read_words("pdf", book.language)
    return {
        "language": book.language,
        "words": words,
        "title": title,
        "url": book.url(""),
        "date": datetime.fromtimestamp(timestamp, UTC).date().isoformat(),
        "counts": _counts(book, words),
        "spectrum": [{"status": group.key, "count": len(group.errors)} for group in book.statuses],
        "guide": [_guide(name, words) for name in _GUIDE],
        "chapters": [
            {"title": module.title, "entries": [build_entry(book, error, words) for error in module.errors]}
            for module in book.modules
            if module.errors
        ],
        "by_status": _by_status(book, words),
        "by_type": _by_type(book, words),
        "by_message": _by_message(book),
        "by_operation": [_operation(book, operation) for operation in book.operations if operation.errors],
    }


def _counts(book: Book, words: Words) -> list[Json]:
    counts = {
        "errors": len(book.errors),
        "cases": sum(len(error.cases) for error in book.errors),
        "operations_count": len(book.operations),
    }
    return [{"label": words[name], "count": count} for name, count in counts.items()]


def _guide(name: str, words: Words) -> Json:
    paragraphs = words[f"guide_{name}_text"].strip().split("\n")
    return {
        "title": words[f"guide_{name}"],
        "paragraphs": [build_spans(fill_inline(parse_inline(paragraph), {})) for paragraph in paragraphs],
    }


def _by_status(book: Book, words: Words) -> list[Json]:
    groups = [_group(group.title, group.key, group.errors) for group in book.statuses]
    unknown = [error for error in book.errors if not error.statuses]
    return [*groups, *([_group(words["status_unspecified"], "", unknown)] if unknown else [])]


def _by_type(book: Book, words: Words) -> list[Json]:
    types = sorted({name for error in book.errors for name in error.types}, key=str.casefold)
    groups = [_group(name, "", [error for error in book.errors if name in error.types]) for name in types]
    without = [error for error in book.errors if not error.types]
    return [*groups, *([_group(words["no_type"], "", without)] if without else [])]


def _group(title: str, status: str, errors: Iterable[ErrorView]) -> Json:
    return {
        "title": build_soft(title),
        "status": status,
        "errors": [{"id": error.id, "title": build_soft(error.title)} for error in errors],
    }


def _by_message(book: Book) -> list[Json]:
    """Every wording by its letters: what it begins with besides them is no help to the eye."""
    rows = [
        (re.sub(r"^\W+", "", template).casefold(), template, error.id, place)
        for place, error in enumerate(book.errors)
        for template in error.templates
    ]
    return [_wording(book.errors[place], template) for _, template, _, place in sorted(rows)]


def _wording(error: ErrorView, template: str) -> Json:
    message = error.messages[error.templates.index(template)]
    return {"id": error.id, "title": build_soft(error.title), "template": build_template(message)}


def _operation(book: Book, operation: OperationView) -> Json:
    return {
        "name": operation.name,
        "method": operation.method,
        "path": build_soft(operation.path),
        "url": book.url(operation.address),
        "errors": [{"id": error.id, "title": build_soft(error.title)} for error in operation.errors],
    }
