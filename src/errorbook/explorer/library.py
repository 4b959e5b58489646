"""All templates, and which of them a stretch of text may hold. Twin: `docs/assets/explorer/library.js`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property

from errorbook.explorer.index import Entry
from errorbook.explorer.pattern import Pattern, build_pattern
from errorbook.explorer.spelling import Spelling
from errorbook.explorer.text import Span, Word, find_words, join_lines

_ALIKE = 24
_LEAST = 4
"""Templates compared with one stretch that is none of them, and the weight of what they share with it."""
_TORN = 8
"""Unknown words of a text that may be parts of words."""
_RARE = 100
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

    def correct(self, words: list[Word]) -> list[Word]:
        """Words that no template has, but for a slip, as the templates have them."""
        return [
            word if word.text in self._postings else replace(word, text=self._spelling.correct(word.text))
            for word in words
        ]

    def alike(self, words: list[Word]) -> list[tuple[Pattern, int]]:
        """Templates with most in common with a text, by the weight of the words that are not everywhere.

        Of a word at the edge of what is left, its beginning or end may be lost.
        """
        weights: dict[int, int] = {}
        for word, weight in self._terms(words).items():
            numbers = self._postings[word]
            for number in numbers if len(numbers) <= self._common else []:
                weights[number] = weights.get(number, 0) + weight
        ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
        return [(self._patterns[number], weight) for number, weight in ranked[:_ALIKE] if weight >= _LEAST]

    def _terms(self, words: list[Word]) -> dict[str, int]:
        """Known words that a text has, wholly or in part, and how much of them."""
        found = {word.text: word.weight for word in words if word.text in self._postings}
        unknown = [word.text for word in words if word.text not in self._postings and len(word.text) > 1]
        for part in dict.fromkeys(unknown[:1] + unknown[-_TORN:]):
            for word in self._spelling.completions(part):
                found[word] = max(found.get(word, 0), len(part))
        return found

    @cached_property
    def _spelling(self) -> Spelling:
        """Made when first needed."""
        return Spelling(self._postings)


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
