"""An error that is documented with no status today is said to be seen with some, and with none of its own."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from lxml import html as lxml_html
from pypdf import PdfReader

from errorbook import catalog, pages
from errorbook.explain import render_outcome
from errorbook.explorer import Outcome, Result, build_index, render_explorer
from errorbook.exports import render_json
from errorbook.model import LANGUAGES, Error, State
from errorbook.pdf import render_pdf
from errorbook.views import Book, build_book

GOOD = Path(__file__).parent / "golden" / "catalog" / "good"
SEEN = {"zh": "文档未给出；出现过：400 410", "en": "Not documented; seen: 400 410"}

Read = Callable[[Book, str], str]


def build_small(language: str, state: State) -> Book:
    """The library's book, in which nothing documents a status for a book that is lent."""

    def undocumented(error: Error) -> Error:
        return replace(error, status=None, also_status=(400, 410), state=state)

    good = catalog.read(GOOD)
    errors = tuple(undocumented(error) if error.id == "book-lent" else error for error in good.errors)
    return build_book(replace(good, errors=errors), {}, "zh" if language == "zh" else "en", "https://e.org/")


@pytest.fixture(params=LANGUAGES)
def book(request: pytest.FixtureRequest) -> Book:
    return build_small(request.param, "current")


def text_at(html: str, path: str) -> str:
    """The text of the one element at a path, its blanks as they show."""
    (element,) = lxml_html.fromstring(f"<div>{html}</div>").xpath(path)
    return " ".join(element.text_content().split())


def page(book: Book, address: str) -> str:
    return next(page.html for page in pages.build_pages(book) if page.address == address)


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("errors/book-lent/", "//ul[@class='eb-facts']"),
        ("errors/book-lent/", "//dl[@class='eb-details']"),
        ("errors/", "//li[@id='book-lent']"),
        ("modules/loans/", "//section[@id='status--none']//li[@id='book-lent']"),
        ("status/400/", "//li[@id='book-lent']"),
        ("status/410/", "//li[@id='book-lent']"),
        ("apis/book-borrow/", "//tr[.//a[contains(@href, '/book-lent/')]]"),
    ],
)
def test_pages_tell_it(book: Book, address: str, place: str) -> None:
    assert SEEN[book.language] in text_at(page(book, address), place)


@pytest.mark.parametrize("address", ["errors/", "modules/loans/", "apis/book-borrow/"])
def test_lists_show_no_status_as_its_own(book: Book, address: str) -> None:
    row = "//*[self::li[@id='book-lent'] or self::tr[.//a[contains(@href, '/book-lent/')]]]"
    assert text_at(page(book, address), f"({row}//*[contains(@class, 'eb-badge')])[1]") == "–"


def test_a_legacy_error_keeps_the_status_it_was_seen_with() -> None:
    old = build_small("en", "legacy")
    places = {
        "errors/": "//li[@id='book-lent']",
        "status/410/": "//li[@id='book-lent']",
        "errors/book-lent/": "//dl[@class='eb-details']",
    }
    texts = [text_at(page(old, address), place) for address, place in places.items()]
    assert [text for text in texts if "Not documented" in text or "today" in text] == []
    assert "400 · also seen 410" in texts[2]


def test_the_explorer_tells_it(book: Book) -> None:
    entry = text_at(render_explorer(book), "//li[@data-error='book-lent']")
    assert entry.startswith("– ")
    assert SEEN[book.language] in entry


def test_the_index_of_the_explorer_has_no_status_as_its_own(book: Book) -> None:
    found = {entry["id"]: entry for entry in build_index(book)["errors"]}
    assert found["book-lent"]["statuses"] == [400, 410]
    assert [error for error, entry in found.items() if entry.get("undocumented")] == ["book-lent"]


def test_the_command_line_tells_it(book: Book) -> None:
    found = Outcome("exact", (Result("book-lent", "", 1.0, {}, ()),))
    assert f"\n{SEEN[book.language]}  " in render_outcome(book, found)


def test_the_pdf_tells_it(book: Book) -> None:
    reader = PdfReader(BytesIO(render_pdf(book, title="t", timestamp=0)))
    text = "".join("".join(page.extract_text() for page in reader.pages).split())
    assert "".join(SEEN[book.language].split()) + "book-lent" in text


def test_the_export_tells_it(book: Book) -> None:
    errors = {error["id"]: error for error in json.loads(render_json((book,)))["errors"]}
    assert (errors["book-lent"]["status"], errors["book-lent"]["statuses"]) == (None, [400, 410])
    assert (errors["card-required"]["status"], errors["card-required"]["statuses"]) == (401, [401, 400])
