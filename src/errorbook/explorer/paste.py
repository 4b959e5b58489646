"""A pasted text, and what is read in it before any message. Twin: `docs/assets/explorer/paste.js`."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from errorbook.explorer.blocks import LONGEST, find_blocks
from errorbook.explorer.fields import Field, read_classes, read_descriptions, read_fields, read_statuses
from errorbook.explorer.text import SPACE, Span, fold_quotes

LONGEST_TEXT = 50_000
"""Characters of a text that is read whole; of a longer one the beginning and the end, half of them each."""
_SPECIAL = re.compile(r"[{}\[\]\"`:=<>|\\\r\n]")
_BLANK = re.compile(rf"[{SPACE}]")
_EDGE = " \t\r\n.…\"'`"
_DESCRIBES = re.compile(r"desc|message|msg|reason|detail")


@dataclass(frozen=True, slots=True)
class Paste:
    """A pasted text; `folded` has straight quotes, `blocks` are the places where messages may stand."""

    source: str
    folded: str
    blocks: tuple[Span, ...]
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

    def is_all(self, span: Span) -> bool:
        """Nothing stands around it but blanks and quotes."""
        return span[0] <= self.first and self.last <= span[1]

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
        around = self.fields_between(first, until)
        return tuple(field for field in around if not field.start <= start <= field.end)

    def fields_between(self, start: int, end: int) -> tuple[Field, ...]:
        """Those whose keys stand there."""
        return self.fields[_place_of(self.fields, start) : _place_of(self.fields, end)]


def read_paste(text: str) -> Paste:
    """Of an endless text its beginning and its end, so that no paste blocks a page."""
    if len(text) > LONGEST_TEXT:
        text = f"{text[: LONGEST_TEXT // 2]}\n{text[-LONGEST_TEXT // 2 :]}"
    folded = fold_quotes(text)
    fields = read_fields(folded)
    return Paste(
        source=text,
        folded=folded,
        blocks=find_blocks(folded),
        fields=fields,
        classes=read_classes(folded),
        statuses=read_statuses(folded, fields),
        descriptions=read_descriptions(folded, fields),
        plain=not _SPECIAL.search(folded.strip(" \t\r\n")),
        first=len(folded) - len(folded.lstrip(_EDGE)),
        last=len(folded.rstrip(_EDGE)),
    )


def _place_of(fields: tuple[Field, ...], place: int) -> int:
    return bisect_left(fields, place, key=lambda field: field.place)
