"""What a paste may be: entries that fit it, how well, and why. Twin: `docs/assets/explorer/hits.js`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from errorbook.explorer.claims import Reason, weigh
from errorbook.explorer.paste import Paste
from errorbook.explorer.pattern import Pattern
from errorbook.explorer.text import Span, unescape, unwrap

_CONTRADICTION = 200


@dataclass(frozen=True, slots=True)
class Hit:
    """How an entry fits: thousandths of its message, what of it is there, and what else agrees."""

    entry: int
    exact: bool
    ratio: int
    size: int
    because: tuple[Reason, ...]
    contradicted: bool
    """The paste declares a type that the entry does not have."""
    captures: Mapping[str, str]
    held: int = 0
    """Characters in the values, 0 if quotes say where they end: the fewer, the more the template says."""

    @property
    def score(self) -> int:
        """In thousandths."""
        message = 900 if self.exact else 800 * self.ratio // 1000 - _CONTRADICTION * self.contradicted
        return max(1, message + weigh(self.because))

    @property
    def rank(self) -> tuple[bool, int, int, int, int, int]:
        """Of whole messages the longer one, whatever else agrees."""
        evidence = weigh(self.because)
        return self.exact, 0 if self.exact else self.score, self.size, -self.held, evidence, -self.entry

    @property
    def fullness(self) -> tuple[tuple[bool, int, int], int, tuple[int, ...]]:
        """Of two readings of one entry, that which finds more of its values."""
        return self.rank[:3], sum(map(bool, self.captures.values())), self.rank


def best_hits(hits: Iterable[Hit]) -> list[Hit]:
    """The best hit of each entry, the best entry first."""
    found: dict[int, Hit] = {}
    for hit in hits:
        if hit.entry not in found or hit.fullness > found[hit.entry].fullness:
            found[hit.entry] = hit
    return sorted(found.values(), key=lambda hit: hit.rank, reverse=True)


def read_captures(paste: Paste, pattern: Pattern, spans: tuple[Span, ...], depth: int) -> dict[str, str]:
    """The values as they were before escapes and wraps; of a name that occurs twice, the first."""
    values: dict[str, str] = {}
    for name, (start, end) in zip(pattern.names, spans, strict=True):
        values.setdefault(name, unescape(unwrap(paste.source[start:end]), depth))
    return values
