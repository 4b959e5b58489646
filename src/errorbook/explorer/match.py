"""Which error does a pasted text hold? Twin: `docs/assets/explorer/match.js`.

The message decides, then the error type, then the exception class, then the status.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from errorbook.explorer.claims import Claims, Reason, Register
from errorbook.explorer.fit import Fit, Span, fit
from errorbook.explorer.guess import Guesser
from errorbook.explorer.hits import Hit, best_hits, read_captures
from errorbook.explorer.index import Index
from errorbook.explorer.library import Library
from errorbook.explorer.near import Near, near
from errorbook.explorer.part import Part, find_part
from errorbook.explorer.paste import Paste, blocks_of_words, depth_at, has_more, read_paste, windows
from errorbook.explorer.pattern import Pattern
from errorbook.explorer.text import Word, squash, undress
from errorbook.explorer.trust import FEW, trust_fit, trust_near, trust_part

Match = Literal["exact", "close", "none"]

_RESULTS = 10
_GUESSES = 5
_LIKEST = 48
"""Stretches of a paste that are searched for parts of messages."""


@dataclass(frozen=True, slots=True)
class Result:
    """An error found or guessed; `case` is empty: a wording belongs to all causes of its error."""

    id: str
    case: str
    score: float
    captures: Mapping[str, str]
    because: tuple[Reason, ...]
    """What of the paste matched."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a paste is, best first; the results of `none` are guesses."""

    match: Match
    results: tuple[Result, ...]


@dataclass(frozen=True, slots=True)
class _Reading:
    """A paste and what it says besides its messages."""

    paste: Paste
    claims: Claims


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Words that stand together, the templates most like them, and the weight of what they share."""

    block: Span
    words: list[Word]
    patterns: list[Pattern]
    likeness: int


class Matcher:
    """An index made ready to be searched many times."""

    def __init__(self, index: Index) -> None:
        self._entries = index["errors"]
        self._register = Register(self._entries)
        self._guesser = Guesser(index)
        self._library = Library(self._entries)

    def match(self, text: str) -> Outcome:
        """Tell what a text is; words that are no message at all give `none`, too."""
        found = self.find(text)
        return Outcome("none", self.guess(text)) if found.match == "none" else found

    def find(self, text: str) -> Outcome:
        """The same without guesses; what was encoded for an address or a page is read once more without."""
        hits = self._hits(read_paste(text))
        if not (hits and hits[0].exact):
            bare = undress(text)
            hits = (bare != text and self._hits(read_paste(bare))) or hits
        if not hits:
            return Outcome("none", ())
        return Outcome("exact" if hits[0].exact else "close", tuple(self._results(hits[:_RESULTS])))

    def guess(self, text: str) -> tuple[Result, ...]:
        """The nearest entries, for a text that is none."""
        paste = read_paste(text)
        claims = self._register.read_claims(paste)
        reasons = [claims.agree(traits) for traits in self._register.traits]
        guesses = self._guesser.guess(paste, reasons)[:_GUESSES]
        return tuple(self._result(number, score, {}, reasons[number]) for number, score in guesses)

    def _results(self, hits: list[Hit]) -> Iterator[Result]:
        """No score is above the one before: the longer of two whole fits comes first."""
        score = 1000
        for hit in hits:
            score = min(score, hit.score)
            yield self._result(hit.entry, score, hit.captures, hit.because)

    def _result(
        self, number: int, score: int, captures: Mapping[str, str], because: tuple[Reason, ...]
    ) -> Result:
        return Result(self._entries[number]["id"], "", score / 1000, captures, because)

    def _hits(self, paste: Paste) -> list[Hit]:
        """Whole messages; if none is beyond doubt, parts and what is alike; else what else is said."""
        reading = _Reading(paste, self._register.read_claims(paste))
        hits = list(self._whole(reading))
        if not any(hit.exact for hit in hits):
            hits += self._partial(reading)
        return best_hits(hits or self._told(reading))

    def _whole(self, reading: _Reading) -> Iterator[Hit]:
        folded = reading.paste.folded
        for block in reading.paste.blocks:
            patterns = self._library.candidates(folded, block)
            if not patterns:
                continue
            text = squash(folded, *block)
            for window in windows(folded, block):
                start, end = text.at(window[0]), text.at(window[1])
                for pattern in patterns:
                    found = fit(pattern, text, start, end)
                    if found:
                        yield from self._whole_hit(reading, pattern, found, window, whole=window == block)

    def _whole_hit(
        self, reading: _Reading, pattern: Pattern, found: Fit, span: Span, *, whole: bool
    ) -> Iterator[Hit]:
        """A whole fit is only close if case or type differ, or if its text may have broken off."""
        paste, traits = reading.paste, self._register.traits[pattern.entry]
        own = self._register.narrow(reading.claims, paste, span)
        alone = whole or (found.cased and paste.is_set_off(*span))
        if not trust_fit(pattern, paste, found, alone=alone, supported=bool(own.types & traits.types)):
            return
        if self._register.repeats_type(pattern) and not self._is_said_again(paste, pattern, span):
            return
        depth = depth_at(paste.folded, span[0])
        broken = depth > 0 and not has_more(paste.folded, span[1])
        contradicted = own.contradict(traits)
        yield Hit(
            entry=pattern.entry,
            exact=found.cased and not broken and not contradicted,
            ratio=1000,
            size=pattern.size,
            because=("message", *own.agree(traits)),
            contradicted=contradicted,
            captures=read_captures(paste, pattern, found.spans, depth),
            held=sum(end - start for start, end in found.spans),
        )

    def _is_said_again(self, paste: Paste, pattern: Pattern, span: Span) -> bool:
        """What repeats a type is a message if it is all, if its field says so, or if another has the type."""
        types = self._register.traits[pattern.entry].types
        return (
            paste.is_all(span)
            or span[0] in paste.descriptions
            or bool(self._register.own_types(paste, span) & types)
        )

    def _partial(self, reading: _Reading) -> Iterator[Hit]:
        """Of a long log those stretches that are most like templates."""
        stretches = [self._stretch(block, words) for block, words in blocks_of_words(reading.paste)]
        likest = sorted(stretches, key=lambda stretch: -stretch.likeness)[:_LIKEST]
        for stretch in likest:
            types = self._register.own_types(reading.paste, stretch.block)
            patterns = [each for each in stretch.patterns if self._may_be_partial(each, types)]
            claims = self._register.narrow(reading.claims, reading.paste, stretch.block)
            if patterns and not claims.foreign:
                narrowed = _Reading(reading.paste, claims)
                parts = list(self._parts(narrowed, patterns, stretch.block))
                yield from parts or self._near(narrowed, patterns, stretch)

    def _stretch(self, block: Span, said: list[Word]) -> _Stretch:
        words = self._library.correct(said)
        alike = self._library.alike(words)
        return _Stretch(block, words, [pattern for pattern, _ in alike], alike[0][1] if alike else 0)

    def _may_be_partial(self, pattern: Pattern, types: frozenset[str]) -> bool:
        traits = self._register.traits[pattern.entry]
        return not self._register.repeats_type(pattern) or bool(types & traits.types)

    def _parts(self, reading: _Reading, patterns: list[Pattern], block: Span) -> Iterator[Hit]:
        paste = reading.paste
        text = squash(paste.folded, *block)
        for span in windows(paste.folded, block):
            start, end = text.at(span[0]), text.at(span[1])
            for pattern in patterns:
                found = find_part(pattern, text, start, end)
                if found and trust_part(
                    pattern, paste, found, span, supported=self._supports(reading.claims, pattern)
                ):
                    yield self._partial_hit(reading, pattern, found, span, of=pattern.size)

    def _near(self, reading: _Reading, patterns: list[Pattern], stretch: _Stretch) -> Iterator[Hit]:
        plain, words = reading.paste.plain, stretch.words
        last = not plain and not has_more(reading.paste.folded, stretch.block[1])
        for pattern in patterns:
            found = near(pattern, words, last=last)
            supported = self._supports(reading.claims, pattern)
            if found and trust_near(pattern, found, plain=plain and len(words) <= FEW, supported=supported):
                of = pattern.weight + found.extra
                yield self._partial_hit(reading, pattern, found, stretch.block, of=of)

    def _supports(self, claims: Claims, pattern: Pattern) -> bool:
        """The type that belongs to a template is said beside it."""
        return bool(claims.types & self._register.traits[pattern.entry].types)

    def _partial_hit(
        self, reading: _Reading, pattern: Pattern, found: Near | Part, span: Span, *, of: int
    ) -> Hit:
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

    def _told(self, reading: _Reading) -> list[Hit]:
        """What type and class alone tell, in a body that describes nothing."""
        paste, claims = reading.paste, reading.claims
        if paste.described or claims.foreign or (paste.plain and "." not in paste.folded):
            return []
        number = self._register.only_bearer(claims)
        if number is None:
            return []
        bare = not self._entries[number]["templates"]
        reasons = claims.agree(self._register.traits[number])
        return [Hit(number, bare, 1000 if bare else 500, 0, reasons, contradicted=False, captures={})]


def match_paste(index: Index, text: str) -> Outcome:
    """Tell what one text is; for many, keep a `Matcher`."""
    return Matcher(index).match(text)
