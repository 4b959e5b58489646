"""All templates, and which of them a stretch of text may hold. Twin: `docs/assets/explorer/match.js`."""

from __future__ import annotations

from collections.abc import Mapping

from errorbook.explorer.fit import Span
from errorbook.explorer.index import Entry
from errorbook.explorer.pattern import Pattern, build_pattern
from errorbook.explorer.text import Word, find_words, join_lines

_ALIKE = 8
"""Templates compared word by word with one stretch, and the weight from which they are."""
_RARE = 50
"""Templates that may share a word for it to count, or a twentieth of all."""


class Library:
    """Postings of each template's rarest word find what may fit, those of all words what is alike."""

    def __init__(self, entries: list[Entry]) -> None:
        self._patterns = [
            build_pattern(number, template["literals"], template["names"])
            for number, entry in enumerate(entries)
            for template in entry["templates"]
        ]
        self._postings = _build_postings(self._patterns)
        self._anchored, self._loose = _build_anchors(self._patterns, self._postings)
        self._common = max(_RARE, len(self._patterns) // 20)

    def candidates(self, folded: str, block: Span) -> list[Pattern]:
        """Templates whose rarest word stands in the block, be it broken by the end of a line."""
        stretch = folded[slice(*block)]
        words = {word.text: None for word in find_words(stretch)}
        if "\n" in stretch:
            words |= {word.text: None for word in find_words(join_lines(stretch))}
        found = [self._patterns[number] for word in words for number in self._anchored.get(word, ())]
        return found + [self._patterns[number] for number in self._loose]

    def alike(self, words: list[Word]) -> list[Pattern]:
        """Templates with most in common with a text, by the length of the words that are not everywhere."""
        weights: dict[int, int] = {}
        for word in dict.fromkeys(word.text for word in words):
            numbers = self._postings.get(word, [])
            for number in numbers if len(numbers) <= self._common else []:
                weights[number] = weights.get(number, 0) + len(word)
        ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
        return [self._patterns[number] for number, weight in ranked[:_ALIKE] if weight >= _ALIKE]


def _build_postings(patterns: list[Pattern]) -> dict[str, list[int]]:
    postings: dict[str, list[int]] = {}
    for number, pattern in enumerate(patterns):
        for step in dict.fromkeys(pattern.steps):
            if step is not None:
                postings.setdefault(step, []).append(number)
    return postings


def _build_anchors(
    patterns: list[Pattern], postings: Mapping[str, list[int]]
) -> tuple[dict[str, list[int]], list[int]]:
    """Each template under its rarest word, the longest of several; those without one must always be tried."""
    anchored: dict[str, list[int]] = {}
    loose: list[int] = []
    for number, pattern in enumerate(patterns):
        if pattern.safe:
            word = min(pattern.safe, key=lambda word: (len(postings[word]), -len(word)))
            anchored.setdefault(word, []).append(number)
        else:
            loose.append(number)
    return anchored, loose
