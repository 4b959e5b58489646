"""Bookmarks, contents, indexes, destinations and links lead to the right places."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from errorbook.views.records import Book, ErrorView

PageOf = Callable[[str], int]
Bookmarks = list[tuple[int, str, int]]
Index = Callable[[str], str]


@pytest.fixture
def index(bookmarks: Bookmarks, pages: list[str], words: dict[str, str]) -> Index:
    """The text of an index by its name (`status`), its own title and the leaders left out."""
    starts = [page for depth, _, page in bookmarks if depth == 1]

    def read(name: str) -> str:
        title = words[f"by_{name}"]
        start = next(page for _, own, page in bookmarks if own == title)
        end = min([page for page in starts if page > start], default=len(pages) + 1)
        text = "".join(pages[start - 1 : end - 1]).removeprefix(squeeze(title))
        return re.sub(r"\.{4,}", "", text)

    return read


def test_bookmarks_are_the_chapters_and_under_them_the_errors(
    book: Book, bookmarks: Bookmarks, words: dict[str, str]
) -> None:
    chapters = [
        entry
        for module in book.modules
        if module.errors
        for entry in ((1, module.title), *((2, error.title) for error in module.errors))
    ]
    indexes = [(1, words[f"by_{name}"]) for name in ("status", "type", "message", "operation")]
    expected = [(1, words["guide"]), *chapters, *indexes]
    assert [(depth, title) for depth, title, _ in bookmarks] == expected


def test_destinations_are_the_errors_and_their_cases(book: Book, reader: PdfReader) -> None:
    cases = {f"{error.id}--{case.case}" for error in book.errors for case in error.cases if case.case}
    assert len(cases) == 2
    assert reader.named_destinations.keys() == {error.id for error in book.errors} | cases


def test_destinations_stand_in_the_order_that_viewers_search_by(reader: PdfReader) -> None:
    names = reader.root_object["/Names"]["/Dests"]["/Names"][::2]  # type: ignore[index] # a dictionary
    assert list(names) == sorted(names)


def test_bookmark_and_destination_of_an_error_lead_to_one_page(
    book: Book, bookmarks: Bookmarks, page_of: PageOf
) -> None:
    pages = {title: page for _, title, page in bookmarks}
    assert {error.id: page_of(error.id) for error in book.errors} == {
        e.id: pages[e.title] for e in book.errors
    }


def test_destination_of_a_case_leads_to_its_heading(
    book: Book, pages: list[str], page_of: PageOf, words: dict[str, str]
) -> None:
    for error in book.errors:
        for number, case in enumerate(error.cases, 1):
            if case.case:
                heading = words["cause_heading"].format(number=number, case=case.case)
                assert squeeze(heading) in pages[page_of(f"{error.id}--{case.case}") - 1]


def test_contents_give_the_pages_of_the_bookmarks(
    bookmarks: Bookmarks, pages: list[str], words: dict[str, str]
) -> None:
    lines = [re.escape(squeeze(title)) + rf"\.*{page}" for _, title, page in bookmarks]
    assert re.search(words["contents"] + "".join(lines), "".join(pages))


def test_printed_page_numbers_are_those_of_the_viewer(reader: PdfReader) -> None:
    for number, page in enumerate(reader.pages[1:], 2):
        assert page.extract_text().split()[-1] == str(number)


def test_header_names_the_chapter_but_where_it_begins(
    book: Book, reader: PdfReader, bookmarks: Bookmarks, title: str
) -> None:
    module = book.modules[0]
    start = next(page for _, name, page in bookmarks if name == module.title)
    first, second = (squeeze(reader.pages[number].extract_text()) for number in (start - 1, start))
    assert squeeze(title) not in first
    assert squeeze(title + module.title) in second


def test_index_by_status_lists_each_error_under_each_of_its_statuses(
    book: Book, index: Index, page_of: PageOf, words: dict[str, str]
) -> None:
    groups = [(group.title, group.errors) for group in book.statuses]
    unknown = [(words["status_unspecified"], [error for error in book.errors if not error.statuses])]
    assert index("status") == "".join(squeeze(t) + _lines(errors, page_of) for t, errors in groups + unknown)


def test_index_by_type_lists_each_error_under_each_of_its_types(
    book: Book, index: Index, page_of: PageOf, words: dict[str, str]
) -> None:
    taken, silent, required, broken = book.errors
    groups = {
        "duplicate_unique_property_exists": [taken],
        "illegal_argument": [taken, required],
        "web_application": [broken],
        words["no_type"]: [silent],
    }
    assert index("type") == "".join(squeeze(t) + _lines(errors, page_of) for t, errors in groups.items())


def test_index_by_message_is_alphabetical_and_names_what_varies(
    book: Book, index: Index, page_of: PageOf
) -> None:
    taken, _, required, broken = book.errors
    rows = (
        (required.templates[0], required),
        (broken.templates[0], broken),
        (taken.templates[0], taken),
        (taken.templates[1], taken),
    )
    lines = (squeeze(text + error.title) + str(page_of(error.id)) for text, error in rows)
    assert index("message") == "".join(lines)


def test_index_by_operation_lists_what_each_can_return(book: Book, index: Index, page_of: PageOf) -> None:
    operation, idle = book.operations
    entries = [rf"{re.escape(squeeze(error.title))}{page_of(error.id)}" for error in operation.errors]
    heading = re.escape(squeeze(operation.name + operation.method + operation.path))
    assert re.fullmatch(heading + "[,、]".join(entries), index("operation"))
    assert idle.errors == ()


def test_every_line_of_the_indexes_is_a_link_to_its_error(
    reader: PdfReader, bookmarks: Bookmarks, words: dict[str, str]
) -> None:
    first = next(page for _, title, page in bookmarks if title == words["by_status"])
    links = [str(action["/D"]) for page, action in _actions(reader) if page >= first and "/D" in action]
    assert Counter(links) == {"username-taken": 7, "password-required": 4, "web-application": 4, "silent": 3}


def test_permalinks_are_live(book: Book, reader: PdfReader) -> None:
    addresses = {
        "",
        *(error.address for error in book.errors),
        *(case.address for error in book.errors for case in error.cases),
        *(operation.address for operation in book.operations),
    }
    links = {str(action["/URI"]) for _, action in _actions(reader) if "/URI" in action}
    assert links == {book.url(address) for address in addresses} | {"https://doc.example.com/a?b=c#d"}


def squeeze(text: str) -> str:
    return "".join(text.split())


def _lines(errors: Sequence[ErrorView], page_of: PageOf) -> str:
    return "".join(squeeze(error.title) + error.id + str(page_of(error.id)) for error in errors)


def _actions(reader: PdfReader) -> Iterator[tuple[int, DictionaryObject]]:
    for number, page in enumerate(reader.pages, 1):
        for annotation in page.annotations or []:
            entry = annotation.get_object()
            assert isinstance(entry, DictionaryObject)
            yield number, entry.get("/A") or DictionaryObject({"/D": entry["/Dest"]})
