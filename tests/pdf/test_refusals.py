"""What cannot be printed as it should be is refused with a sentence."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from errorbook.pdf import GlyphError, TypesettingError, render_pdf, write_pdf
from errorbook.pdf import compile as compiling
from errorbook.views.records import Book


@pytest.mark.parametrize(("text", "code"), [("😀", "U+1F600"), ("\ue000", "U+E000"), ("ﷺ", "U+FDFA")])
def test_a_character_without_glyph_is_refused_with_its_code_and_its_error(
    book: Book, text: str, code: str
) -> None:
    with pytest.raises(GlyphError) as refusal:
        render_pdf(_with_title(book, f"好 {text} 的"), title="x", timestamp=0)
    assert str(refusal.value) == (
        f"No font of the PDF can show {text!r} ({code}) in username-taken. Write it in other characters."
    )


def test_a_character_without_glyph_in_the_title_is_refused(book: Book) -> None:
    with pytest.raises(GlyphError, match=r"can show '😀' \(U\+1F600\)\. Write"):
        render_pdf(book, title="😀", timestamp=0)


def test_a_warning_is_refused(book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    template = tmp_path / "book.typ"
    template.write_text(
        '#set document(title: "x")\n#text(lang: "en", font: "No Such Font")[Text that vanishes]\n'
    )
    monkeypatch.setattr(compiling, "_TEMPLATE", template)
    with pytest.raises(TypesettingError, match="unknown font family: no such font"):
        render_pdf(book, title="x", timestamp=0)


def test_an_error_of_the_template_is_refused_with_its_place(
    book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    template = tmp_path / "book.typ"
    template.write_text("#unknown")
    monkeypatch.setattr(compiling, "_TEMPLATE", template)
    with pytest.raises(TypesettingError, match=r"unknown variable(?s:.*)book\.typ:1:1"):
        render_pdf(book, title="x", timestamp=0)


def test_a_missing_font_is_refused_before_anything_is_set(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compiling, "_FAMILIES", ("DejaVu Sans Mono", "Gone Sans"))
    compiling._read_fonts.cache_clear()  # noqa: SLF001 - the fonts have been read by other tests
    with pytest.raises(TypesettingError, match=r"Font Gone Sans not found\. Reinstall"):
        render_pdf(book, title="x", timestamp=0)


def test_a_refused_book_leaves_the_last_one_in_place(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "errors-zh.pdf"
    path.write_bytes(b"last")
    with pytest.raises(GlyphError):
        write_pdf(book, path, title="😀", timestamp=0)
    assert path.read_bytes() == b"last"


def test_a_book_without_errors_can_be_printed(tmp_path: Path) -> None:
    path = tmp_path / "errors-en.pdf"
    write_pdf(Book("en", "https://errors.example.com/", (), (), (), (), ()), path, title="x", timestamp=0)
    assert path.read_bytes().startswith(b"%PDF-1.7")


def _with_title(book: Book, title: str) -> Book:
    """The same book with another title of its first error, wherever that stands."""
    first = replace(book.errors[0], title=title)
    modules = (replace(book.modules[0], errors=(first, *book.modules[0].errors[1:])), *book.modules[1:])
    return replace(book, errors=(first, *book.errors[1:]), modules=modules)
