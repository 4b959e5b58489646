# ruff: noqa: INP001  # beside a script, no package
"""Books of any size: the wire facts' wordings under the titles, causes and facts of the real entries."""

from __future__ import annotations

import csv
import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import jieba

from errorbook.inline import Piece, Span, text_of_spans
from errorbook.template import parse_template
from errorbook.views import Book
from errorbook.views.records import ErrorView

FACTS = Path(__file__).parents[1] / "tests" / "facts" / "distinct_errors.csv"
SEED = 1
_OTHER = 3
"""Every which word is another once the facts are used up."""


def resize(books: tuple[Book, ...], size: int) -> tuple[Book, ...]:
    """The same books with `size` errors each, alike in everything that does not depend on the language."""
    wordings = list(_wordings(size))
    return tuple(replace(book, errors=tuple(_errors(book, wordings))) for book in books)


def _wordings(size: int) -> Iterator[str]:
    """First the documented wordings, then the same with other words of theirs."""
    with FACTS.open(encoding="utf-8", newline="") as file:
        facts = [text for row in csv.DictReader(file) if _is_template(text := row["description_template"])]
    vocabulary = sorted({word for text in facts for word in re.findall(r"[a-z]{4,}", text)})
    dice = random.Random(SEED)  # noqa: S311 - the same books each time, no secret
    for number in range(size):
        words = facts[number % len(facts)].split(" ")
        for place in range(number % _OTHER, len(words) if number >= len(facts) else 0, _OTHER):
            if "{" not in words[place]:
                words[place] = dice.choice(vocabulary)
        yield " ".join(words)


def _is_template(text: str) -> bool:
    try:
        return bool(text) and any(parse_template(text).literals)
    except ValueError:
        return False


def _errors(book: Book, wordings: list[str]) -> Iterator[ErrorView]:
    """Prose of the real entries' words in another order each time, so that it packs no better than prose."""
    cases = [case for error in book.errors for case in error.cases]
    titles = _words(error.title for error in book.errors)
    prose = _words(text_of_spans(spans) for case in cases for spans in (case.cause, case.fix))
    dice = random.Random(SEED)  # noqa: S311 - as above

    def reword(text: str, words: list[str]) -> str:
        return "".join(dice.choices(words, k=len(_words([text])))).strip()

    def reword_spans(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return (Span("text", (Piece(reword(text_of_spans(spans), prose)),)),)

    for number, wording in enumerate(wordings):
        base, case = book.errors[number % len(book.errors)], cases[number % len(cases)]
        yield replace(
            base,
            id=f"error-{number:05}",
            address=f"errors/error-{number:05}/",
            title=reword(base.title, titles),
            templates=(wording,),
            messages=((Piece(wording),),),
            cases=(replace(case, cause=reword_spans(case.cause), fix=reword_spans(case.fix)),),
        )


def _words(texts: Iterable[str]) -> list[str]:
    return [word for text in texts for word in jieba.cut(text)]
