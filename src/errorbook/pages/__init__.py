"""The pages of the site: a book in, the inner HTML of each article out.

Nothing here passes through Markdown: every text is escaped by the layouts.
"""

from __future__ import annotations

from errorbook.pages.errors import build_error_page
from errorbook.pages.groups import build_module_page, build_operation_page, build_status_page
from errorbook.pages.home import render_downloads
from errorbook.pages.hosting import render_headers
from errorbook.pages.indexes import build_index_pages
from errorbook.pages.moved import build_moved_pages
from errorbook.pages.press import Heading, Page, Press
from errorbook.views.records import Book

__all__ = ["Heading", "Page", "build_pages", "render_downloads", "render_headers"]


def build_pages(book: Book) -> tuple[Page, ...]:
    """Every page of the book."""
    press = Press(book)
    return (
        *(build_error_page(press, error) for error in book.errors),
        *(build_status_page(press, group) for group in book.statuses),
        *(build_module_page(press, group) for group in book.modules),
        *(build_operation_page(press, operation) for operation in book.operations),
        *build_index_pages(press),
        *build_moved_pages(press),
    )
