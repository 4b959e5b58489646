"""What a file is, by its first bytes, and its text. Twin: `docs/assets/explorer/triage/decode.js`."""

from __future__ import annotations

import codecs
import re
from typing import Literal

Kind = Literal["text", "packed", "binary"]

_PACKED = tuple(
    bytes.fromhex(magic) for magic in ("1f8b", "504b0304", "377abcaf", "fd377a58", "425a68", "28b52ffd")
)
"""gzip, zip, 7z, xz, bzip2, zstd."""
_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
_SAMPLE = 64 * 1024
"""Bytes that decide on the encoding, from the first that is not ASCII."""
_HEAD = 128 * 1024
_CONTROLS = bytes({*range(1, 32), 127} - set(b"\t\n\v\f\r\b\x1b"))
_FEW = 0.01
"""The share of control characters that a text with holes may have."""


def find_kind(data: bytes) -> Kind:
    """A crash leaves holes of NULs in a log; what else is there tells it from a program or a picture."""
    if data.startswith(_PACKED):
        return "packed"
    head = data.lstrip(b"\0")[:_HEAD]
    if b"\0" not in data[:_HEAD] or data.startswith(_MARKS):
        return "text"
    said = head.replace(b"\0", b"")
    controls = len(said) - len(said.translate(None, _CONTROLS))
    return "text" if said and controls <= _FEW * len(said) else "binary"


def decode(data: bytes) -> str:
    """UTF-16 by its mark. Else UTF-8; but where the first text beyond ASCII is GB 18030 only, that."""
    if data.startswith(_MARKS):
        return data.decode("utf-16", "replace")
    found = _BEYOND_ASCII.search(data)
    beyond = found.start() if found else len(data)
    sample = data[beyond : beyond + _SAMPLE]
    whole = len(data) - beyond < _SAMPLE
    names = (name for name in ("utf-8", "gb18030") if _is_in(name, sample, whole=whole))
    text = data.decode(next(names, "utf-8"), "replace")
    return text.removeprefix("\ufeff").replace("\0", "")


def _is_in(encoding: str, data: bytes, *, whole: bool) -> bool:
    try:
        codecs.getincrementaldecoder(encoding)().decode(data, whole)
    except UnicodeDecodeError:
        return False
    return True
