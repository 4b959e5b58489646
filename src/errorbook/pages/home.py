"""What the home page offers besides the explorer: the book for reading offline, the table for programs."""

from __future__ import annotations

from errorbook.pages.press import Press
from errorbook.views.records import Book


def render_downloads(book: Book) -> str:
    """Links to the exports, which stand at the root of the site, and how many requests have been run."""
    requests = sum(len(case.requests) for error in book.errors for case in error.cases)
    root = "" if book.language == "zh" else "../"
    return Press(book).render("downloads.html.j2", "", book=book, requests=requests, root=root)
