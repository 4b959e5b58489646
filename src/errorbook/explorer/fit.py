"""Does a text fit a template as a whole? Twin: `docs/assets/explorer/fit.js`.

No regular expression is made of a template: a linear scan for its literal parts decides, so that no paste
can make the search slow.
"""

from __future__ import annotations

from dataclasses import dataclass

from errorbook.explorer.pattern import Pattern
from errorbook.explorer.text import Span, Squash

_WEAK = 12
"""Literal characters below which a template's values may not hold blanks: it would fit too much."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A whole fit; `spans` are the values as places in the source, `cased` if upper and lower case agree."""

    spans: tuple[Span, ...]
    cased: bool


def fit(pattern: Pattern, text: Squash, start: int, end: int) -> Fit | None:
    """Fit the characters `start` to `end` of a squashed text as a whole."""
    places = _places(pattern.lower, text, start, end)
    if places is None:
        return None
    bounds = [(p + len(x), q) for p, x, q in zip(places, pattern.literals, places[1:], strict=False)]
    if not all(_is_value(pattern, text, number, *bound) for number, bound in enumerate(bounds)):
        return None
    cased = all(text.chars.startswith(x, p) for p, x in zip(places, pattern.literals, strict=True))
    return Fit(tuple(_source_span(text, *bound) for bound in bounds), cased)


def _places(literals: tuple[str, ...], text: Squash, start: int, end: int) -> tuple[int, ...] | None:
    first, *rest = literals
    if not rest:
        return (start,) if text.lower[start:end] == first else None
    close = end - len(rest[-1])
    at = start + len(first)
    if close < at or not text.lower.startswith(first, start) or not text.lower.startswith(rest[-1], close):
        return None
    places = [start]
    for literal in rest[:-1]:
        found = _next(literal, text, at, close)
        if found < 0:
            return None
        places.append(found)
        at = found + len(literal)
    return (*places, close)


def _next(literal: str, text: Squash, start: int, end: int) -> int:
    """Where a literal comes next; one of blanks only is wherever the source has some."""
    if literal:
        return text.lower.find(literal, start, end)
    return min((place for place in text.spaced if start < place < end), default=-1)


def _is_value(pattern: Pattern, text: Squash, number: int, start: int, end: int) -> bool:
    """A weak template takes no blanks."""
    return pattern.may_hold(number, text, start, end) and (
        pattern.size >= _WEAK or not any(start < place < end for place in text.spaced)
    )


def _source_span(text: Squash, start: int, end: int) -> Span:
    if start == end:
        return 0, 0
    return text.starts[start], text.ends[end - 1]
