"""Stretches of a text that are read by themselves. Twin: `docs/assets/explorer/blocks.js`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from errorbook.explorer.text import Span, Word, find_words

LONGEST = 4000
"""Characters of the longest stretch that is tried as one message."""
_MOST_WORDS = 200
"""Words of a stretch, and stretches of a paste, that are compared word by word."""
_MOST_BLOCKS = 400
_LONG_WORD = 12
"""Letters of a word that may be a part of a message by itself."""

_QUOTE = re.compile(r"[\"'`]")
_CLOSES = re.compile(r"[ \t]*(?:[,:;}\])|<\\\r\n]|=>|$)")
_BETWEEN = re.compile(r"[ \t]*(?:[,:;}\])]|=>)")
_LINE = re.compile(r"[^\r\n]+")


def find_blocks(folded: str) -> tuple[Span, ...]:
    """Quotations, lines, and the whole; each once."""
    return tuple(dict.fromkeys(_blocks(folded)))


def blocks_of_words(folded: str, blocks: Iterable[Span]) -> Iterator[tuple[Span, list[Word]]]:
    """Blocks with something to compare, each text once, and not all of an endless log."""
    seen: set[tuple[str, ...]] = set()
    for block in blocks:
        words = find_words(folded, *block)
        key = tuple(word.text for word in words)
        enough = len(words) > 1 or (len(words) == 1 and words[0].weight >= _LONG_WORD)
        if enough and len(words) <= _MOST_WORDS and key not in seen and len(seen) < _MOST_BLOCKS:
            seen.add(key)
            yield block, words


def before_backslashes(folded: str, place: int) -> int:
    """Where the backslashes begin that stand before a place."""
    while folded[place - 1 : place] == "\\":
        place -= 1
    return place


def _blocks(folded: str) -> Iterator[Span]:
    yield from _quoted(folded)
    for line in _LINE.finditer(folded):
        if len(line[0]) <= LONGEST:
            yield line.span()
    if len(folded) <= LONGEST:
        yield 0, len(folded)


def _quoted(folded: str) -> Iterator[Span]:
    """Between a quote and the next of its kind, and the next that closes something; or the end."""
    following: dict[str, int] = {}
    closing: dict[str, int] = {}
    found: list[Span] = []
    for quote in reversed(list(_QUOTE.finditer(folded))):
        start = quote.end()
        before = before_backslashes(folded, quote.start())
        kind = folded[before:start]
        ends = {following.get(kind, len(folded)), closing.get(kind, len(folded))}
        if not _BETWEEN.match(folded, start) and not folded.startswith(quote[0], start):
            found += [(start, end) for end in sorted(ends) if start < end <= start + LONGEST]
        following[kind] = before
        if _CLOSES.match(folded, start):
            closing[kind] = before
    yield from reversed(found)
