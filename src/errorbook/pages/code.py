"""Code as HTML: coloured by Pygments' short classes, changed ranges in `<mark>`, the text left exact."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import groupby, pairwise
from typing import NamedTuple

from markupsafe import Markup, escape
from pygments.lexer import Lexer
from pygments.lexers import get_lexer_by_name
from pygments.token import STANDARD_TYPES, Error, Whitespace, _TokenType

from errorbook.examples.samples import Tongue
from errorbook.pages.lexer import HttpFileLexer

Ranges = tuple[tuple[int, int], ...]
Places = tuple[tuple[int, int, str], ...]

LEXERS: dict[Tongue, str] = {
    "http": "http",
    "curl": "bash",
    "python": "python",
    "javascript": "javascript",
    "java": "java",
    "go": "go",
    "php": "php",
}

_PLAIN = (Error, Whitespace)


class _Stretch(NamedTuple):
    text: str
    style: str
    changed: bool
    placeholder: str


@lru_cache(maxsize=4096)
def render_code(text: str, lexer: str, changed: Ranges = (), places: Places = ()) -> Markup:
    """The inside of a `code` element. Its text content is `text`, whatever the lexer makes of it."""
    stretches = _cut(text, lexer, changed, places)
    return Markup().join(
        _mark(_name(Markup().join(map(_colour, group)), placeholder), changed=is_changed)
        for (is_changed, placeholder), group in groupby(stretches, key=lambda s: (s.changed, s.placeholder))
    )


def lexer_of_body(body: str) -> str:
    """Bodies of the API are JSON or, rarely, plain text."""
    return "json" if body.lstrip().startswith(("{", "[")) else "text"


def _cut(text: str, lexer: str, changed: Ranges, places: Places) -> Iterator[_Stretch]:
    """Tokens cut at the edges of the changed ranges and of the places."""
    edges = {edge for edges in changed for edge in edges} | {edge for place in places for edge in place[:2]}
    for start, style, value in _tokens(text, lexer):
        end = start + len(value)
        inner = sorted(edge for edge in edges if start < edge < end)
        for left, right in pairwise((start, *inner, end)):
            is_changed = any(first <= left < last for first, last in changed)
            placeholder = next((name for first, last, name in places if first <= left < last), "")
            yield _Stretch(text[left:right], style, is_changed, placeholder)


def _tokens(text: str, lexer: str) -> Iterator[tuple[int, str, str]]:
    """As the lexer sees them; `get_tokens` would strip blank lines and add a newline."""
    for start, kind, value in _lexer(lexer).get_tokens_unprocessed(text):
        yield start, _style(kind), value


@cache
def _lexer(name: str) -> Lexer:
    return HttpFileLexer() if name == "http" else get_lexer_by_name(name)


@cache
def _style(kind: _TokenType) -> str:
    """The short class, that of the nearest parent if the kind has none."""
    while kind not in STANDARD_TYPES and kind.parent is not None:
        kind = kind.parent
    return "" if kind in _PLAIN else STANDARD_TYPES[kind]


def _colour(stretch: _Stretch) -> Markup:
    # A parser of HTML reads a bare CR as a newline, so it is written as a reference.
    text = escape(stretch.text).replace("\r", Markup("&#13;"))
    return Markup('<span class="{}">{}</span>').format(stretch.style, text) if stretch.style else text


def _name(html: Markup, placeholder: str) -> Markup:
    """A place that a ticket's address may fill, see `assets/pages/ticket.js`."""
    if not placeholder:
        return html
    return Markup('<var data-placeholder="{}" data-shareable>{}</var>').format(placeholder, html)


def _mark(html: Markup, *, changed: bool) -> Markup:
    return Markup("<mark>{}</mark>").format(html) if changed else html
