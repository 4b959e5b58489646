"""Which error does a pasted text hold? Twin: `docs/assets/explorer/match.js`.

The message decides, then the error type, then the exception class, then the status.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from errorbook.explorer.claims import Claims, Register
from errorbook.explorer.fit import Fit, Span, fit
from errorbook.explorer.guess import Guesser
from errorbook.explorer.index import Index
from errorbook.explorer.library import Library
from errorbook.explorer.near import Near, is_close, near
from errorbook.explorer.paste import Paste, blocks_of_words, depth_at, has_more, read_paste, windows
from errorbook.explorer.pattern import Pattern
from errorbook.explorer.text import find_words, squash, unescape, unwrap

Match = Literal["exact", "close", "none"]

_RESULTS = 10
_GUESSES = 5
_PART = 16
"""Literal characters that a template needs to be believed when it is only a part of what stands there."""
_FEW = 8
"""Words up to which plain text counts as typed; literal characters below which a message proves nothing."""


@dataclass(frozen=True, slots=True)
class Result:
    """An error found or guessed; `case` is empty, as a response alone does not tell causes apart."""

    id: str
    case: str
    score: float
    captures: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a paste is, best first; the results of `none` are guesses."""

    match: Match
    results: tuple[Result, ...]


@dataclass(frozen=True, slots=True)
class _Hit:
    """How an entry fits: thousandths of its message, characters that agree, thousandths of other evidence."""

    entry: int
    exact: bool
    ratio: int
    size: int
    evidence: int
    captures: Mapping[str, str]

    @property
    def rank(self) -> tuple[bool, int, int, int, int]:
        return self.exact, self.ratio, self.size, self.evidence, -self.entry

    @property
    def score(self) -> int:
        return (900 if self.exact else 800 * self.ratio // 1000) + self.evidence


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
        """The same without guesses."""
        paste = read_paste(text)
        claims = self._register.read_claims(paste)
        hits = (
            _best(self._exact(paste, claims)) or _best(self._near(paste, claims)) or self._told(paste, claims)
        )
        if not hits:
            return Outcome("none", ())
        return Outcome("exact" if hits[0].exact else "close", tuple(self._results(hits[:_RESULTS])))

    def guess(self, text: str) -> tuple[Result, ...]:
        """The nearest entries, for a text that is none."""
        paste = read_paste(text)
        claims = self._register.read_claims(paste)
        evidence = [claims.weigh(traits) for traits in self._register.traits]
        guesses = self._guesser.guess(paste, evidence)[:_GUESSES]
        return tuple(self._result(number, score, {}) for number, score in guesses)

    def _results(self, hits: list[_Hit]) -> Iterator[Result]:
        """No score is above the one before: the longer of two whole fits comes first."""
        score = 1000
        for hit in hits:
            score = min(score, hit.score)
            yield self._result(hit.entry, score, hit.captures)

    def _result(self, number: int, score: int, captures: Mapping[str, str]) -> Result:
        return Result(self._entries[number]["id"], "", score / 1000, captures)

    def _exact(self, paste: Paste, claims: Claims) -> Iterator[_Hit]:
        for block in paste.blocks:
            patterns = self._library.candidates(paste.folded, block)
            if patterns:
                text = squash(paste.folded, *block)
                for window in windows(paste.folded, block):
                    for pattern in patterns:
                        found = fit(pattern, text, text.at(window[0]), text.at(window[1]))
                        if found and self._is_message(paste, claims, pattern, found, whole=window == block):
                            yield self._exact_hit(paste, claims, pattern, found, window)

    def _is_message(self, paste: Paste, claims: Claims, pattern: Pattern, found: Fit, *, whole: bool) -> bool:
        """Little text, or a part of what stands there, is believed only with the type that belongs to it."""
        if not found.cased and paste.plain and len(find_words(paste.folded)) == 1:
            return False
        if claims.types & self._register.traits[pattern.entry].types:
            return True
        return pattern.size >= (_FEW if whole else _PART)

    def _exact_hit(self, paste: Paste, claims: Claims, pattern: Pattern, found: Fit, window: Span) -> _Hit:
        """A whole fit is only close if case or type differ, or if its text may have broken off."""
        traits = self._register.traits[pattern.entry]
        claims = self._register.narrow(claims, paste, window)
        depth = depth_at(paste.folded, window[0])
        broken = depth > 0 and not has_more(paste.folded, window[1])
        return _Hit(
            entry=pattern.entry,
            exact=found.cased and not broken and not claims.contradict(traits),
            ratio=1000,
            size=pattern.size,
            evidence=claims.weigh(traits),
            captures=_captures(paste, pattern, found.spans, depth),
        )

    def _near(self, paste: Paste, claims: Claims) -> Iterator[_Hit]:
        for block, words in blocks_of_words(paste):
            patterns = self._library.alike(words)
            own = self._register.narrow(claims, paste, block) if patterns else claims
            if own.foreign:
                continue
            last = not paste.plain and not has_more(paste.folded, block[1])
            for pattern in patterns:
                found = near(pattern, words, last=last)
                if found and is_close(pattern, found, plain=paste.plain and len(words) <= _FEW):
                    yield self._near_hit(paste, own, pattern, found, depth_at(paste.folded, block[0]))

    def _near_hit(self, paste: Paste, claims: Claims, pattern: Pattern, found: Near, depth: int) -> _Hit:
        captures = _captures(paste, pattern, found.spans, depth)
        return _Hit(
            entry=pattern.entry,
            exact=False,
            ratio=min(999, 1000 * found.matched // (pattern.weight + found.extra)),
            size=found.matched,
            evidence=claims.weigh(self._register.traits[pattern.entry]),
            captures={name: value for name, value in captures.items() if value},
        )

    def _told(self, paste: Paste, claims: Claims) -> list[_Hit]:
        """What type and class alone tell, in a body that describes nothing."""
        if paste.described or claims.foreign or (paste.plain and "." not in paste.folded):
            return []
        number = self._register.only_bearer(claims)
        if number is None:
            return []
        bare = not self._entries[number]["templates"]
        return [_Hit(number, bare, 1000 if bare else 500, 0, claims.weigh(self._register.traits[number]), {})]


def match_paste(index: Index, text: str) -> Outcome:
    """Tell what one text is; for many, keep a `Matcher`."""
    return Matcher(index).match(text)


def _best(hits: Iterator[_Hit]) -> list[_Hit]:
    """The best hit of each entry, the best entry first."""
    found: dict[int, _Hit] = {}
    for hit in hits:
        if hit.entry not in found or hit.rank > found[hit.entry].rank:
            found[hit.entry] = hit
    return sorted(found.values(), key=lambda hit: hit.rank, reverse=True)


def _captures(paste: Paste, pattern: Pattern, spans: tuple[Span, ...], depth: int) -> dict[str, str]:
    """The values as they were before escapes and wraps; of a name that occurs twice, the first."""
    values: dict[str, str] = {}
    for name, (start, end) in zip(pattern.names, spans, strict=True):
        values.setdefault(name, unescape(unwrap(paste.source[start:end]), depth))
    return values
