"""The PDF says all that the book says, and says what it is itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, StreamObject

from errorbook.pdf import render_pdf
from errorbook.views.records import Book, CaseView, ErrorView, RequestView

Words = Mapping[str, str]

_RIGHT_MARGIN = (210 - 22) / 25.4 * 72
"""In points from the left edge of the paper."""


@pytest.fixture
def printed(pages: list[str]) -> str:
    return "".join(pages)


def test_every_text_of_the_book_is_printed_verbatim(book: Book, printed: str, words: Words) -> None:
    texts = [text for error in book.errors for text in _error_texts(book, error, words)]
    assert [text for text in texts if squeeze(text) not in printed] == []


def test_every_request_is_printed_once_as_curl(book: Book, printed: str) -> None:
    requests = [request for error in book.errors for case in error.cases for request in case.requests]
    assert len(requests) == 3
    assert squeeze("other tongue") not in printed
    for request in requests:
        curl = next(sample for sample in request.samples if sample.tongue == "curl")
        assert printed.replace("\\", "").count(squeeze(curl.text).replace("\\", "")) == 1


def test_what_differs_between_the_requests_is_bold(reader: PdfReader) -> None:
    bold: list[str] = []

    def collect(text: str, _cm: object, _tm: object, font: DictionaryObject | None, _size: object) -> None:
        if font and "DejaVuSansMono-Bold" in str(font["/BaseFont"]):
            bold.append(text.strip())

    for page in reader.pages:
        page.extract_text(visitor_text=collect)
    assert [text for text in bold if text] == ['"given"', '"fails"', '"fixed"']


def test_code_and_names_stay_within_the_margins(reader: PdfReader) -> None:
    ends: list[float] = []

    def collect(text: str, at: list[float], _tm: object, font: DictionaryObject | None, size: float) -> None:
        if font and "DejaVuSansMono" in str(font["/BaseFont"]):
            ends.append(at[4] + len(text.strip()) * 0.602 * size)

    for page in reader.pages:
        page.extract_text(visitor_text=collect)
    assert max(ends) <= _RIGHT_MARGIN


def test_answers_to_given_requests_are_left_out(printed: str, words: Words) -> None:
    answer = squeeze(f"{words['answer']} 400 Bad Request")
    assert printed.count(answer) == 2
    assert printed.count(answer + squeeze(words["answer_empty"])) == 1


def test_an_error_without_message_says_so(printed: str, words: Words) -> None:
    assert printed.count(squeeze(words["no_message"])) == 1


def test_wordings_but_the_first_stand_under_their_own_heading(book: Book, printed: str, words: Words) -> None:
    first, other = ("".join(piece.text for piece in message) for message in book.errors[0].messages)
    assert squeeze(first + words["other_wordings"] + other) in printed


def test_a_case_with_a_message_of_its_own_shows_it(printed: str, words: Words) -> None:
    assert printed.count(squeeze(words["case_message"] + "Password of this case")) == 1
    assert printed.count(squeeze(words["case_message"])) == 1


def test_environment_of_the_samples_is_given_where_there_is_one(printed: str, words: Words) -> None:
    line = f"{words['sandbox_values']}{words['colon']}ORG=easemob-demo{words['separator']}APP=$app #1"
    assert printed.count(squeeze(words["sandbox_values"] + words["colon"])) == 1
    assert squeeze(line) in printed


def test_values_are_explained_by_their_labels(printed: str, words: Words) -> None:
    assert squeeze(f"{words['placeholders']}用户名 label{words['colon']}dddd") in printed


def test_a_body_out_of_the_ordinary_is_mentioned(printed: str, words: Words) -> None:
    assert printed.count(squeeze(words["envelope_meta"])) == 1
    assert printed.count(squeeze(words["envelope"])) == 1


def test_cover_says_what_the_book_is(book: Book, pages: list[str], title: str, words: Words) -> None:
    counts = f"{words['errors']}4{words['cases']}5{words['operations_count']}2"
    for text in (title, words["language_name"], words["edition"], "2023-11-14", book.url(""), counts):
        assert squeeze(text) in pages[0]


def test_document_states_title_language_date_and_standards(reader: PdfReader, book: Book, title: str) -> None:
    assert reader.metadata
    assert reader.metadata.title == title
    assert str(reader.metadata.creation_date) == "2023-11-14 22:13:20+00:00"
    assert str(reader.root_object["/Lang"]) == {"zh": "zh-CN", "en": "en-GB"}[book.language]
    xmp = reader.root_object["/Metadata"].get_object()
    assert isinstance(xmp, StreamObject)
    for statement in ("<pdfuaid:part>1<", "<pdfaid:part>2<", "<pdfaid:conformance>A<"):
        assert statement in xmp.get_data().decode()


def test_packed_document_is_still_tagged(reader: PdfReader) -> None:
    assert {"/StructTreeRoot", "/MarkInfo"} <= reader.root_object.keys()


def test_only_fonts_that_come_with_packages_are_used(reader: PdfReader) -> None:
    fonts = {str(font["/BaseFont"]).split("+")[1].split("-")[0] for font in _fonts(reader)}
    assert (
        {"NotoSansCJKsc", "DejaVuSansMono"} <= fonts <= {"NotoSansCJKsc", "NotoSansCJKkr", "DejaVuSansMono"}
    )


def test_the_same_book_gives_the_same_bytes(book: Book, pdf: bytes, title: str) -> None:
    assert render_pdf(book, title=title, timestamp=1_700_000_000) == pdf


def test_document_is_packed(pdf: bytes) -> None:
    assert b"/ObjStm" in pdf


def squeeze(text: str) -> str:
    return "".join(text.split())


def _error_texts(book: Book, error: ErrorView, words: Words) -> Iterator[str]:
    yield from (error.title, error.source, error.error_code, book.url(error.address))
    yield words["retry"] + words["retry_later"] + words["who"] + words["who_admin"]
    yield words["state"] + words["state_legacy"] + words["since"] + str(error.since)
    yield "".join(map(str, error.statuses)) + error.id
    yield from (*error.types, *error.exceptions)
    yield from ("".join(piece.text for piece in message) for message in error.messages)
    yield from (f"{link.method}{link.name}{link.status}" for link in error.operations)
    for case in error.cases:
        yield from _case_texts(book, case, words)


def _case_texts(book: Book, case: CaseView, words: Words) -> Iterator[str]:
    yield from (case.example_note, book.url(case.address), "".join(piece.text for piece in case.message))
    for name, spans in (("cause", case.cause), ("fix", case.fix)):
        yield words[name] + "".join(piece.text for span in spans for piece in span.pieces)
    for request in case.requests:
        yield from _request_texts(request, words)


def _request_texts(request: RequestView, words: Words) -> Iterator[str]:
    yield words[f"role_{request.role}"] + request.title
    yield request.recording.body
    yield from (f"{answer.variable} ← {answer.path}" for answer in request.answers)


def _fonts(reader: PdfReader) -> Iterator[DictionaryObject]:
    for page in reader.pages:
        resources = page["/Resources"].get_object()
        assert isinstance(resources, DictionaryObject)
        yield from (font.get_object() for font in resources.get("/Font", {}).values())
