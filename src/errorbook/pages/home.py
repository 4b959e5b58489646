"""What the home page offers besides the explorer: the book for reading offline, the table for programs."""

from __future__ import annotations

from datetime import UTC, datetime

from errorbook.pages.press import Press
from errorbook.views.records import Book


def render_downloads(book: Book, date: int) -> str:
    """Links to the exports, which stand at the root of the site, below what this edition has run.

    `date` is the edition's, in seconds since 1970.
    """
    requests = [request for error in book.errors for case in error.cases for request in case.requests]
    tongues = {sample.tongue for request in requests for sample in request.samples}
    return Press(book).render(
        "downloads.html.j2",
        "",
        errors=len(book.errors),
        requests=len(requests),
        languages=len(tongues - {"http"}),
        date=datetime.fromtimestamp(date, UTC).date().isoformat(),
        root="" if book.language == "zh" else "../",
    )
