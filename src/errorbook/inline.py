"""The inline Markdown of causes and fixes: `code`, **strong**, [text](https://...), {placeholders}."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from errorbook.model import Template
from errorbook.template import parse_template

Style = Literal["text", "code", "strong", "link"]

_MARKUP = re.compile(r"`(?P<code>[^`]+)`|\*\*(?P<strong>[^*]+)\*\*|\[(?P<link>[^\]]+)\]\((?P<href>[^)\s]*)\)")
_LEFTOVER = re.compile(r"`|\*\*|\]\(")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; with `placeholder`, the value that stands in for it."""

    text: str
    placeholder: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """Pieces in one style; `href` of a link."""

    style: Style
    pieces: tuple[Piece, ...]
    href: str = ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A template in one style: a `Span` whose placeholders are not filled yet."""

    style: Style
    template: Template
    href: str = ""


def parse_inline(text: str) -> tuple[Phrase, ...]:
    """Take inline Markdown apart. Raises ValueError with a sentence that says what to do."""
    phrases, start = [], 0
    for found in _MARKUP.finditer(text):
        phrases += _plain(text[start : found.start()])
        phrases.append(_marked(found))
        start = found.end()
    return (*phrases, *_plain(text[start:]))


def fill_inline(phrases: tuple[Phrase, ...], values: Mapping[str, str]) -> tuple[Span, ...]:
    """Put values into the placeholders. Raises KeyError for one without a value."""
    return tuple(Span(p.style, fill_pieces(p.template, values), p.href) for p in phrases)


def fill_pieces(template: Template, values: Mapping[str, str]) -> tuple[Piece, ...]:
    """The message as pieces that remember which placeholder they fill; empty texts are left out."""
    pieces = [Piece(template.literals[0])]
    for name, literal in zip(template.names, template.literals[1:], strict=True):
        pieces += [Piece(values[name], name), Piece(literal)]
    return tuple(piece for piece in pieces if piece.text or piece.placeholder)


def text_of(pieces: Iterable[Piece]) -> str:
    """The pieces without what they remember."""
    return "".join(piece.text for piece in pieces)


def text_of_spans(spans: Iterable[Span]) -> str:
    """The words without their styles."""
    return "".join(text_of(span.pieces) for span in spans)


def _plain(text: str) -> list[Phrase]:
    if _LEFTOVER.search(text):
        raise ValueError(
            f"markup without its partner in {text.strip()!r}. "
            "Only `code`, **strong** and [text](https://...) may stand here."
        )
    return [Phrase("text", parse_template(text))] if text else []


def _marked(found: re.Match[str]) -> Phrase:
    if found["code"]:
        return Phrase("code", parse_template(found["code"]))
    if found["strong"]:
        return Phrase("strong", parse_template(found["strong"]))
    if not found["href"].startswith("https://"):
        raise ValueError(f"link to {found['href']!r}. Links must begin with https://.")
    return Phrase("link", parse_template(found["link"]), found["href"])
