"""A template made ready to be compared. Twin: `docs/assets/explorer/fit.js`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from errorbook.explorer.text import Squash, Word, find_words, fold_quotes, squash, weigh

_ALNUM = re.compile("[a-z0-9]")
_STRONG_WORDS = 4
_STRONG_SIZE = 20


@dataclass(frozen=True, slots=True)
class Pattern:
    """A template prepared: literals without whitespace; `steps` are its words, None where a value stands."""

    entry: int
    names: tuple[str, ...]
    literals: tuple[str, ...]
    lower: tuple[str, ...]
    gaps: tuple[frozenset[int], ...]
    """Before which characters of each literal whitespace stood."""
    steps: tuple[str | None, ...]
    safe: tuple[str, ...]
    """Words that every message holds as such: those that touch no value."""
    size: int
    """What all its literals weigh."""

    @property
    def weight(self) -> int:
        """What all its words weigh."""
        return sum(weigh(step) for step in self.steps if step)

    def may_hold(self, number: int, text: Squash, start: int, end: int) -> bool:
        """An empty value must show as one, as in `[]`; blanks around a value are there in the text, too."""
        if start == end:
            return not _ALNUM.search(self.lower[number][-1:] + self.lower[number + 1][:1])
        return self.may_begin(number, text, start) and self.may_end(number, text, end)

    def may_begin(self, number: int, text: Squash, start: int) -> bool:
        """A value."""
        before = self.lower[number]
        parted = len(before) in self.gaps[number] and _ALNUM.search(before[-1:])
        return not (parted and _ALNUM.match(text.lower, start)) or start in text.spaced

    def may_end(self, number: int, text: Squash, end: int) -> bool:
        """A value."""
        parted = 0 in self.gaps[number + 1] and _ALNUM.match(self.lower[number + 1])
        return not (parted and _ALNUM.match(text.lower, end - 1)) or end in text.spaced

    @property
    def strong(self) -> bool:
        """Long enough to be recognised inside other text."""
        return len(self.steps) - len(self.names) >= _STRONG_WORDS and self.size >= _STRONG_SIZE


def build_pattern(entry: int, literals: list[str], names: list[str]) -> Pattern:
    squashed = [squash(fold_quotes(literal)) for literal in literals]
    steps: list[str | None] = []
    safe: list[str] = []
    for place, literal in enumerate(literals):
        words = find_words(literal)
        steps += [None] * (place > 0) + [word.text for word in words]
        safe += [word.text for word in words if _stands_alone(word, literal, place, len(names))]
    return Pattern(
        entry=entry,
        names=tuple(names),
        literals=tuple(each.chars for each in squashed),
        lower=tuple(each.lower for each in squashed),
        gaps=tuple(each.spaced for each in squashed),
        steps=tuple(steps),
        safe=tuple(safe),
        size=sum(weigh(each.chars) for each in squashed),
    )


def _stands_alone(word: Word, literal: str, place: int, holes: int) -> bool:
    return (word.start > 0 or place == 0) and (word.end < len(literal) or place == holes)
