"""The four index pages: all errors, statuses, modules and operations."""

from __future__ import annotations

from errorbook.pages.groups import meaning
from errorbook.pages.press import INDEXES, Heading, Page, Press
from errorbook.pages.shelves import headings_of, module_heading, shelve


def build_index_pages(press: Press) -> tuple[Page, ...]:
    book = press.book
    errors = shelve(book.errors, module_heading)
    operations = shelve(book.operations, module_heading)
    meanings = {group.key: meaning(press, group.key) for group in book.statuses}
    return (
        _index(press, "errors", headings_of(errors), shelves=errors),
        _index(press, "statuses", groups=book.statuses, meanings=meanings),
        _index(press, "modules", groups=book.modules),
        _index(press, "apis", headings_of(operations), shelves=operations),
    )


def _index(press: Press, name: str, headings: tuple[Heading, ...] = (), **values: object) -> Page:
    title, intro = press.words[name], press.words[f"{name}_intro"]
    address, crumbs = INDEXES[name], press.crumbs(title)
    html = press.render(f"index-{name}.html.j2", address, title=title, intro=intro, crumbs=crumbs, **values)
    return Page(address, title, intro, html, headings)
