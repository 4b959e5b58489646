"""The list as the server renders it: complete, readable without scripts, and text wherever data stands."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from markupsafe import Markup

from errorbook.explorer import render_explorer
from errorbook.model import LANGUAGES
from errorbook.views import Book
from errorbook.words import read_words

FILTERS = {"status", "module", "error", "retry", "who", "state"}


class Collector(HTMLParser):
    """Tags with their attributes, and the text of everything."""

    def __init__(self, html: Markup) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(str(html))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def values(self, attribute: str) -> list[str]:
        return [attrs[attribute] or "" for _, attrs in self.tags if attribute in attrs]


@pytest.fixture(params=range(len(LANGUAGES)), ids=LANGUAGES)
def book(books: tuple[Book, ...], request: pytest.FixtureRequest) -> Book:
    return books[int(request.param)]


def test_every_error_is_listed_once_with_its_link_and_message(book: Book) -> None:
    page = Collector(render_explorer(book))
    assert page.values("data-error") == [error.id for error in book.errors]
    assert page.values("href") == [error.address for error in book.errors]
    for error in book.errors:
        assert error.title in page.text
        assert all("".join(piece.text for piece in message) in page.text for message in error.messages[:1])


def test_every_filter_is_a_form_control_of_its_name(book: Book) -> None:
    controls = {
        attrs["name"] for tag, attrs in Collector(render_explorer(book)).tags if tag in {"input", "select"}
    }
    assert controls == FILTERS


def test_every_value_of_every_error_can_be_chosen(book: Book) -> None:
    offered = set(Collector(render_explorer(book)).values("value"))
    for error in book.errors:
        assert {*map(str, error.statuses), *error.types, error.retry, error.who, error.state} <= offered


def test_form_is_hidden_until_the_scripts_run(book: Book) -> None:
    forms = [attrs for tag, attrs in Collector(render_explorer(book)).tags if tag == "form"]
    assert len(forms) == 1
    assert "hidden" in forms[0]


def test_data_stays_text(book: Book) -> None:
    hostile = "<img src=x onerror=alert(1)>'\"&"
    first = replace(book.errors[0], title=hostile, types=(hostile,))
    page = Collector(render_explorer(replace(book, errors=(first,))))
    assert hostile in page.text
    assert hostile in page.values("value")
    assert "img" not in {tag for tag, _ in page.tags}


def test_nothing_stands_inline(book: Book) -> None:
    html = render_explorer(book)
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=", html)
    assert all(attrs.get("src") for tag, attrs in Collector(html).tags if tag == "script")


@pytest.mark.parametrize("writer", ["explorer", "triage"])
def test_both_languages_have_the_same_words(writer: str) -> None:
    assert read_words(writer, "zh").keys() == read_words(writer, "en").keys()


def test_an_error_without_status_is_listed(book: Book) -> None:
    first = replace(book.errors[0], status=None, also_statuses=())
    assert Collector(render_explorer(replace(book, errors=(first,)))).values("data-error") == [first.id]
