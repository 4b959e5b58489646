"""The nearest entries to a text that is none of them. Twin: `docs/assets/explorer/guess.js`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from errorbook.explorer.index import Index
from errorbook.explorer.paste import Paste
from errorbook.explorer.text import find_words, fold_quotes, lower

_WORDS = 40
_ALIKE = 500
"""Thousandths of likeness from which two words may mean the same."""


class Guesser:
    """The words of all entries; likeness is that of their pairs of neighbouring characters (Dice)."""

    def __init__(self, index: Index) -> None:
        self._entries = [_terms(fold_quotes(entry["words"])) for entry in index["errors"]]
        self._vocabulary: dict[str, list[int]] = {}
        for number, terms in enumerate(self._entries):
            for term in terms:
                self._vocabulary.setdefault(term, []).append(number)
        self._sizes = {term: len(_pairs(term)) for term in self._vocabulary}
        self._holders: dict[str, list[str]] = {}
        for term in self._vocabulary:
            for pair in _pairs(term):
                self._holders.setdefault(pair, []).append(term)

    def guess(self, paste: Paste, evidence: list[int]) -> list[tuple[int, int]]:
        """Entries and scores in thousandths, best first; `evidence` is added, entry by entry."""
        wanted = list(_terms(_said(paste)))[:_WORDS]
        sums = [0] * len(self._entries)
        for term in wanted:
            for number, likeness in self._likenesses(term).items():
                sums[number] += likeness
        scores = [
            (number, found // (2 * len(wanted)) + 3 * told)
            for number, (found, told) in enumerate(zip(sums, evidence, strict=True))
            if wanted and (found or told)
        ]
        return sorted(scores, key=lambda score: (-score[1], score[0]))

    def _likenesses(self, term: str) -> dict[int, int]:
        """The likest word of each entry; a word that many have says less."""
        found: dict[int, int] = {}
        for other, likeness in self._alike(term):
            numbers = self._vocabulary[other]
            rare = likeness * (len(self._entries) - len(numbers) + 1) // len(self._entries)
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


def _terms(text: str) -> dict[str, None]:
    """Words of two letters and more; of Chinese, each pair of characters that stand together."""
    words = find_words(lower(text))
    terms = {word.text: None for word in words if len(word.text) > 1}
    for word, following in pairwise(words):
        if len(word.text) == len(following.text) == 1 and word.end == following.start and word.text > "z":
            terms[word.text + following.text] = None
    return terms


def _pairs(term: str) -> frozenset[str]:
    if term > "z":  # two Chinese characters, already a pair
        return frozenset({term})
    padded = f"^{term}$"
    return frozenset(padded[place : place + 2] for place in range(len(padded) - 1))
