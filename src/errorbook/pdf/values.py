"""What the template reads: JSON, with every text taken apart as far as setting it needs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, pairwise

from errorbook.inline import Piece, Span
from errorbook.pdf.wrap import Line, wrap_code

Json = str | int | bool | Sequence["Json"] | Mapping[str, "Json"]

_MESSAGE_COLUMNS = 84
"""Messages are set larger than code."""
_LONG_WORD = re.compile(r"[!-~]{25,}")
_SYLLABLE = re.compile(r"[!-~]{1,24}?(?:[-./_:?&=,]|(?<=[a-z])(?=[A-Z]))|[!-~]{1,24}")


def build_soft(text: str) -> list[str]:
    """The text in parts between which a line may end: long words have no other place for it."""
    parts, start = [], 0
    for word in _LONG_WORD.finditer(text):
        parts += [text[start : word.start()], *_SYLLABLE.findall(word[0])]
        start = word.end()
    return [part for part in [*parts, text[start:]] if part]


def build_spans(spans: Iterable[Span]) -> list[Json]:
    return [{"style": s.style, "href": s.href, "pieces": build_pieces(s.pieces)} for s in spans]


def build_pieces(pieces: Iterable[Piece]) -> list[Json]:
    """Soft texts, each with whether it is a value that varies."""
    return [{"text": build_soft(piece.text), "value": bool(piece.placeholder)} for piece in pieces]


def build_template(pieces: Iterable[Piece]) -> list[Json]:
    """The same with the names of the placeholders in place of their values."""
    return build_pieces(
        Piece(f"{{{p.placeholder}}}" if p.placeholder else p.text, p.placeholder) for p in pieces
    )


def build_message(pieces: Sequence[Piece]) -> list[Json]:
    """A message as code in which the values that vary are marked."""
    ends = accumulate((len(piece.text) for piece in pieces), initial=0)
    marked = [edges for piece, edges in zip(pieces, pairwise(ends), strict=True) if piece.placeholder]
    text = "".join(piece.text for piece in pieces)
    return build_code(wrap_code(text, marked, columns=_MESSAGE_COLUMNS))


def build_code(lines: Iterable[Line]) -> list[Json]:
    return [
        {
            "continued": line.continued,
            "segments": [{"text": segment.text, "marked": segment.marked} for segment in line.segments],
        }
        for line in lines
    ]
