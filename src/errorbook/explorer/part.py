"""Is a text a part of a message whose beginning or end was lost? Twin: `docs/assets/explorer/part.js`.

Every character must belong to a literal of the template or to one of its values, in their order: what is
only alike is left to `near`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from errorbook.explorer.pattern import Pattern
from errorbook.explorer.text import Span, Squash, weigh

_LEAST = 3
"""Characters by which a broken literal is recognised."""
_CLEAR = 6
"""Characters behind a value that show where it ends."""
_LONGEST_VALUE = 80
_TORN = re.compile("[a-z0-9]{2}|[\u2e80-\u9fff]{2}")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a message: the weight of its literals that is there, and how either end was lost."""

    matched: int
    head: bool
    tail: bool
    torn: bool
    """A lost end was torn off within a word."""
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Begin:
    """Characters of `literal` that are there from character `place` on, `start` to `end` in the text."""

    literal: int
    place: int
    end: int


def find_part(pattern: Pattern, text: Squash, start: int, end: int) -> Part | None:
    """The part that keeps most of the template, of all places where the text may begin in it."""
    parts = (_follow(pattern, text, start, end, begin) for begin in _begins(pattern, text, start, end))
    found = [part for part in parts if part]
    return max(found, key=lambda part: part.matched, default=None)


def _begins(pattern: Pattern, text: Squash, start: int, end: int) -> Iterator[_Begin]:
    opening = text.lower[start : min(end, start + _LEAST)]
    if len(opening) < _LEAST:
        return
    for number, literal in enumerate(pattern.lower):
        if number:
            yield _Begin(number - 1, len(pattern.lower[number - 1]), start)
        place = literal.find(opening)
        while place >= 0:
            length = min(len(literal) - place, end - start)
            if text.lower.startswith(literal[place : place + length], start):
                yield _Begin(number, place, start + length)
                break
            place = literal.find(opening, place + 1)
        else:
            for length in range(min(_LEAST, len(literal)) - 1, 0, -1):
                if number < len(pattern.names) and text.lower.startswith(literal[-length:], start):
                    yield _Begin(number, len(literal) - length, start + length)


def _follow(pattern: Pattern, text: Squash, start: int, end: int, begin: _Begin) -> Part | None:
    """Walk through the template from where the text begins in it, until the text ends."""
    number, at = begin.literal, begin.end
    held = [pattern.literals[number][begin.place : begin.place + at - start]]
    place = begin.place + at - start
    spans = dict.fromkeys(range(len(pattern.names)), (0, 0))
    while at < end and number < len(pattern.names):
        literal = pattern.lower[number + 1]
        found = text.lower.find(literal, at, end) if literal else end
        length = len(literal)
        if found < 0:
            length = _overlap(literal, text.lower, at, end)
            found = end - length
        if not _is_value(pattern, text, number, (at, found), (start, end)):
            return None
        if length >= min(len(literal), _CLEAR) and start < at < found:
            spans[number] = (text.starts[at], text.ends[found - 1])
        number += 1
        held.append(literal[:length])
        place, at = length, found + length
    if at < end:
        return None
    head = begin.literal > 0 or begin.place > 0
    tail = number < len(pattern.names) or place < len(pattern.lower[number])
    if not head and not tail:
        return None  # a whole message, which `fit` judges
    torn = (head and _inside(pattern, begin.literal, begin.place)) or (
        tail and _inside(pattern, number, place)
    )
    return Part(sum(map(weigh, held)), head, tail, torn, tuple(spans.values()))


def _is_value(pattern: Pattern, text: Squash, number: int, value: Span, around: Span) -> bool:
    """One word is left of a value that has lost its beginning; nothing parts one that has lost its end."""
    start, end = value
    if end - start > _LONGEST_VALUE:
        return False
    if start == around[0]:
        return not any(start < place < end for place in text.spaced)
    if start < end == around[1]:
        return pattern.may_begin(number, text, start)
    return pattern.may_hold(number, text, start, end)


def _overlap(literal: str, text: str, start: int, end: int) -> int:
    """How many characters of a literal stand at the end of the text."""
    closing = text[max(start, end - _LEAST) : end]
    place = literal.rfind(closing) if len(closing) == _LEAST else -1
    while place >= 0:
        length = place + _LEAST
        if length <= end - start and text.endswith(literal[:length], start, end):
            return length
        place = literal.rfind(closing, 0, place + _LEAST - 1)
    for length in range(min(_LEAST - 1, len(literal)), 0, -1):
        if end - start > length and text.endswith(literal[:length], start, end):
            return length
    return 0


def _inside(pattern: Pattern, number: int, place: int) -> bool:
    """Whether a word stands on both sides of a place in a literal."""
    literal = pattern.lower[number]
    around = literal[max(0, place - 1) : place + 1]
    return place not in pattern.gaps[number] and bool(_TORN.fullmatch(around))
