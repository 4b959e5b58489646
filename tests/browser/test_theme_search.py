"""The theme's own search, in the header: messages, identifiers and words lead to their page."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect
from seed import Row, read_seed
from visits import visiting

from errorbook.inline import text_of
from errorbook.model import LANGUAGES, Language
from errorbook.template import match_message, parse_template
from errorbook.views import Book

IDENTIFIERS = {
    "duplicate_unique_property_exists": "username-taken",
    "PropertyExists": "username-taken",
    "DuplicateUniquePropertyExistsException": "username-taken",
    "WebApplicationException": "endpoint-not-provided",
    "not full text indexed": "username-not-searchable",
    "expired token": "token-expired",
    '"expired token"': "token-expired",
}
WORDS: dict[Language, dict[str, str]] = {
    "zh": {
        "过期": "errors/token-expired",
        "注册": "errors/registration-closed",
        "密码": "errors/password-required",
        "群成员": "errors/group-member-not-found",
        "黑名单": "apis/block-add",
        "沙箱": "sandbox",
    },
    "en": {
        "password": "errors/password-required",
        "group member": "errors/group-member-not-found",
        "rate limit": "sandbox",
        "refresh token": "handling",
        "mute": "apis/mute-list",
        "404": "status/404",
    },
}


@pytest.fixture(scope="module", params=LANGUAGES)
def book(books: tuple[Book, ...], request: pytest.FixtureRequest) -> Book:
    return next(book for book in books if book.language == request.param)


@pytest.fixture(scope="module")
def page(chromium: Browser, site_url: str, book: Book) -> Iterator[Page]:
    """One visit for all queries of a language."""
    with visiting(chromium.new_context(base_url=site_url)) as page:
        page.goto(root(book))
        yield page


def root(book: Book) -> str:
    return "/" if book.language == "zh" else f"/{book.language}/"


def first_result(page: Page, query: str) -> str:
    """Path of the page that comes first; earlier results are gone before, so that none is taken for it."""
    results = page.locator(".md-search-result__link")
    enter(page, "")
    expect(results).to_have_count(0)
    enter(page, query)
    expect(results.first, query).to_be_attached()
    return urlsplit(results.first.get_attribute("href") or "").path


def enter(page: Page, query: str) -> None:
    """The search listens to keys, not to the field."""
    field = page.locator(".md-search__input")
    field.fill(query)
    field.dispatch_event("keyup")


def message_of(book: Book, row: Row) -> tuple[str, str]:
    """The row's error, and its wording with the values that the error's page shows."""
    for error in (error for error in book.errors if row.status in error.statuses):
        for template, message in zip(error.templates, error.messages, strict=True):
            if match_message(parse_template(template), row.message) is not None:
                return error.id, text_of(message)
    raise LookupError(row.message)


def test_every_message_of_the_seed_finds_its_page_first_with_and_without_quotation_marks(
    page: Page, book: Book
) -> None:
    for row in read_seed():
        error, message = message_of(book, row)
        for query in (message, f'"{message}"'):
            assert first_result(page, query) == f"{root(book)}errors/{error}/", query


def test_identifiers_and_ordinary_words_find_their_page_first(page: Page, book: Book) -> None:
    wanted = {query: f"errors/{error}" for query, error in IDENTIFIERS.items()} | WORDS[book.language]
    for query, path in wanted.items():
        assert first_result(page, query) == f"{root(book)}{path}/", query
