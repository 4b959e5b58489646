"""Addresses that no longer live still answer: they lead on, or say what they were."""

from __future__ import annotations

from dataclasses import replace

from lxml import html as lxml_html

from errorbook.pages import Page, build_pages
from errorbook.views.records import Book, MovedView


def build_moved(book: Book, *moved: MovedView) -> dict[str, Page]:
    return {page.address: page for page in build_pages(replace(book, moved=moved))}


def links_of(page: Page, anchor: str = "") -> list[str]:
    tree = lxml_html.fromstring(page.html)
    within = tree.get_element_by_id(anchor) if anchor else tree
    return [str(href) for href in within.xpath(".//p//a/@href")]


def test_moved_page_leads_to_its_new_address(book: Book) -> None:
    error = book.errors[0]
    page = build_moved(book, MovedView("errors/old-name/", error.address))["errors/old-name/"]
    assert page.redirect == f"../{error.id}/"
    assert links_of(page) == [f"../{error.id}/"]


def test_removed_page_says_what_it_was_and_leads_nowhere(book: Book) -> None:
    page = build_moved(book, MovedView("errors/old-name/", ""))["errors/old-name/"]
    assert page.redirect == ""
    assert links_of(page) == []
    assert "old-name" in page.html


def test_former_cause_is_an_anchor_of_the_page_that_lives_on(book: Book) -> None:
    error = book.errors[0]
    page = build_moved(book, MovedView(f"{error.address}#former", f"{error.address}#{error.cases[0].case}"))
    assert links_of(page[error.address], "former") == [f"#{error.cases[0].case}"]


def test_page_with_former_causes_lets_the_reader_choose(book: Book) -> None:
    target = book.errors[0].address
    moved = [MovedView("errors/old/", target), MovedView("errors/old/#blank", f"{target}#missing")]
    page = build_moved(book, *moved)["errors/old/"]
    assert page.redirect == "", "a redirect would lose the anchor"
    assert links_of(page, "blank") == [f"../{book.errors[0].id}/#missing"]
