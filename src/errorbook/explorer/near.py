"""Does a text nearly fit a template: damaged, cut, in other text? Twin: `docs/assets/explorer/near.js`."""

from __future__ import annotations

from dataclasses import dataclass

from errorbook.explorer.pattern import Pattern
from errorbook.explorer.text import Span, Word, weigh

_LONGEST_VALUE = 12
"""Words of a value in a message that fits only nearly."""
_LEAST_WORDS = 2


@dataclass(frozen=True, slots=True)
class Near:
    """A partial fit: characters of words that agree, foreign ones among them and around them."""

    matched: int
    extra: int
    around: int
    cut: int
    """Characters of the template's words up to where the text breaks off; 0 if it does not."""
    spans: tuple[Span, ...]


def near(pattern: Pattern, words: list[Word], *, last: bool) -> Near | None:
    """Align the words of a text with those of the template; with `last`, the text may break off."""
    path = _align(pattern, words, last=last)
    hits = [(step, word) for step, word in path if pattern.steps[step] is not None]
    if len(hits) < _LEAST_WORDS:
        return None
    first, final = hits[0][1], hits[-1][1]
    held = [_held(path, step) for step, text in enumerate(pattern.steps) if text is None]
    if any(len(value) > _LONGEST_VALUE for value in held):
        return None
    taken = {word for _, word in path}
    return Near(
        matched=sum(words[word].weight for _, word in hits),
        extra=sum(words[j].weight for j in range(first, final) if j not in taken),
        around=sum(w.weight for j, w in enumerate(words) if (j < first or j > final) and j not in taken),
        cut=_reach(pattern, path[-1][0]) if last and path[-1][1] == len(words) - 1 else 0,
        spans=tuple(
            (words[value[0]].start, words[value[-1]].end) if value and clear else (0, 0)
            for value, clear in zip(held, _clear(pattern), strict=True)
        ),
    )


def _align(pattern: Pattern, words: list[Word], *, last: bool) -> list[tuple[int, int]]:
    """The best pairs of (step, word): equal words count, foreign ones between them against it."""
    table = _table(pattern, words, last=last)
    i, j = len(pattern.steps), _best_end(pattern, table[-1])
    path: list[tuple[int, int]] = []
    while i and j:
        if table[i][j] == table[i - 1][j]:
            i -= 1
            continue
        step = pattern.steps[i - 1]
        if step is None:
            path.append((i - 1, j - 1))
        elif _agree(step, words[j - 1], last=last and j == len(words)) and (
            table[i][j] == table[i - 1][j - 1] + words[j - 1].weight
        ):
            path.append((i - 1, j - 1))
            i -= 1
        j -= 1
    return path[::-1]


def _best_end(pattern: Pattern, row: list[int]) -> int:
    """Words behind the message are left out, unless a value at its end may take them."""
    return len(row) - 1 if pattern.steps[-1] is None else row.index(max(row))


def _table(pattern: Pattern, words: list[Word], *, last: bool) -> list[list[int]]:
    table = [[0] * (len(words) + 1)]
    for step in pattern.steps:
        above, row = table[-1], [0]
        for j, word in enumerate(words):
            if step is None:
                row.append(max(above[j + 1], row[j]))
                continue
            agreed = above[j] + word.weight if _agree(step, word, last=last and j + 1 == len(words)) else 0
            row.append(max(above[j + 1], row[j] - word.weight, agreed))
        table.append(row)
    return table


def _agree(step: str, word: Word, *, last: bool) -> bool:
    return step == word.text or (last and len(word.text) > 1 and step.startswith(word.text))


def _held(path: list[tuple[int, int]], step: int) -> list[int]:
    """The words that a value takes."""
    return [word for other, word in path if other == step]


def _clear(pattern: Pattern) -> list[bool]:
    """Of each value, whether words part it from its neighbours: else nobody knows where it ends."""
    steps = ("", *pattern.steps, "")
    return [
        steps[number - 1] is not None and steps[number + 1] is not None
        for number, step in enumerate(steps)
        if step is None
    ]


def _reach(pattern: Pattern, step: int) -> int:
    """Characters of the words up to a step."""
    return sum(weigh(text) for text in pattern.steps[: step + 1] if text)
