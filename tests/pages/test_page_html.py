from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from typing import get_args

import pytest
from material.plugins.search.plugin import Parser  # type: ignore[import-untyped]

from errorbook.model import LANGUAGES, Envelope, ExampleKind, Language, Retry, Role, State, Who
from errorbook.pages import Page, build_pages
from errorbook.views.records import Book, CaseView, RequestView
from errorbook.words import read_words

VOID = {"img", "input", "wbr", "br", "hr"}
ERROR, PLAIN = "errors/taken/", "errors/plain/"
INDEXES = {"errors/", "status/", "modules/", "apis/"}


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    children: list[Element | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    @property
    def all(self) -> Iterator[Element]:
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child.all

    def find(self, tag: str, *names: str) -> list[Element]:
        """Descendants with this tag (`*` is any) and all of these attributes."""
        return [e for e in self.all if tag in ("*", e.tag) and set(names) <= set(e.attributes)]


class Reader(HTMLParser):
    """Strict: what is not closed, or closed twice, is refused."""

    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("root", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(attrs) == len({name for name, _ in attrs})
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def read(page: Page) -> Element:
    reader = Reader()
    reader.feed(page.html)
    reader.close()
    (root,) = reader.open
    return root


@pytest.fixture(scope="session")
def trees(pages: dict[str, Page]) -> dict[str, Element]:
    return {address: read(page) for address, page in pages.items()}


def has_class(element: Element, name: str) -> bool:
    return name in element.attributes.get("class", "").split()


def test_every_record_has_its_page(book: Book, pages: dict[str, Page]) -> None:
    wanted = {e.address for e in book.errors} | {o.address for o in book.operations}
    wanted |= {group.address for group in (*book.statuses, *book.modules)}
    assert set(pages) == wanted | INDEXES
    assert len(pages) == len(build_pages(book))


def test_hostile_text_stays_text(trees: dict[str, Element]) -> None:
    for address, tree in trees.items():
        assert tree.find("script") + tree.find("img") == [], address
        assert "alert(2)" not in "".join(e.tag + "".join(e.attributes) for e in tree.all)
        assert "49" not in tree.text, address


def test_pages_hold_nothing_that_the_content_policy_or_the_theme_would_run(trees: dict[str, Element]) -> None:
    elements = [element for tree in trees.values() for element in tree.all]
    assert {e.tag for e in elements} & {"script", "style", "abbr", "iframe", "object", "form"} == set()
    names = {name for element in elements for name in element.attributes}
    assert {name for name in names if name.startswith("on") or name in ("style", "title")} == set()


def test_title_message_and_source_are_printed_as_they_are(book: Book, trees: dict[str, Element]) -> None:
    error, tree = book.errors[0], trees[ERROR]
    assert tree.find("h1")[0].text == error.title
    (message,) = [e for e in tree.all if has_class(e, "eb-message")]
    assert message.text == "".join(piece.text for piece in error.messages[0])
    (value,) = message.find("var", "data-placeholder")
    assert (value.attributes["data-placeholder"], value.text) == ("username", error.messages[0][1].text)
    for text in (*error.templates, *error.types, *error.exceptions, error.source, error.error_code, "2014"):
        assert text in tree.text


def test_cause_keeps_its_marks_and_values(book: Book, trees: dict[str, Element]) -> None:
    (cause, _) = [e for e in trees[ERROR].all if has_class(e, "eb-cause")]
    spans = book.errors[0].cases[0].cause
    assert cause.text == "".join(piece.text for span in spans for piece in span.pieces)
    marked = [(e.tag, e.text, e.attributes.get("href")) for e in cause.all if e.tag != "var"]
    assert marked == [("code", "co<de", None), ("strong", "str<ong", None), ("a", "li<nk", spans[3].href)]


def test_samples_and_recordings_are_exact(book: Book, trees: dict[str, Element]) -> None:
    printed = [_read_request(section) for section in trees[ERROR].find("section", "data-request")]
    wanted = [_wanted(case, request) for case in book.errors[0].cases for request in case.requests]
    assert printed == wanted


def test_changed_ranges_are_marked(book: Book, trees: dict[str, Element]) -> None:
    sections = trees[ERROR].find("section", "data-request")
    for section, request in zip(sections, book.errors[0].cases[0].requests, strict=False):
        for code, sample in zip(section.find("code", "data-sample"), request.samples, strict=True):
            marks = [mark.text for mark in code.find("mark")]
            assert marks == [sample.text[first:last] for first, last in sample.changed]


def test_given_step_is_folded_and_says_which_variable_to_set(trees: dict[str, Element]) -> None:
    (section, _) = [s for d in trees[ERROR].find("details") for s in d.find("section", "data-request")]
    names = ("data-request", "data-answer-variable", "data-answer-path")
    assert [section.attributes[name] for name in names] == ["given", "GROUP", "data.groupid"]
    wait, line = [e for e in section.all if has_class(e, "eb-step")]
    assert {code.text for code in line.find("code")} == {"GROUP", "data.groupid"}
    assert section.attributes["data-wait-ms"] == "1100"
    assert "1.1" in wait.text


def test_case_names_the_environment_of_its_samples(book: Book, trees: dict[str, Element]) -> None:
    wanted = [(v.name, f"{v.name}={v.value}") for c in book.errors[0].cases for v in c.environment]
    assert [
        (e.attributes["data-variable"], e.text) for e in trees[ERROR].find("code", "data-variable")
    ] == wanted


def test_case_with_a_message_of_its_own_shows_it(trees: dict[str, Element]) -> None:
    (own,) = [e for e in trees[ERROR].all if has_class(e, "eb-case__message")]
    assert own.find("code")[0].text == "else"


def test_missing_example_gives_its_reason(book: Book, trees: dict[str, Element]) -> None:
    assert book.errors[1].cases[0].example_note in trees[PLAIN].text
    assert trees[PLAIN].find("section", "data-request") == []


def test_ids_are_unique_and_cases_collide_with_nothing(book: Book, trees: dict[str, Element]) -> None:
    for address, tree in trees.items():
        ids = Counter(element.attributes["id"] for element in tree.find("*", "id"))
        assert {key for key, number in ids.items() if number > 1} == set(), address
    own = {element.attributes["id"] for element in trees[ERROR].find("*", "id")}
    assert {key for key in own if "--" not in key} == {case.case for case in book.errors[0].cases}


def test_every_code_block_has_an_id_of_its_own_for_the_copy_button(trees: dict[str, Element]) -> None:
    blocks = trees[ERROR].find("pre")
    assert len({block.attributes["id"] for block in blocks}) == len(blocks) == 24
    assert all(isinstance(b.children[0], Element) and b.children[0].tag == "code" for b in blocks)


def test_contents_name_sections_and_their_titles(pages: dict[str, Page], trees: dict[str, Element]) -> None:
    for address, page in pages.items():
        titles = dict(_titles(trees[address]))
        ids = [heading.id for heading in page.headings]
        assert ids == [key for key in titles if key in ids], address
        assert all(titles[h.id] == (f"h{h.level}", h.text) for h in page.headings), address


def test_contents_list_cases_or_the_parts_of_the_only_one(pages: dict[str, Page]) -> None:
    def ids(address: str) -> list[str]:
        return [heading.id for heading in pages[address].headings]

    assert ids(ERROR) == ["empty", "other", "error--operations", "error--details", "error--neighbours"]
    assert ids(PLAIN) == ["error--cause", "error--fix", "error--details"]


def test_module_page_goes_by_status_with_the_unknown_last(pages: dict[str, Page]) -> None:
    assert [h.id for h in pages["modules/users/"].headings] == ["status--400", "status--none"]


def test_every_link_leads_somewhere_and_every_page_is_linked(trees: dict[str, Element]) -> None:
    authored: dict[str, set[str]] = {"": set(), "sandbox/": set()}
    anchors = {a: {e.attributes["id"] for e in t.find("*", "id")} for a, t in trees.items()} | authored
    linked = set()
    for source, tree in trees.items():
        for href in _inner_links(tree):
            path, _, fragment = href.partition("#")
            target = posixpath.normpath(f"/{source}{path}").strip("/")
            address = f"{target}/" if target else ""
            assert address in anchors, (source, href)
            assert not fragment or fragment in anchors[address], (source, href)
            linked.add(address)
    assert linked == set(anchors)


def test_every_page_can_be_reached_from_an_index(book: Book, trees: dict[str, Element]) -> None:
    for index, records in (
        ("errors/", book.errors),
        ("status/", book.statuses),
        ("modules/", book.modules),
        ("apis/", book.operations),
    ):
        links = {posixpath.normpath(index + href) + "/" for href in _inner_links(trees[index])}
        assert {record.address for record in records} <= links


def test_permalinks_are_absolute_and_ready_to_paste(book: Book, trees: dict[str, Element]) -> None:
    page, empty, other = trees[ERROR].find("copy-permalink", "data-url")
    urls = [e.attributes["data-url"] for e in (page, empty, other)]
    assert urls == [book.url(a) for a in (ERROR, f"{ERROR}#empty", f"{ERROR}#other")]
    assert page.find("code")[0].text == urls[0]
    address, markdown, html, plain = (b.attributes["data-copy"] for b in page.find("button"))
    assert address == urls[0]
    assert markdown.endswith(f"\\[a\\](b)]({urls[0]})")
    assert "\\<script\\>" in markdown
    assert html.startswith(f'<a href="{urls[0]}">title &lt;script&gt;')
    assert plain == f"{book.errors[0].title}\n{urls[0]}"


def test_search_finds_words_and_types_but_not_samples(book: Book, pages: dict[str, Page]) -> None:
    parser = Parser()
    parser.feed(pages[ERROR].html)
    (section,) = parser.data
    found = "".join(section.text)
    for text in (*book.errors[0].exceptions, "type_", "another wording", "value of", "cause ", "fix "):
        assert text in found
    for text in ("Accept:", "import os", "Markdown", "near"):
        assert text not in found


@pytest.mark.parametrize("address", ["errors/", "status/400/", "modules/users/", "apis/register/"])
def test_lists_do_not_compete_with_their_errors_in_search(pages: dict[str, Page], address: str) -> None:
    parser = Parser()
    parser.feed(pages[address].html)
    assert "value of" not in "".join(text for section in parser.data for text in section.text)


def test_status_page_tells_what_is_answered_today(trees: dict[str, Element]) -> None:
    def badges(address: str) -> list[str]:
        (entry,) = [e for e in trees[address].find("li", "id") if e.attributes["id"] == "taken"]
        return [e.text for e in entry.all if has_class(e, "eb-badge")]

    assert badges("status/400/") == ["400"]
    assert badges("status/799/") == ["799", "400"]


def test_operation_page_gives_the_status_of_that_operation(trees: dict[str, Element]) -> None:
    def status(address: str) -> str:
        (row,) = trees[address].find("tbody")[0].find("tr")
        return row.find("td")[0].text

    assert (status("apis/register/"), status("apis/remove/")) == ("400", "799")


def test_error_page_names_the_operations_that_answer_otherwise(trees: dict[str, Element]) -> None:
    rows = trees[ERROR].find("tbody")[0].find("tr")
    badges = [[e.text for e in row.all if has_class(e, "eb-badge")] for row in rows]
    assert badges == [["POST"], ["DELETE", "799"]]


@pytest.mark.parametrize(("number", "folded"), [(12, False), (13, True)])
def test_long_list_of_operations_is_folded(book: Book, number: int, folded: bool) -> None:  # noqa: FBT001
    error = replace(book.errors[1], operations=book.errors[0].operations[:1] * number)
    page = next(p for p in build_pages(replace(book, errors=(error,))) if p.address == PLAIN)
    assert bool(read(page).find("details")) == folded


def test_unknown_status_is_described_in_general(book: Book, pages: dict[str, Page]) -> None:
    words = read_words("pages", book.language)
    assert words["meaning_400"].startswith(pages["status/400/"].description.rstrip("…"))
    assert words["meaning_other"] in read(pages["status/799/"]).text
    assert read(pages["status/799/"]).find("h1")[0].text == "799"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_has_its_word(language: Language) -> None:
    words = read_words("pages", language)
    families = {"envelope": Envelope, "retry": Retry, "who": Who, "state": State, "role": Role}
    wanted = {f"{family}_{kind}" for family, kinds in families.items() for kind in get_args(kinds)}
    wanted |= {f"no_example_{kind}" for kind in get_args(ExampleKind) if kind != "run"}
    assert wanted - set(words) == set()


def test_empty_book_still_has_its_indexes() -> None:
    book = Book("en", "https://example.com/", (), (), (), (), ())
    assert {page.address for page in build_pages(book)} == INDEXES


def _read_request(section: Element) -> tuple[object, ...]:
    samples = [(code.attributes["data-sample"], code.text) for code in section.find("code", "data-sample")]
    (answer,) = section.find("code", "data-recording")
    place = section.attributes["data-case"], section.attributes["data-request"]
    return *place, samples, answer.attributes["data-status"], answer.text


def _wanted(case: CaseView, request: RequestView) -> tuple[object, ...]:
    samples = [(sample.tongue, sample.text) for sample in request.samples]
    return case.case, request.role, samples, str(request.recording.status), request.recording.body


def _titles(tree: Element) -> Iterator[tuple[str, tuple[str, str]]]:
    """Each section's id, the tag of its own title and its text without the anchor."""
    for section in tree.find("section", "id"):
        title = next(e for e in section.children if isinstance(e, Element))
        (anchor,) = title.find("a", "href")
        assert anchor.attributes["href"] == f"#{section.attributes['id']}"
        yield section.attributes["id"], (title.tag, title.text.removesuffix(anchor.text).strip())


def _inner_links(tree: Element) -> list[str]:
    links = [a.attributes["href"] for a in tree.find("a", "href")]
    assert not any(href.startswith("/") for href in links)
    return [href for href in links if not href.startswith("https://")]
