"""All words of templates, found by a part or despite a slip. Twin: `docs/assets/explorer/spelling.js`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

_SHORTEST = 5
"""Letters of the shortest word in which a slip is forgiven."""
_MOST = 24
"""Words that one part may stand for."""


class Spelling:
    """What is found costs no more than the length of the word asked for."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = sorted(words)
        self._mirrored = sorted(word[::-1] for word in self._words)
        self._without: dict[str, list[str]] = {}
        for word in self._words:
            if _may_slip(word):
                for text in (word, *_without_a_letter(word)):
                    self._without.setdefault(text, []).append(word)

    def completions(self, part: str) -> list[str]:
        """Words that begin or end with it."""
        ending = [word[::-1] for word in _beginning(self._mirrored, part[::-1])]
        return _beginning(self._words, part) + ending

    def correct(self, word: str) -> str:
        """The word that was meant, if a letter is missing, one too many, another, or before its neighbour."""
        if not _may_slip(word, _SHORTEST - 1):  # it may have lost one
            return word
        candidates = [
            known
            for text in (word, *_without_a_letter(word))
            for known in self._without.get(text, ())
            if _is_slip(word, known)
        ]
        return min(candidates, default=word)


def _beginning(words: list[str], text: str) -> list[str]:
    start = bisect_left(words, text)
    return [word for word in words[start : start + _MOST] if word.startswith(text)]


def _may_slip(word: str, shortest: int = _SHORTEST) -> bool:
    return len(word) >= shortest and word.isascii() and word.isalpha()


def _without_a_letter(word: str) -> list[str]:
    return [word[:place] + word[place + 1 :] for place in range(len(word))]


def _is_slip(word: str, known: str) -> bool:
    """They differ in one letter, or in the order of two neighbours."""
    start = 0
    while start < min(len(word), len(known)) and word[start] == known[start]:
        start += 1
    one, other = word[start:], known[start:]
    swapped = len(one) > 1 and one[:2] == other[1::-1] and one[2:] == other[2:]
    return one[1:] in {other, other[1:]} or one == other[1:] or swapped
