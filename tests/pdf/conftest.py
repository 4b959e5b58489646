"""A small book with texts that mean something to Typst, and what a reader finds in its PDF."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from pypdf import PageObject, PdfReader
from pypdf.generic import Destination

from errorbook.examples.samples import AnswerVariable
from errorbook.inline import Piece, Span
from errorbook.model import LANGUAGES, Language, Role, Variable
from errorbook.pdf import render_pdf
from errorbook.views.records import (
    Book,
    CaseView,
    ErrorView,
    GroupView,
    Link,
    OperationLink,
    OperationView,
    PlaceholderView,
    RecordingView,
    RequestView,
    SampleView,
)
from errorbook.words import read_words

HOSTILE = (
    r"""#let x = 1; *b* _i_ $x^2$ @ref <t> [y] "q" 's' \ \u{41} // /* c */ ~ --- ... `r` = h #panic() {o}"""
)
LONG_WORD = "org.example." + "persistence" * 12 + ".DuplicateException"
_BODY_BOTTOM, _BODY_TOP = 68, 766
"""Where headers and footers end, in points from the foot of the page."""


@pytest.fixture(scope="session", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Language:
    return "zh" if request.param == "zh" else "en"


@pytest.fixture(scope="session")
def words(language: Language) -> dict[str, str]:
    return read_words("pdf", language)


@pytest.fixture(scope="session")
def title() -> str:
    return f"错误手册 {HOSTILE}"


@pytest.fixture(scope="session")
def book(language: Language) -> Book:
    return _build_book(language)


@pytest.fixture(scope="session")
def pdf(book: Book, title: str) -> bytes:
    return render_pdf(book, title=title, timestamp=1_700_000_000)


@pytest.fixture(scope="session")
def reader(pdf: bytes) -> PdfReader:
    return PdfReader(BytesIO(pdf))


@pytest.fixture(scope="session")
def pages(reader: PdfReader) -> list[str]:
    """What stands between header and footer of each page, without blanks, since lines end anywhere."""
    return [_read_body(page) for page in reader.pages]


@pytest.fixture(scope="session")
def bookmarks(reader: PdfReader) -> list[tuple[int, str, int]]:
    """Depth, title and page number of each."""
    return list(_walk(reader, reader.outline, 1))


@pytest.fixture(scope="session")
def page_of(reader: PdfReader) -> Callable[[str], int]:
    """The page number of a named destination."""
    return lambda name: _page(reader, reader.named_destinations[name])


def _walk(reader: PdfReader, outline: Any, depth: int) -> Iterator[tuple[int, str, int]]:
    for item in outline:
        if isinstance(item, list):
            yield from _walk(reader, item, depth + 1)
        else:
            yield depth, str(item.title), _page(reader, item)


def _page(reader: PdfReader, destination: Destination) -> int:
    number = reader.get_destination_page_number(destination)
    assert number is not None
    return number + 1


def _read_body(page: PageObject) -> str:
    found: list[str] = []

    def collect(text: str, position: list[float], *_: object) -> None:
        if _BODY_BOTTOM < position[5] < _BODY_TOP:
            found.append(text)

    page.extract_text(visitor_text=collect)
    return "".join("".join(found).split())


def _build_book(language: Language) -> Book:
    errors = tuple(
        replace(error, operations=(_operation_link(),))
        for error in (_taken(), _silent(), _required(), _broken())
    )
    users, general = errors[:3], errors[3:]
    return Book(
        language=language,
        site_url="https://errors.example.com/",
        errors=errors,
        statuses=(
            GroupView("400", "status/400/", "400", (errors[0], errors[2])),
            GroupView("404", "status/404/", "404", (errors[0],)),
            GroupView("500", "status/500/", "500", general),
        ),
        modules=(
            GroupView("users", "modules/users/", "用户 Users", users),
            GroupView("push", "modules/push/", "没有错误的模块", ()),
            GroupView("general", "modules/general/", f"通用 {HOSTILE}", general),
        ),
        operations=(_operation(errors), replace(_operation(()), name="什么也不返回的接口")),
        placeholders=(PlaceholderView("username", "用户名 label", shareable=True),),
    )


def _taken() -> ErrorView:
    messages = (
        (Piece("value of "), Piece("dddd", "username"), Piece(f" exists {HOSTILE}\n at line 2")),
        (Piece("ZZZ: other wording for "), Piece("dddd", "username"), Piece(f" {LONG_WORD}")),
    )
    return replace(
        _error("username-taken", f"用户名已被占用 {HOSTILE}"),
        status=400,
        also_statuses=(404,),
        types=("duplicate_unique_property_exists", "illegal_argument"),
        exceptions=(f"{LONG_WORD}", "java.lang.IllegalArgumentException"),
        error_code="14007",
        messages=messages,
        templates=(
            f"value of {{username}} exists {HOSTILE}\n at line 2",
            f"ZZZ: other wording for {{username}} {LONG_WORD}",
        ),
        cases=(_case(messages[0], (_request("given"), _request("fails"), _request("fixed"))),),
    )


def _silent() -> ErrorView:
    """An error of which next to nothing is known."""
    case = replace(_case((), ()), example_kind="live", example_note=f"沙箱做不到 {HOSTILE}")
    return replace(_error("silent", "没有描述"), envelope="meta", cases=(case,))


def _required() -> ErrorView:
    message = (Piece("password or pin must provided"),)
    cases = tuple(
        replace(_case(message, ()), case=name, address=f"errors/password-required/#{name}")
        for name in ("missing", "empty")
    )
    other = (Piece("Password of this case"),)
    return replace(
        _error("password-required", "缺少密码"),
        status=400,
        types=("illegal_argument",),
        messages=(message,),
        templates=("password or pin must provided",),
        cases=(cases[0], replace(cases[1], message=other)),
    )


def _broken() -> ErrorView:
    return replace(
        _error("web-application", "Ｆｕｌｌ ｗｉｄｔｈ 与半角"),
        status=500,
        types=("web_application",),
        messages=((Piece("(the message"),),),
        templates=("(the message",),
    )


def _error(id_: str, title: str) -> ErrorView:
    return ErrorView(
        id=id_,
        address=f"errors/{id_}/",
        title=title,
        module=Link("用户", "modules/users/"),
        status=None,
        also_statuses=(),
        types=(),
        exceptions=(),
        error_code="",
        envelope="standard",
        messages=(),
        templates=(),
        retry="later",
        who="admin",
        state="legacy",
        since=2014,
        source=f"源 {HOSTILE}",
        cases=(_case((), ()),),
        operations=(),
        neighbours=(),
    )


def _case(message: tuple[Piece, ...], requests: tuple[RequestView, ...]) -> CaseView:
    return CaseView(
        case="",
        address="errors/username-taken/",
        cause=(
            Span("text", (Piece(f"原因 {HOSTILE} "), Piece("dddd", "username"), Piece(f" {LONG_WORD}"))),
            Span("code", (Piece("code # $"),)),
        ),
        fix=(
            Span("strong", (Piece(f"办法 {HOSTILE}"),)),
            Span("link", (Piece("the manual"),), "https://doc.example.com/a?b=c#d"),
        ),
        message=message,
        environment=(Variable("ORG", "easemob-demo"), Variable("APP", "$app #1")) if requests else (),
        requests=requests,
        example_kind="run",
        example_note="",
    )


def _request(role: Role) -> RequestView:
    text = (
        f"""curl -X POST "$BASE/$ORG/$APP/users" \\\n  -d '{{"username":"{role}","text":"{"中文" * 40}"}}'"""
    )
    start = text.index(f'"{role}"')
    changed = ((start, start + len(role) + 2),)
    return RequestView(
        role=role,
        title=f"{role} {HOSTILE}",
        samples=tuple(
            SampleView(tongue, tongue, text if tongue == "curl" else "other tongue", changed)
            for tongue in ("http", "curl", "python")
        ),
        recording=RecordingView(
            400, "Bad Request", f'{{\n  "answer to": "{role}"\n}}' if role == "fails" else ""
        ),
        answers=(AnswerVariable("GROUP_GROUPID", "data.groupid"),) if role == "given" else (),
        wait_ms=0,
    )


def _operation_link() -> OperationLink:
    return OperationLink("DELETE", "/{org}/{app}/users", f"删除用户 {HOSTILE}", "apis/user-delete/", 404)


def _operation(errors: tuple[ErrorView, ...]) -> OperationView:
    path = "/{org_name}/{app_name}/users/{owner_username}/blocks/users/{blocked_username}/" + "segment" * 9
    module = Link("用户", "modules/users/")
    return OperationView(
        "user-delete", "apis/user-delete/", "DELETE", path, "删除用户", module, "", "", errors
    )
