"""What stands at addresses whose page has moved or gone: every published link still answers."""

from __future__ import annotations

from collections.abc import Mapping

from errorbook.pages.addresses import relative
from errorbook.pages.press import Page, Press
from errorbook.views.records import Book, MovedView


def build_moved_pages(press: Press) -> tuple[Page, ...]:
    """One page for each address of a whole page; those of former causes stand on their page."""
    return tuple(_moved_page(press, view) for view in press.book.moved if "#" not in view.address)


def moved_anchors(book: Book, address: str) -> Mapping[str, MovedView]:
    """The former anchors of a page."""
    parts = ((view.address.partition("#"), view) for view in book.moved)
    return {anchor: view for (page, _, anchor), view in parts if anchor and page == address}


def _moved_page(press: Press, view: MovedView) -> Page:
    """Without former anchors the page leads on by itself; with some, the reader has to choose."""
    title = press.words["moved_title" if view.became else "gone_title"]
    anchors = moved_anchors(press.book, view.address)
    html = press.render(
        "moved.html.j2",
        view.address,
        view=view,
        title=title,
        anchors=anchors,
        id=view.address.rstrip("/").rpartition("/")[2],
        crumbs=press.crumbs(title),
    )
    redirect = relative(view.address, view.became) if view.became and not anchors else ""
    return Page(view.address, title, title, html, redirect=redirect)
