"""A small book by hand whose every text tries to break out of its place."""

from __future__ import annotations

import pytest

from errorbook.examples.samples import AnswerVariable
from errorbook.inline import Piece, Span
from errorbook.model import LANGUAGES, Language, Role, Variable
from errorbook.pages import Page, build_pages
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

HOSTILE = """<script>alert("1")</script>&amp;{{ 7 * 7 }}'"><img src=x onerror=alert(2)>[a](b)"""
USERS, FILES = Link(f"users {HOSTILE}", "modules/users/"), Link("files", "modules/files/")
ANSWER = RecordingView(400, "Bad Request", f'{{\n  "error": "{HOSTILE}",\n\n  "n": 1\n}}\r\n')
PLAIN_ANSWER = RecordingView(502, "Bad Gateway", f"\n <html>{HOSTILE}\n\n")
NO_ANSWER = RecordingView(204, "No Content", "")
HTTP = f"\n\nPOST {{{{base}}}}/x\nAccept: */*\n\n{HOSTILE}\n"
CURL = f"curl -X POST \\\n  -d '{HOSTILE}'\n\n"
PYTHON = f"import os\n\n\tprint({HOSTILE!r})"


def _request(role: Role, recording: RecordingView, answers: tuple[AnswerVariable, ...] = ()) -> RequestView:
    changed = () if role == "given" else ((2, 9), (12, 14))
    samples = (
        SampleView("http", "HTTP", HTTP, changed),
        SampleView("curl", "curl", CURL, changed),
        SampleView("python", "Python", PYTHON, changed),
    )
    return RequestView(role, f"{role} {HOSTILE}", samples, recording, answers, wait_ms=1100 if answers else 0)


GIVEN = _request("given", NO_ANSWER, (AnswerVariable("GROUP", "data.groupid"),))
REQUESTS = (GIVEN, _request("fails", ANSWER), _request("fixed", PLAIN_ANSWER))
MESSAGE = (Piece("value of "), Piece(HOSTILE, "username"), Piece(" exists\n at line 1"))
CAUSE = (
    Span("text", (Piece(f"cause {HOSTILE} "), Piece("bob", "username"))),
    Span("code", (Piece("co<de"),)),
    Span("strong", (Piece("str<ong"),)),
    Span("link", (Piece("li<nk"),), "https://example.com/?a=1&b=2"),
)


def _case(name: str, requests: tuple[RequestView, ...] = REQUESTS) -> CaseView:
    return CaseView(
        case=name,
        address=f"errors/taken/#{name}" if name else "errors/plain/",
        cause=CAUSE,
        fix=(Span("text", (Piece(f"fix {HOSTILE}"),)),),
        message=(Piece("else"),) if name == "other" else MESSAGE,
        environment=(Variable("ORG", f"org {HOSTILE}"),),
        requests=requests,
        example_kind="run" if requests else "live",
        example_note="" if requests else f"note {HOSTILE}",
    )


TAKEN = ErrorView(
    id="taken",
    address="errors/taken/",
    title=f"title {HOSTILE}",
    module=USERS,
    status=400,
    also_statuses=(799,),
    types=(f"type_{HOSTILE}", "type_two"),
    exceptions=("org.example.TakenException",),
    error_code="14007",
    envelope="standard",
    messages=(MESSAGE, (Piece("another wording"),)),
    templates=("value of {username} exists\n at line 1", "another wording"),
    retry="never",
    who="developer",
    state="current",
    since=2014,
    source=f"source {HOSTILE}",
    cases=(_case("empty"), _case("other")),
    operations=(
        OperationLink("POST", f"/{{org}}/{HOSTILE}", f"name {HOSTILE}", "apis/register/", 400),
        OperationLink("DELETE", "/users", "remove", "apis/remove/", 799),
    ),
    neighbours=(Link(f"near {HOSTILE}", "errors/plain/"),),
)
PLAIN = ErrorView(
    id="plain",
    address="errors/plain/",
    title="Plain",
    module=USERS,
    status=None,
    also_statuses=(),
    types=(),
    exceptions=(),
    error_code="",
    envelope="meta",
    messages=(),
    templates=(),
    retry="later",
    who="provider",
    state="legacy",
    since=2020,
    source="seen",
    cases=(_case("", ()),),
    operations=(),
    neighbours=(),
)


def _operation(key: str, method: str, module: Link, errors: tuple[ErrorView, ...]) -> OperationView:
    path, name = f"/{{org}}/{HOSTILE}", f"name {HOSTILE}"
    return OperationView(
        key, f"apis/{key}/", method, path, name, module, HOSTILE, "https://example.com/", errors
    )


def build_hostile_book(language: Language) -> Book:
    return Book(
        language=language,
        site_url="https://example.com/docs/",
        errors=(TAKEN, PLAIN),
        statuses=(
            GroupView("400", "status/400/", "400", (TAKEN,)),
            GroupView("799", "status/799/", "799", (TAKEN,)),
        ),
        modules=(GroupView("users", "modules/users/", USERS.text, (PLAIN, TAKEN)),),
        operations=(
            _operation("register", "POST", USERS, (TAKEN,)),
            _operation("remove", "DELETE", FILES, (TAKEN,)),
            _operation("idle", "GET", FILES, ()),
        ),
        placeholders=(PlaceholderView("username", f"label {HOSTILE}", shareable=True),),
    )


@pytest.fixture(scope="session", params=LANGUAGES)
def book(request: pytest.FixtureRequest) -> Book:
    return build_hostile_book(request.param)


@pytest.fixture(scope="session")
def pages(book: Book) -> dict[str, Page]:
    """By address."""
    return {page.address: page for page in build_pages(book)}
