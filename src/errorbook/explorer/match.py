"""Which error does a pasted text hold? Twin: `docs/assets/explorer/match.js`.

The message decides, then the error type, then the exception class, then the status.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from errorbook.explorer.blocks import LONGEST
from errorbook.explorer.cases import tell_case
from errorbook.explorer.claims import Reading, Reason, Register
from errorbook.explorer.guess import Guesser
from errorbook.explorer.hits import Hit, best_hits
from errorbook.explorer.index import Index
from errorbook.explorer.library import Library
from errorbook.explorer.partial import PartialFinder
from errorbook.explorer.paste import LONGEST_TEXT, Paste, read_paste
from errorbook.explorer.text import undress
from errorbook.explorer.whole import WholeFinder

Match = Literal["exact", "close", "none"]

_RESULTS = 10
_GUESSES = 5


@dataclass(frozen=True, slots=True)
class Result:
    """An error found or guessed; `case` is there if the error has several and the paste shows which."""

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


class Matcher:
    """An index made ready to be searched many times."""

    def __init__(self, index: Index) -> None:
        self._entries = index["errors"]
        self._register = Register(self._entries)
        self._guesser = Guesser(index)
        library = Library(self._entries)
        self._whole = WholeFinder(self._register, library)
        self._partial = PartialFinder(self._register, library)

    def match(self, text: str) -> Outcome:
        """Tell what a text is; words that are no message at all give `none`, too."""
        found = self.find(text)
        return Outcome("none", self.guess(text)) if found.match == "none" else found

    def find(self, text: str) -> Outcome:
        """The same without guesses; what was encoded for an address or a page is read once more without."""
        pastes = [read_paste(text)]
        hits, source = self._hits(pastes[0]), pastes[0].source
        if not (hits and hits[0].exact) and (bare := undress(source)) != source:
            pastes.append(read_paste(bare))
            hits = best_hits([*self._hits(pastes[1]), *hits])
        if not hits:
            return Outcome("none", ())
        return Outcome("exact" if hits[0].exact else "close", tuple(self._results(pastes, hits[:_RESULTS])))

    def guess(self, text: str) -> tuple[Result, ...]:
        """The nearest entries, for a text that is none."""
        paste = read_paste(text)
        claims = self._register.read(paste).claims
        reasons = [claims.agree(traits) for traits in self._register.traits]
        guesses = self._guesser.guess(paste, reasons)[:_GUESSES]
        return tuple(
            Result(self._entries[number]["id"], "", score / 1000, {}, reasons[number])
            for number, score in guesses
        )

    def _results(self, pastes: list[Paste], hits: list[Hit]) -> Iterator[Result]:
        """No score is above the one before: the longer of two whole fits comes first."""
        score = 1000
        for hit in hits:
            score = min(score, hit.score)
            entry = self._entries[hit.entry]
            told = (tell_case(paste, entry.get("cases", {})) for paste in pastes)
            case = next(filter(None, told), "")
            yield Result(entry["id"], case, score / 1000, hit.captures, hit.because)

    def _hits(self, paste: Paste) -> list[Hit]:
        """Whole messages; if none is beyond doubt, parts and what is alike; else what else is said."""
        reading = self._register.read(paste)
        hits = list(self._whole.find(reading))
        if not any(hit.exact for hit in hits):
            hits += self._partial.find(reading)
        return best_hits(hits or self._told(reading))

    def _told(self, reading: Reading) -> list[Hit]:
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
    """Tell what one text is, however long; for many, keep a `Matcher`."""
    matcher = Matcher(index)
    outcomes = [matcher.find(part) for part in _slices(text)]
    exact = [outcome for outcome in outcomes if outcome.match == "exact"]
    found: dict[str, Result] = {}
    for result in (result for outcome in exact or outcomes for result in outcome.results):
        if result.id not in found or result.score > found[result.id].score:
            found[result.id] = result
    if not found:
        return Outcome("none", matcher.guess(text))
    ranked = sorted(found.values(), key=lambda result: -result.score)
    return Outcome("exact" if exact else "close", tuple(ranked[:_RESULTS]))


def _slices(text: str) -> Iterator[str]:
    """Each can be read whole and begins with the end of the one before, where a message may be cut off."""
    for at in range(0, max(1, len(text) - LONGEST), LONGEST_TEXT - LONGEST):
        yield text[at : at + LONGEST_TEXT]
