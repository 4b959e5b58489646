"""What `errorbook explain` prints: the entries that a pasted text speaks of."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from errorbook.decode import decode, find_kind
from errorbook.explorer import Outcome, Result
from errorbook.inline import Piece
from errorbook.model import Language
from errorbook.views.records import Book, ErrorView
from errorbook.words import read_words

_LONGEST_VALUE = 200
"""Characters; the page shows as many."""


class UnreadableError(Exception):
    """A file is no text; says what to do instead."""


def decode_paste(data: bytes, file: str, language: Language) -> str:
    """The text of a file. Raises UnreadableError."""
    kind = find_kind(data)
    if kind != "text":
        raise UnreadableError(read_words("explain", language)[kind].format(file=file))
    return decode(data)


def render_outcome(book: Book, outcome: Outcome) -> str:
    """For people: the best entry whole, and the others, or the guesses, by name."""
    words = read_words("explorer", book.language)
    own = read_words("explain", book.language)
    errors = {error.id: error for error in book.errors}
    headlines = [_headline(book, errors[result.id]) for result in outcome.results]
    if outcome.match == "none":
        return "\n".join([own["guesses"] if headlines else words["none"], *headlines])
    best = outcome.results[0]
    found = words[outcome.match].format(title=errors[best.id].title)
    others = ["", own["also"], *headlines[1:]] if headlines[1:] else []
    return "\n".join([found, *_reasons(book, best), "", *_entry(book, errors[best.id], best), *others])


def render_outcome_json(outcome: Outcome) -> str:
    """For programs; results best first, those of `none` are guesses."""
    results = [
        {**asdict(r), "captures": dict(r.captures), "because": list(r.because)} for r in outcome.results
    ]
    text = json.dumps({"match": outcome.match, "results": results}, ensure_ascii=False)
    return "".join(char if char.isprintable() else json.dumps(char)[1:-1] for char in text)


def _reasons(book: Book, result: Result) -> Iterator[str]:
    words = read_words("explorer", book.language)
    names = [words["error_type" if reason == "error" else reason] for reason in result.because]
    if names:
        yield words["because"].format(reasons=words["and"].join(names))


def _entry(book: Book, error: ErrorView, result: Result) -> Iterator[str]:
    words = read_words("explorer", book.language)
    values = {name: _show(value) for name, value in result.captures.items()}
    yield _headline(book, error)
    for name, value in values.items():
        yield f"  {name} = {value}"
    told = [case for case in error.cases if case.case == result.case]
    for case in told or error.cases:
        yield f"\n[{case.case}]" if case.case else ""
        for label, spans in ((words["cause"], case.cause), (words["fix"], case.fix)):
            yield f"{label}  {_fill((piece for span in spans for piece in span.pieces), values)}"


def _fill(pieces: Iterable[Piece], values: dict[str, str]) -> str:
    return "".join(values.get(piece.placeholder, piece.text) for piece in pieces)


def _show(value: str) -> str:
    """As on the page not endless, and without what rings, hides or reverses what stands around it."""
    short = value if len(value) <= _LONGEST_VALUE else f"{value[: _LONGEST_VALUE - 1]}…"
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in short)


def _headline(book: Book, error: ErrorView) -> str:
    statuses = " ".join(map(str, error.statuses))
    if error.undocumented:
        statuses = read_words("explorer", book.language)["status_seen"].format(statuses=statuses)
    return f"{statuses}  {error.title}  {book.url(error.address)}"
