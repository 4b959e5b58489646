"""The book without network: `errors-zh.pdf` and `errors-en.pdf`."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from errorbook.pdf.compile import GlyphError, TypesettingError, compile_pdf
from errorbook.pdf.data import build_data
from errorbook.views.records import Book

__all__ = ["GlyphError", "TypesettingError", "render_pdf", "write_pdf"]


def write_pdf(book: Book, path: Path, *, title: str, timestamp: int) -> None:
    """Write the book to `path`; the same input gives the same bytes. Raises TypesettingError."""
    path.write_bytes(render_pdf(book, title=title, timestamp=timestamp))


def render_pdf(book: Book, *, title: str, timestamp: int) -> bytes:
    """The finished file; `timestamp` (seconds since 1970, UTC) is the date it carries."""
    try:
        return compile_pdf(build_data(book, title, timestamp), timestamp)
    except GlyphError as exc:
        raise exc.found_in(_holders(book, exc.text)) from None


def _holders(book: Book, text: str) -> list[str]:
    """The errors that use `text`, so that a missing glyph can be found in the tables."""
    return [e.id for e in book.errors if text in json.dumps(asdict(e), ensure_ascii=False)]
