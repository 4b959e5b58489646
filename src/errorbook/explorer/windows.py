"""Where in a block a message may stand, and what is around it. Twin: `docs/assets/explorer/windows.js`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice

from errorbook.explorer.blocks import before_backslashes
from errorbook.explorer.text import SPACE, Span

_STARTS = 24
_STOPS = 96
_NEXT_STOPS = 4
_SIGNS = 5
"""Separators of a stretch, and those behind one place, at which a message may begin or end."""

_CJK = "\u2e80-\u2fff\u3040-\u9fff\uff66-\uffef"
_CJK_SIGNS = "\u3000-\u303f\uff00-\uff65"
_ASIDE = rf"\([a-z]{{0,9}}[{SPACE}=:]{{0,3}}[0-9]"
"""As in `(status 404)`."""
_START = re.compile(
    rf"(?:=>|[:=|>(\t\]*「『《（：，]|[-\u2013\u2014#/;%] |[45][0-9][0-9] |[A-Z]{{4}} "
    rf"|[{_CJK}](?=[ A-Za-z0-9]))"
    rf"[{SPACE}]*(?:\\*[\"'`])?",
)
_STOP = re.compile(
    rf"[{SPACE}](?:{_ASIDE}|[A-Za-z_][A-Za-z0-9_.]*(?:=|:[^{SPACE}]))"
    rf"|&[A-Za-z_]+=|;(?= )|,(?= [A-Za-z_]+(?:[:=]| [0-9]))|[.!?](?= )|[|<\t\"`*]|[{_CJK}]+|[{_CJK_SIGNS}]"
)
_TAIL = re.compile(rf"[{SPACE},;.!…\"'`\\}}\])*]")
_NOTHING = re.compile("[ \\t\\r\\n.…]*")
_OPENED = re.compile(
    r"(?:[|>(\t*「『（：\"'`\u4e00-\u9fff]|"
    r"(?:desc(?:ription)?|message|msg|reason|detail|exception|error)\\*[\"'`\]]?[ \t]*(?:=>|[:=]))$",
    re.IGNORECASE,
)
_CLOSED = re.compile(
    rf"[{SPACE}.,;!]*(?:[|<&*\t」』\"'`)\]}}\r\n{_CJK_SIGNS}\u4e00-\u9fff]|$|;[{SPACE}]|[A-Za-z_]+[=:]|{_ASIDE})"
)
_LED = re.compile(r"(?:[-:\]*#/;%]|[45][0-9][0-9])$")
_LINE_END = re.compile(rf"[{SPACE}.,;!]*(?:[)\]}}\r\n]|$|{_ASIDE})")


def windows(folded: str, block: Span) -> list[Span]:
    """Stretches of a block that may be a message: from its start or a separator, to its end or a stop."""
    start, end = block
    starts = [start, *(match.end() for match in islice(_START.finditer(folded, start, end), _STARTS - 1))]
    stops = [match.start() for match in islice(_STOP.finditer(folded, start, end), _STOPS)]
    found: dict[Span, None] = {}
    for begin in starts:
        after = bisect_right(stops, begin)
        for close in (end, *stops[after : after + _NEXT_STOPS]):
            for last in _trims(folded, begin, close):
                found[begin, last] = None
    return list(found)


def depth_at(folded: str, start: int) -> int:
    """How many layers of escapes lie on a message that starts here: none outside quotes."""
    if folded[start - 1 : start] not in ('"', "'", "`"):
        return 0
    return (start - 1 - before_backslashes(folded, start - 1)).bit_length() + 1


def has_more(folded: str, end: int) -> bool:
    """Something follows that closes the message or comes after it."""
    return not _NOTHING.fullmatch(folded, end)


def is_set_off(folded: str, span: Span) -> bool:
    """A table's cell, a quotation, what a describing field says, or the last words of a line in a log."""
    start, end = span
    before = folded[max(0, start - 40) : start].rstrip(" ")
    if not before or _OPENED.search(before):
        return bool(_CLOSED.match(folded, end))
    return bool(_LED.search(before) and _LINE_END.match(folded, end))


def _trims(folded: str, start: int, end: int) -> Iterator[int]:
    """Ends with less and less of the signs that stand there, of which some may belong to the message."""
    for _ in range(_SIGNS):
        end = before_backslashes(folded, end)
        if start < end:
            yield end
        if end <= start or not _TAIL.match(folded, end - 1):
            return
        end -= 1
