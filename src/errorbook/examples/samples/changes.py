"""What differs between two samples, as calm stretches rather than single characters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

Ranges = tuple[tuple[int, int], ...]

_TOKEN = re.compile(r"\{\{.+?\}\}|\$\w+|%[0-9A-Fa-f]{2}|\w+(?:[-.]\w+)*|\"\"|\s+|[^\w\s]")
_GLUE = re.compile(r"[\\,'\"()\[\]{}]+")
_LINE = re.compile(r".*\n?")
_CALM = 10
"""Characters: marks on one line that stand closer are joined."""


def changed_ranges(before: str, after: str) -> tuple[Ranges, Ranges]:
    """The character ranges of each text that the other one has not, or has otherwise."""
    ours: list[tuple[int, int]] = []
    theirs: list[tuple[int, int]] = []
    for a_start, a_end, b_start, b_end in _differences(_LINE, before, after):
        inner = _differences(_TOKEN, before[a_start:a_end], after[b_start:b_end])
        for a, a_to, b, b_to in inner:
            ours.append((a_start + a, a_start + a_to))
            theirs.append((b_start + b, b_start + b_to))
    return _settle(before, ours), _settle(after, theirs)


def _differences(unit: re.Pattern[str], before: str, after: str) -> Iterator[tuple[int, int, int, int]]:
    """Where texts differ, compared unit by unit: start and end in each."""
    a, b = unit.findall(before), unit.findall(after)
    a_at, b_at = _offsets(a), _offsets(b)
    for tag, a_start, a_end, b_start, b_end in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag != "equal":
            yield a_at[a_start], a_at[a_end], b_at[b_start], b_at[b_end]


def _offsets(pieces: list[str]) -> list[int]:
    offsets = [0]
    for piece in pieces:
        offsets.append(offsets[-1] + len(piece))
    return offsets


def _settle(text: str, ranges: Iterable[tuple[int, int]]) -> Ranges:
    """Cut at line ends, free of blanks at either end, joined where close; mere glue only if alone."""
    joined: list[tuple[int, int]] = []
    for start, end in (piece for span in ranges for piece in _trim(text, *span)):
        close = joined and start - joined[-1][1] < _CALM and "\n" not in text[joined[-1][1] : start]
        joined.append((joined.pop()[0] if close else start, end))
    telling = tuple(span for span in joined if not _GLUE.fullmatch(text, *span))
    return telling or tuple(joined)


def _trim(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for line in re.finditer(r"\S(?:.*\S)?", text[start:end]):
        yield start + line.start(), start + line.end()
