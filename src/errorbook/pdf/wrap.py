"""Code cut into lines that fit the page, with the marked stretches kept.

Typst would break code only at blanks, and the zero-width blank that lets it break elsewhere would be copied.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

COLUMNS = 96
"""Columns across the page in the size of code."""

_WIDE = 1 / 0.602
"""A Chinese character is as wide as the font is high, a column 0.602 of it."""
_TAB = "    "
_INDENT = "    "
_ENDS = " ,;&"
"""After these a line that must be cut is cut best."""
_OPAQUE = re.compile(r"""'[^']*'|"(?:\\.|[^"\\])*"|\\.|(?<!\S)\#[^\n]*""", re.DOTALL)
"""Where a backslash and a line break would change what the shell reads: quoted, escaped, a comment."""
_GAP = re.compile(r"(?<=\S) (?=\S)")

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Segment:
    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Line:
    """`continued`: cut off the line above, without a sign of it in the text."""

    segments: tuple[Segment, ...]
    continued: bool


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A part of the text that makes a line, with what the shell needs before and after it."""

    start: int
    end: int
    before: str = ""
    after: str = ""
    continued: bool = False


def wrap_code(
    text: str, marked: Sequence[Range] = (), *, columns: int = COLUMNS, backslashes: bool = False
) -> tuple[Line, ...]:
    """Lines of at most `columns`; `marked` are character ranges of `text`.

    With `backslashes` the text is of the shell, and long lines are broken by one where the meaning stays, so
    that a copy still runs.
    """
    gaps = _find_gaps(text) if backslashes else []
    lines, start = [], 0
    for line in text.split("\n"):
        stretches = _cut(text, (start, start + len(line)), columns, gaps)
        lines += [_build_line(text, stretch, marked) for stretch in stretches]
        start += len(line) + 1
    return tuple(lines)


def _find_gaps(text: str) -> list[int]:
    plain = _OPAQUE.sub(lambda found: re.sub(r"[^\n]", "x", found[0]), text)
    return [found.start() for found in _GAP.finditer(plain)]


def _cut(text: str, line: Range, columns: int, gaps: list[int]) -> Iterator[_Stretch]:
    start, end = line
    before, continued = "", False
    while (fits := _find_overflow(text, start, end, columns - len(before))) < end:
        if gap := _find_gap(text, (start, end), fits, columns, gaps):
            yield _Stretch(start, gap + 1, before, "\\", continued)
            start, before, continued = gap + 1, _INDENT, False
            continue
        halfway = (start + fits) // 2
        cut = next((place for place in range(fits, halfway, -1) if text[place - 1] in _ENDS), fits)
        yield _Stretch(start, cut, before, "", continued)
        start, before, continued = cut, "", True
    yield _Stretch(start, end, before, "", continued)


def _find_gap(text: str, line: Range, fits: int, columns: int, gaps: list[int]) -> int:
    """The last gap with a column left for the backslash; 0 if the word after it fits in no line anyway."""
    start, end = line
    reachable = [gap for gap in gaps if start < gap < fits - 1]
    if not reachable:
        return 0
    following = min((gap for gap in gaps if reachable[-1] < gap < end), default=end)
    word = reachable[-1] + 1
    return reachable[-1] if _find_overflow(text, word, following, columns - len(_INDENT)) == following else 0


def _find_overflow(text: str, start: int, end: int, columns: int) -> int:
    """The place of the first character that does not fit; `end` if all do."""
    used = 0.0
    for place in range(start, end):
        used += _width(text[place])
        if used > columns:
            return place
    return end


def _width(char: str) -> float:
    if char == "\t":
        return len(_TAB)
    return _WIDE if unicodedata.east_asian_width(char) in "WF" else 1


def _build_line(text: str, stretch: _Stretch, marked: Sequence[Range]) -> Line:
    before = [Segment(stretch.before, marked=False)] if stretch.before else []
    after = [Segment(stretch.after, marked=False)] if stretch.after else []
    return Line((*before, *_segments(text, stretch, marked), *after), stretch.continued)


def _segments(text: str, stretch: _Stretch, marked: Sequence[Range]) -> Iterator[Segment]:
    start, end = stretch.start, stretch.end
    edges = {min(max(edge, start), end) for edges in marked for edge in edges}
    for left, right in pairwise(sorted({start, end} | edges)):
        inside = any(first <= left and right <= last for first, last in marked)
        yield Segment(text[left:right].replace("\t", _TAB).replace("\r", ""), inside)
