"""Typst makes the PDF, pikepdf packs it. Whatever Typst only warns of is refused here."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cache
from importlib import resources
from io import BytesIO
from pathlib import Path

import pikepdf
import typst

from errorbook.pdf.values import Json

_TEMPLATE = Path(__file__).with_name("book.typ")
_FAMILIES = ("Noto Sans CJK SC", "Noto Sans CJK KR", "DejaVu Sans Mono")
"""What `style.typ` sets text in."""
_STANDARDS: list[typst.PDFStandard] = ["ua-1", "a-2a"]
_NO_GLYPH = re.compile(r'error: the (?:PDF contains the codepoint|text) `"(?P<text>.+?)"`')
"""Characters of private use may have a glyph, but the standards forbid them."""
_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}")


class TypesettingError(Exception):
    """The PDF could not be made as it should be; says why in a sentence."""


class GlyphError(TypesettingError):
    """No font of the book can show `text`."""

    def __init__(self, text: str, holders: Sequence[str] = ()) -> None:
        codes = " ".join(f"U+{ord(char):04X}" for char in text)
        where = f" in {', '.join(holders)}" if holders else ""
        super().__init__(
            f"No font of the PDF can show {text!r} ({codes}){where}. Write it in other characters."
        )
        self.text = text

    def found_in(self, holders: Sequence[str]) -> GlyphError:
        """The same, naming the errors whose texts need mending."""
        return GlyphError(self.text, holders)


def compile_pdf(data: Json, timestamp: int) -> bytes:
    """Set `data` with the book's template and pack the result. Raises TypesettingError."""
    return _pack(_compile(data, timestamp))


def _compile(data: Json, timestamp: int) -> bytes:
    try:
        pdf, warnings = typst.compile_with_warnings(
            _TEMPLATE,
            root=_TEMPLATE.parent,
            font_paths=_read_fonts(),
            pdf_standards=_STANDARDS,
            timestamp=timestamp,
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        )
    except typst.TypstError as exc:
        raise _explain(exc) from None
    if warnings:
        raise TypesettingError("\n".join(warning.diagnostic for warning in warnings))
    return pdf


def _explain(exc: typst.TypstError) -> TypesettingError:
    missing = _NO_GLYPH.search(exc.message)
    if missing is None:
        return TypesettingError(exc.diagnostic)
    return GlyphError(_ESCAPE.sub(lambda found: chr(int(found[1], 16)), missing["text"]))


@cache
def _read_fonts() -> typst.Fonts:
    """Fonts of two Python packages and no others, so that every machine makes the same file."""
    folder = Path(str(resources.files("manimgx_fonts_cjk")))
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[folder])
    if missing := [family for family in _FAMILIES if family not in fonts.families()]:
        raise TypesettingError(
            f"Font {' and '.join(missing)} not found. Reinstall manimgx-fonts-cjk and typst."
        )
    return fonts


def _pack(pdf: bytes) -> bytes:
    """The same document with its objects compressed together: a fraction of the size."""
    packed = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        mode = pikepdf.ObjectStreamMode.generate
        document.save(packed, object_stream_mode=mode, deterministic_id=True)
    return packed.getvalue()
