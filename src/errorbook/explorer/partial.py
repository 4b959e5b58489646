"""Messages of which a paste holds a part, or what is alike. Twin: `docs/assets/explorer/partial.js`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from errorbook.explorer.blocks import blocks_of_words
from errorbook.explorer.claims import Reading, Register
from errorbook.explorer.hits import Hit, read_captures
from errorbook.explorer.library import Library
from errorbook.explorer.near import Near, near
from errorbook.explorer.part import Part, find_part
from errorbook.explorer.pattern import Pattern
from errorbook.explorer.text import Span, Word, squash
from errorbook.explorer.trust import FEW, trust_near, trust_part
from errorbook.explorer.windows import depth_at, has_more, windows

_LIKEST = 48
"""Stretches of a paste that are searched for parts of messages."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Words that stand together, the templates most like them, and the weight of what they share."""

    block: Span
    words: list[Word]
    patterns: list[Pattern]
    likeness: int


class PartialFinder:
    """Of a long log those stretches that are most like templates; what is alike only where no part is."""

    def __init__(self, register: Register, library: Library) -> None:
        self._register = register
        self._library = library

    def find(self, reading: Reading) -> Iterator[Hit]:
        paste = reading.paste
        stretches = [self._stretch(*found) for found in blocks_of_words(paste.folded, paste.blocks)]
        for stretch in sorted(stretches, key=lambda stretch: -stretch.likeness)[:_LIKEST]:
            types = self._register.own_types(paste, stretch.block)
            patterns = [each for each in stretch.patterns if self._may_be_partial(each, types)]
            own = self._register.narrow(reading, stretch.block)
            if patterns and not own.claims.foreign:
                parts = list(self._parts(own, patterns, stretch.block))
                yield from parts or self._near(own, patterns, stretch)

    def _stretch(self, block: Span, said: list[Word]) -> _Stretch:
        words = self._library.correct(said)
        alike = self._library.alike(words)
        return _Stretch(block, words, [pattern for pattern, _ in alike], alike[0][1] if alike else 0)

    def _may_be_partial(self, pattern: Pattern, types: frozenset[str]) -> bool:
        return not self._register.repeats_type(pattern) or self._register.supports(pattern, types)

    def _parts(self, reading: Reading, patterns: list[Pattern], block: Span) -> Iterator[Hit]:
        paste = reading.paste
        text = squash(paste.folded, *block)
        for span in windows(paste.folded, block):
            start, end = text.at(span[0]), text.at(span[1])
            for pattern in patterns:
                found = find_part(pattern, text, start, end)
                supported = self._register.supports(pattern, reading.claims.types)
                if found and trust_part(pattern, paste, found, span, supported=supported):
                    yield self._hit(reading, pattern, found, span, of=pattern.size)

    def _near(self, reading: Reading, patterns: list[Pattern], stretch: _Stretch) -> Iterator[Hit]:
        plain, words = reading.paste.plain, stretch.words
        last = not plain and not has_more(reading.paste.folded, stretch.block[1])
        for pattern in patterns:
            found = near(pattern, words, last=last)
            supported = self._register.supports(pattern, reading.claims.types)
            if found and trust_near(pattern, found, plain=plain and len(words) <= FEW, supported=supported):
                of = pattern.weight + found.extra
                yield self._hit(reading, pattern, found, stretch.block, of=of)

    def _hit(self, reading: Reading, pattern: Pattern, found: Near | Part, span: Span, *, of: int) -> Hit:
        traits = self._register.traits[pattern.entry]
        depth = depth_at(reading.paste.folded, span[0])
        captures = read_captures(reading.paste, pattern, found.spans, depth)
        return Hit(
            entry=pattern.entry,
            exact=False,
            ratio=min(999, 1000 * found.matched // of),
            size=found.matched,
            because=("message", *reading.claims.agree(traits)),
            contradicted=reading.claims.contradict(traits),
            captures={name: value for name, value in captures.items() if value},
        )
