"""What `errorbook explain` prints: the entries that a pasted text speaks of."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict

from errorbook.explorer import Outcome, Result
from errorbook.views.records import Book, ErrorView
from errorbook.words import read_words


def render_outcome(book: Book, outcome: Outcome) -> str:
    """For people: the best entry whole, or the guesses by name."""
    words = read_words("explorer", book.language)
    errors = {error.id: error for error in book.errors}
    if outcome.match == "none":
        guesses = [_headline(book, errors[result.id]) for result in outcome.results]
        nearest = words["nearest"].format(guesses=len(guesses)) if guesses else ""
        return "\n".join([words["none"] + nearest, *guesses])
    best = outcome.results[0]
    found = words[outcome.match].format(title=errors[best.id].title)
    return "\n".join([found, "", *_entry(book, errors[best.id], best)])


def render_outcome_json(outcome: Outcome) -> str:
    """For programs; results best first, those of `none` are guesses."""
    results = [
        {**asdict(r), "captures": dict(r.captures), "because": list(r.because)} for r in outcome.results
    ]
    return json.dumps({"match": outcome.match, "results": results}, ensure_ascii=False)


def _entry(book: Book, error: ErrorView, result: Result) -> Iterator[str]:
    words = read_words("explorer", book.language)
    yield _headline(book, error)
    for name, value in result.captures.items():
        yield f"  {name} = {value}"
    told = [case for case in error.cases if case.case == result.case]
    for case in told or error.cases:
        yield f"\n[{case.case}]" if case.case else ""
        for label, spans in ((words["cause"], case.cause), (words["fix"], case.fix)):
            pieces = [piece for span in spans for piece in span.pieces]
            yield f"{label}  {''.join(result.captures.get(p.placeholder, p.text) for p in pieces)}"


def _headline(book: Book, error: ErrorView) -> str:
    statuses = " ".join(map(str, error.statuses))
    if error.undocumented:
        statuses = read_words("explorer", book.language)["status_seen"].format(statuses=statuses)
    return f"{statuses}  {error.title}  {book.url(error.address)}"
