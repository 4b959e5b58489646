"""What the matcher and the words filter know: one index a language, made from the books of all languages."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import NotRequired, TypedDict

from errorbook.explorer.cases import build_bodies
from errorbook.inline import text_of, text_of_spans
from errorbook.model import LANGUAGES, Synonym
from errorbook.template import parse_template
from errorbook.views.records import Book, ErrorView
from errorbook.views.requests import reason_phrase
from errorbook.words import read_words

_SHORT_BOOK = 60
"""Errors up to which causes and fixes are searched, too: of 300 they weigh twice all the rest."""
_CLAUSE_END = re.compile(r"[，、。；：！？\n]+")


class Wire(TypedDict):
    """A wording taken apart: `literals[0] {names[0]} literals[1] ...`; one literal more than names."""

    literals: list[str]
    names: list[str]


class Words(TypedDict):
    """What to search in, by weight: folded, in all languages, a clause a line."""

    title: str
    wire: str
    """What responses say, and names, but for those that the entry itself has: see `wire_of`."""
    cause: str
    fix: str


class Entry(TypedDict):
    """One error. `types` and `exceptions` begin with the documented one."""

    id: str
    address: str
    title: str
    statuses: list[int]
    undocumented: NotRequired[bool]
    """There, and true, if none of the statuses is the error's own."""
    types: list[str]
    exceptions: list[str]
    module: str
    retry: str
    who: str
    state: str
    templates: list[Wire]
    words: Words
    operations: list[int]
    """Which of the index's operations return it."""
    cases: NotRequired[dict[str, dict[str, bool]]]
    """Of each case that its request tells: the fields of the failing one, and whether they have a value."""


class Hole(TypedDict):
    """A placeholder: what to call it, and whether its value may stand in a link."""

    label: str
    shareable: bool


class Vocabulary(TypedDict):
    """How readers say what entries say; all folded."""

    idle: list[str]
    """Words that say nothing beside others."""
    synonyms: dict[str, str]
    """What is typed, and what the tables say for it."""
    reasons: dict[str, str]
    """Standard phrases of the statuses that entries have: `400`: `bad request`."""


class Index(TypedDict):
    language: str
    errors: list[Entry]
    operations: list[str]
    """Folded: what to call each in all languages, method and path."""
    placeholders: dict[str, Hole]
    vocabulary: Vocabulary


def build_index(book: Book, *others: Book) -> Index:
    """Entries in the order of the book, which is that of the list in the page.

    `others` are the same book in other languages: its readers may use the words of theirs.
    """
    books = (book, *others)
    prose = len(book.errors) <= _SHORT_BOOK
    numbers = {operation.address: number for number, operation in enumerate(book.operations)}
    return Index(
        language=book.language,
        errors=[
            _entry(same[0], _words(same, prose=prose), [numbers[link.address] for link in same[0].operations])
            for same in zip(*(b.errors for b in books), strict=True)
        ],
        operations=_operations(books),
        placeholders={p.name: Hole(label=p.label, shareable=p.shareable) for p in book.placeholders},
        vocabulary=build_vocabulary(
            book.synonyms, {status for error in book.errors for status in error.statuses}
        ),
    )


def build_vocabulary(synonyms: Iterable[Synonym], statuses: Iterable[int]) -> Vocabulary:
    return Vocabulary(
        idle=[word for language in LANGUAGES for word in read_words("explorer", language)["idle"].split()],
        synonyms={fold_words(synonym.typed): fold_words(synonym.means) for synonym in synonyms},
        reasons={str(s): fold_words(phrase) for s in sorted(statuses) if (phrase := reason_phrase(s))},
    )


def wire_of(entry: Entry) -> str:
    """All that responses say and all names of an entry, folded. Twin: `wireOf` in `claims.js`."""
    names = (
        entry["id"],
        *map(str, entry["statuses"]),
        *entry["types"],
        *entry["exceptions"],
        entry["module"],
    )
    return "\n".join((*(name.lower() for name in names), entry["words"]["wire"]))


def render_index_script(index: Index) -> str:
    """A classic script, as `fetch` and modules do not work on `file://`."""
    return f"window.errorbookIndex = {render_script(index)};\n"


def render_script(value: object) -> str:
    """A value as a script writes it; harmless inside HTML, too."""
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        data = data.replace(character, f"\\u{ord(character):04x}")
    return data


def module_id(error: ErrorView) -> str:
    """`users` of `modules/users/`."""
    return error.module.address.rstrip("/").rpartition("/")[2]


def fold_words(text: str) -> str:
    """As the reader's words are folded before the search: width and case do not count."""
    return unicodedata.normalize("NFKC", text).lower()


def _entry(error: ErrorView, words: Words, operations: list[int]) -> Entry:
    templates = [parse_template(text) for text in error.templates]
    entry = Entry(
        id=error.id,
        address=error.address,
        title=error.title,
        statuses=list(error.statuses),
        types=list(error.types),
        exceptions=list(error.exceptions),
        module=module_id(error),
        retry=error.retry,
        who=error.who,
        state=error.state,
        templates=[
            Wire(literals=list(t.literals), names=list(t.names)) for t in templates if any(t.literals)
        ],
        words=words,
        operations=operations,
    )
    if error.undocumented:
        entry["undocumented"] = True
    if cases := build_bodies(error):
        entry["cases"] = cases
    return entry


def _words(versions: Sequence[ErrorView], *, prose: bool) -> Words:
    """Of one error in all languages."""
    cases = [case for error in versions for case in error.cases if prose]
    return Words(
        title=_fold(error.title for error in versions),
        wire=_fold(text for error in versions for text in _names(error)),
        cause=_fold(text_of_spans(case.cause) for case in cases),
        fix=_fold(text_of_spans(case.fix) for case in cases),
    )


def _names(error: ErrorView) -> tuple[str, ...]:
    return (
        error.error_code,
        error.module.text,
        *(case.case for case in error.cases),
        *map(text_of, error.messages),
    )


def _operations(books: Sequence[Book]) -> list[str]:
    """Paths without the segments that all have in common."""
    versions = list(zip(*(book.operations for book in books), strict=True))
    root = _common_root([operation.path for operation in books[0].operations])
    return [
        _fold([*(o.name for o in same), f"{same[0].method} {same[0].path.removeprefix(root)}"])
        for same in versions
    ]


def _common_root(paths: Iterable[str]) -> str:
    """The leading segments of all paths: `/{org_name}/{app_name}`."""
    folders = (path.split("/")[:-1] for path in paths)
    return "/".join(
        same[0] for same in takewhile(lambda same: len(set(same)) == 1, zip(*folders, strict=False))
    )


def _fold(texts: Iterable[str]) -> str:
    clauses = (clause.strip() for text in texts for clause in _CLAUSE_END.split(text))
    return fold_words("\n".join(dict.fromkeys(clause for clause in clauses if clause)))
