"""What the matcher and the words filter know: one index a language, made from the book."""

from __future__ import annotations

import json
import unicodedata
from typing import TypedDict

from errorbook.inline import text_of
from errorbook.template import parse_template
from errorbook.views.records import Book, ErrorView


class Wire(TypedDict):
    """A wording taken apart: `literals[0] {names[0]} literals[1] ...`; one literal more than names."""

    literals: list[str]
    names: list[str]


class Entry(TypedDict):
    """One error. `types` and `exceptions` begin with the documented one; `words` is folded, to search in."""

    id: str
    address: str
    title: str
    statuses: list[int]
    types: list[str]
    exceptions: list[str]
    module: str
    retry: str
    who: str
    state: str
    templates: list[Wire]
    words: str


class Hole(TypedDict):
    """A placeholder: what to call it, and whether its value may stand in a link."""

    label: str
    shareable: bool


class Index(TypedDict):
    language: str
    errors: list[Entry]
    placeholders: dict[str, Hole]


def build_index(book: Book) -> Index:
    """Entries in the order of the book, which is that of the list in the page."""
    return Index(
        language=book.language,
        errors=[_entry(error) for error in book.errors],
        placeholders={p.name: Hole(label=p.label, shareable=p.shareable) for p in book.placeholders},
    )


def render_index_script(index: Index) -> str:
    """A classic script, as `fetch` and modules do not work on `file://`; harmless inside HTML, too."""
    data = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        data = data.replace(character, f"\\u{ord(character):04x}")
    return f"window.errorbookIndex = {data};\n"


def module_id(error: ErrorView) -> str:
    """`users` of `modules/users/`."""
    return error.module.address.rstrip("/").rpartition("/")[2]


def fold_words(text: str) -> str:
    """As the reader's words are folded before the search: width and case do not count."""
    return unicodedata.normalize("NFKC", text).lower()


def _entry(error: ErrorView) -> Entry:
    templates = [parse_template(text) for text in error.templates]
    return Entry(
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
        words=_words(error),
    )


def _words(error: ErrorView) -> str:
    texts = (
        error.title,
        error.id,
        *map(str, error.statuses),
        *error.types,
        *error.exceptions,
        error.error_code,
        error.module.text,
        *map(text_of, error.messages),
    )
    return fold_words("\n".join(dict.fromkeys(text for text in texts if text)))
