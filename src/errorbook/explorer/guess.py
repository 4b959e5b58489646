"""The nearest entries to a text that is none of them. Twin: `docs/assets/explorer/guess.js`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

from errorbook.explorer.claims import Reason, weigh
from errorbook.explorer.index import Index, wire_of
from errorbook.explorer.paste import Paste
from errorbook.explorer.text import find_words, fold_quotes, lower

_WORDS = 40
_ALIKE = 500
"""Thousandths of likeness from which two words may mean the same."""
_WHOLE = 1000
_TELLING = 100
"""Thousandths of a guess that says something."""
_LATIN = 4
"""Chinese characters that a word in Latin letters outweighs."""
_NEGATIONS = frozenset("不没未无")
_IN_CAUSE = 4
"""How many times less a word counts in the prose of causes than in titles, names and messages."""


class Guesser:
    """What is said, against the words of all entries, and once more against their titles alone."""

    def __init__(self, index: Index) -> None:
        words = [entry["words"] for entry in index["errors"]]
        self._names = _Lexicon(f"{entry['words']['title']}\n{wire_of(entry)}" for entry in index["errors"])
        self._causes = _Lexicon(each["cause"] for each in words)
        self._titles = [frozenset(_units(each["title"])) for each in words]

    def guess(self, paste: Paste, reasons: list[tuple[Reason, ...]]) -> list[tuple[int, int]]:
        """Entries and scores in thousandths, best first; `reasons` are what else agrees, entry by entry."""
        said = lower(_said(paste))
        wanted = list(islice(_weigh(said).items(), _WORDS))
        if not wanted:
            return []
        sums = self._likenesses(wanted)
        leads = self._leads(_units(said))
        scores = [
            min(_WHOLE, found // (2 * len(wanted)) + 3 * told + 3 * lead // 10)
            for found, told, lead in zip(sums, map(weigh, reasons), leads, strict=True)
        ]
        telling = [(number, score) for number, score in enumerate(scores) if score >= _TELLING]
        return sorted(telling, key=lambda one: (-one[1], one[0]))

    def _likenesses(self, wanted: list[tuple[str, int]]) -> list[int]:
        sums = [0] * len(self._titles)
        for term, weight in wanted:
            found = self._names.likenesses(term)
            for number, likeness in self._causes.likenesses(term).items():
                found[number] = max(found.get(number, 0), likeness // _IN_CAUSE)
            for number, likeness in found.items():
                sums[number] += likeness * weight // _WHOLE
        return sums

    def _leads(self, units: dict[str, int]) -> list[int]:
        """How much of the units each title has; halved where only one of the two says no."""
        total = max(1, sum(units.values()))
        negated = bool(_NEGATIONS & units.keys())
        shares = [_WHOLE * sum(units.get(unit, 0) for unit in title) // total for title in self._titles]
        return [
            share if bool(_NEGATIONS & title) == negated else share // 2
            for share, title in zip(shares, self._titles, strict=True)
        ]


class _Lexicon:
    """The words of all entries; likeness is that of their pairs of neighbouring characters (Dice)."""

    def __init__(self, texts: Iterable[str]) -> None:
        entries = [_weigh(fold_quotes(text)) for text in texts]
        self._count = len(entries)
        self._vocabulary: dict[str, list[int]] = {}
        for number, terms in enumerate(entries):
            for term in terms:
                self._vocabulary.setdefault(term, []).append(number)
        self._sizes = {term: len(_pairs(term)) for term in self._vocabulary}
        self._holders: dict[str, list[str]] = {}
        for term in self._vocabulary:
            for pair in _pairs(term):
                self._holders.setdefault(pair, []).append(term)

    def likenesses(self, term: str) -> dict[int, int]:
        """The likest word of each entry; a word that many have says less."""
        found: dict[int, int] = {}
        for other, likeness in self._alike(term):
            numbers = self._vocabulary[other]
            rare = likeness * (self._count - len(numbers) + 1) // self._count
            for number in numbers:
                found[number] = max(found.get(number, 0), rare)
        return found

    def _alike(self, term: str) -> Iterator[tuple[str, int]]:
        """Known words and their likeness in thousandths."""
        own = _pairs(term)
        common = Counter(other for pair in own for other in self._holders.get(pair, ()))
        for other, count in common.items():
            likeness = 2000 * count // (len(own) + self._sizes[other])
            if likeness >= _ALIKE:
                yield other, likeness


def _said(paste: Paste) -> str:
    """The values of the fields, not their keys, which every response has."""
    return "\n".join(field.value for field in paste.fields) or paste.folded


def _weigh(text: str) -> dict[str, int]:
    """Words of two letters and more, in thousandths; of Chinese, each pair of characters that stand together.

    Chinese names the thing first and then what is wrong with it, so the first pairs weigh more.
    """
    terms = {word.text: _WHOLE for word in find_words(lower(text)) if len(word.text) > 1}
    for run in _runs(text):
        for place in range(len(run) - 1):
            terms.setdefault(run[place : place + 2], 2 * _WHOLE * (len(run) - 1 - place) // len(run))
    return terms


def _units(text: str) -> dict[str, int]:
    """Words in Latin letters, and Chinese characters, the first of a run with most weight."""
    units = dict.fromkeys((term for term in _weigh(text) if term.isascii()), _LATIN)
    for run in _runs(text):
        for place, char in enumerate(run):
            units[char] = units.get(char, 0) + len(run) - place
    return units


def _runs(text: str) -> list[str]:
    """Two and more Chinese characters that stand together."""
    runs: list[str] = []
    end = -1
    for word in find_words(text):
        if len(word.text) > 1 or word.text.isascii():
            continue
        if word.start == end:
            runs[-1] += word.text
        else:
            runs.append(word.text)
        end = word.end
    return [run for run in runs if len(run) > 1]


def _pairs(term: str) -> frozenset[str]:
    if not term.isascii():  # two Chinese characters, already a pair
        return frozenset({term})
    padded = f"^{term}$"
    return frozenset(padded[place : place + 2] for place in range(len(padded) - 1))
