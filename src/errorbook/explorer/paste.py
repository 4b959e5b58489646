"""Where in a paste messages may stand, and what its fields say. Twin: `docs/assets/explorer/paste.js`."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from errorbook.explorer.text import SPACE, Word, find_words, fold_quotes, lower

LONGEST = 4000
"""Characters of the longest stretch that is tried as one message."""
_END = 12000
_STARTS = 24
_STOPS = 96
_NEXT_STOPS = 4
_SIGNS = 5
"""Separators of a stretch, and those behind one place, at which a message may begin or end."""
_MOST_WORDS = 200
"""Words of a stretch, and stretches of a paste, that are compared word by word."""
_MOST_BLOCKS = 400
_LONG_WORD = 12
"""Letters of a word that may be a part of a message by itself."""

_QUOTE = re.compile(r"[\"'`]")
_CLOSES = re.compile(r"[ \t]*(?:[,:;}\])|<\\\r\n]|=>|$)")
_BETWEEN = re.compile(r"[ \t]*(?:[,:;}\])]|=>)")
_LINE = re.compile(r"[^\r\n]+")
_CJK = "\u2e80-\u2fff\u3040-\u9fff\uff66-\uffef"
_CJK_SIGNS = "\u3000-\u303f\uff00-\uff65"
_START = re.compile(
    rf"(?:=>|[:=|>(\t「『《（：，]|[-\u2013\u2014*#] |\][ ]|[{_CJK}](?=[ A-Za-z0-9]))"
    rf"[{SPACE}]*(?:\\*[\"'`])?",
)
_STOP = re.compile(
    rf"[{SPACE}](?:\([a-z]{{0,9}}[ =:]{{0,2}}[0-9]|[A-Za-z_][A-Za-z0-9_.]*(?:=|:[^{SPACE}]))"
    rf"|&[A-Za-z_]+=|[|<\t\"`]|[{_CJK}]+|[{_CJK_SIGNS}]"
)
_TAIL = re.compile(rf"[{SPACE},;.…\"'`\\}}\])]")
_FIELD = re.compile(
    r"(?:^|[ \t\r\n\[{,(\"'`&?<])([A-Za-z_][A-Za-z0-9_.-]{0,60})\\*[\"'`]?\]?[ \t\r\n]*(?:=>|[:=])[ \t\r\n]*"
    r"(?:(?:string\([0-9]+\) )?\\*[\"'`]([^\"'`\\\r\n]*)|([^ \t\r\n,;\"'`}\]\\]+))"
)
_PRINTED = re.compile(r"\[([A-Za-z_][A-Za-z0-9_.-]{0,60})\] => ([^\r\n]*[^ \t\r\n])")
"""As PHP prints an array: what has blanks has no quotes either."""
_NAME = re.compile(r"[A-Za-z0-9_.$]+")
_HTTP = re.compile(r"HTTP/[0-9.]+ +([1-5][0-9][0-9])(?![0-9])")
_CODE = re.compile(r"(?:^|[^A-Za-z0-9_.-])([45][0-9][0-9])(?![A-Za-z0-9_.-])")
_SPECIAL = re.compile(r"[{}\[\]\"`:=<>|\\\r\n]")
_TYPE = re.compile(r"[A-Za-z][A-Za-z0-9_.]*")
_NOTHING = re.compile("[ \\t\\r\\n.…]*")
_OWN = "errordescription"
_OWN_ELEMENT = re.compile("<error_?[dD]escription>")
_BLANK = re.compile(rf"[{SPACE}]")
_EDGE = " \t\r\n.…\"'`"
_OPENED = re.compile(
    r"(?:[|>「『\"'`\u4e00-\u9fff]|"
    r"(?:desc(?:ription)?|message|msg|reason|detail|exception|error)\\*[\"'`\]]?[ \t]*(?:=>|[:=]))$",
    re.IGNORECASE,
)
_CLOSED = re.compile(rf"[{SPACE}.,;!]*(?:[|<」』\"'`)\]}}\r\n{_CJK_SIGNS}]|$|[A-Za-z_]+[=:])")
_LINE_END = re.compile(r"[ \t.,;!]*(?:[\r\n]|$)")
_DESCRIBES = re.compile(r"desc|message|msg|reason|detail")


@dataclass(frozen=True, slots=True)
class Field:
    """`key` in lower-case letters only; `quoted` values end where their quotes do, others at a blank."""

    key: str
    value: str
    quoted: bool
    place: int
    """Where its key stands."""
    end: int

    @property
    def start(self) -> int:
        """Where its value begins."""
        return self.end - len(self.value)

    @property
    def declares(self) -> bool:
        """It is the field `error` with an identifier for value."""
        return (
            self.key == "error" and bool(_TYPE.fullmatch(self.value)) and (self.quoted or "_" in self.value)
        )


@dataclass(frozen=True, slots=True)
class Paste:
    """A pasted text; `folded` has straight quotes, `blocks` are the places where messages may stand."""

    source: str
    folded: str
    blocks: tuple[tuple[int, int], ...]
    fields: tuple[Field, ...]
    classes: frozenset[str]
    """What may be names of exception classes, without their packages."""
    statuses: frozenset[int]
    descriptions: frozenset[int]
    """Where the values of fields `error_description` begin: by that name we know the service."""
    plain: bool
    """Nothing but words on one line: more likely typed than pasted."""
    first: int
    last: int
    """Where all that is not blank, quote or dots begins and ends."""

    def is_all(self, span: tuple[int, int]) -> bool:
        """Nothing stands around it but blanks and quotes."""
        return span[0] <= self.first and self.last <= span[1]

    def is_set_off(self, start: int, end: int) -> bool:
        """A table's cell, a quotation, what a describing field says, or the last words of a line in a log."""
        before = self.folded[max(0, start - 40) : start].rstrip(" \t")
        if not before or _OPENED.search(before):
            return bool(_CLOSED.match(self.folded, end))
        return before[-1] in ":]*-" and bool(_LINE_END.match(self.folded, end))

    @property
    def word(self) -> bool:
        """A single word, more likely one to search for."""
        return self.plain and not _BLANK.search(self.folded, self.first, self.last)

    @property
    def described(self) -> bool:
        """A field holds a text that should have been recognised."""
        return any(_DESCRIBES.search(field.key) and field.value for field in self.fields)

    def fields_around(self, start: int, end: int) -> tuple[Field, ...]:
        """Those of the same object: no brace closes between them and the text from `start` to `end`.

        A field whose value begins with that text or holds it says nothing about it.
        """
        first = self.folded.rfind("}", max(0, start - LONGEST), start) + 1 or max(0, start - LONGEST)
        last = self.folded.find("}", end, end + LONGEST)
        until = last if last >= 0 else end + LONGEST
        around = self.fields[_place_of(self.fields, first) : _place_of(self.fields, until)]
        return tuple(field for field in around if not field.start <= start <= field.end)


def read_paste(text: str) -> Paste:
    """Of an endless text its beginning and its end, so that no paste blocks a page."""
    if len(text) > 2 * _END:
        text = f"{text[:_END]}\n{text[-_END:]}"
    folded = fold_quotes(text)
    fields = tuple(_fields(folded))
    return Paste(
        source=text,
        folded=folded,
        blocks=tuple(dict.fromkeys(_blocks(folded))),
        fields=fields,
        classes=frozenset(short_name(match[0]) for match in _NAME.finditer(folded)),
        statuses=_statuses(folded, fields),
        descriptions=frozenset(
            [field.start for field in fields if field.key == _OWN]
            + [match.end() for match in _OWN_ELEMENT.finditer(folded)]
        ),
        plain=not _SPECIAL.search(folded.strip(" \t\r\n")),
        first=len(folded) - len(folded.lstrip(_EDGE)),
        last=len(folded.rstrip(_EDGE)),
    )


def windows(folded: str, block: tuple[int, int]) -> list[tuple[int, int]]:
    """Stretches of a block that may be a message: from its start or a separator, to its end or a stop."""
    start, end = block
    starts = [start, *(match.end() for match in islice(_START.finditer(folded, start, end), _STARTS - 1))]
    stops = [match.start() for match in islice(_STOP.finditer(folded, start, end), _STOPS)]
    found: dict[tuple[int, int], None] = {}
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
    return (start - 1 - _before_backslashes(folded, start - 1)).bit_length() + 1


def has_more(folded: str, end: int) -> bool:
    """Something follows that closes the message or comes after it."""
    return not _NOTHING.fullmatch(folded, end)


def blocks_of_words(paste: Paste) -> Iterator[tuple[tuple[int, int], list[Word]]]:
    """Blocks with something to compare, each text once, and not all of an endless log."""
    seen: set[tuple[str, ...]] = set()
    for block in paste.blocks:
        words = find_words(paste.folded, *block)
        key = tuple(word.text for word in words)
        enough = len(words) > 1 or (len(words) == 1 and words[0].weight >= _LONG_WORD)
        if enough and len(words) <= _MOST_WORDS and key not in seen and len(seen) < _MOST_BLOCKS:
            seen.add(key)
            yield block, words


def short_name(name: str) -> str:
    """`SecurityException` of `org.apache.usergrid.rest.exceptions.SecurityException`."""
    return name.rstrip(".").rpartition(".")[2]


def _before_backslashes(folded: str, place: int) -> int:
    while folded[place - 1 : place] == "\\":
        place -= 1
    return place


def _trims(folded: str, start: int, end: int) -> Iterator[int]:
    """Ends with less and less of the signs that stand there, of which some may belong to the message."""
    for _ in range(_SIGNS):
        end = _before_backslashes(folded, end)
        if start < end:
            yield end
        if end <= start or not _TAIL.match(folded, end - 1):
            return
        end -= 1


def _blocks(folded: str) -> Iterator[tuple[int, int]]:
    yield from _quoted(folded)
    for line in _LINE.finditer(folded):
        if len(line[0]) <= LONGEST:
            yield line.span()
    if len(folded) <= LONGEST:
        yield 0, len(folded)


def _quoted(folded: str) -> Iterator[tuple[int, int]]:
    """Between a quote and the next of its kind, and the next that closes something; or the end."""
    following: dict[str, int] = {}
    closing: dict[str, int] = {}
    found: list[tuple[int, int]] = []
    for quote in reversed(list(_QUOTE.finditer(folded))):
        start = quote.end()
        before = _before_backslashes(folded, quote.start())
        kind = folded[before:start]
        ends = {following.get(kind, len(folded)), closing.get(kind, len(folded))}
        if not _BETWEEN.match(folded, start) and not folded.startswith(quote[0], start):
            found += [(start, end) for end in sorted(ends) if start < end <= start + LONGEST]
        following[kind] = before
        if _CLOSES.match(folded, start):
            closing[kind] = before
    yield from reversed(found)


def _place_of(fields: tuple[Field, ...], place: int) -> int:
    return bisect_left(fields, place, key=lambda field: field.place)


def _fields(folded: str) -> list[Field]:
    """By their places."""
    fields = [
        Field(_key(match[1]), match[3] or match[2] or "", match[3] is None, match.start(1), match.end())
        for match in _FIELD.finditer(folded)
    ]
    fields += [
        Field(_key(match[1]), match[2], quoted=False, place=match.start(1), end=match.end())
        for match in _PRINTED.finditer(folded)
    ]
    return sorted(fields, key=lambda field: field.place)


def _key(name: str) -> str:
    return re.sub("[^a-z]", "", lower(name))


def _statuses(folded: str, fields: tuple[Field, ...]) -> frozenset[int]:
    """Those said to be one; else every number that could be one of an error."""
    told = {int(match[1]) for match in _HTTP.finditer(folded)}
    for field in fields:
        if ("status" in field.key or "code" in field.key) and re.fullmatch("[1-5][0-9][0-9]", field.value):
            told.add(int(field.value))
    return frozenset(told or {int(match[1]) for match in _CODE.finditer(folded)})
