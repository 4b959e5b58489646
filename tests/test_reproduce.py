from __future__ import annotations

import json
from dataclasses import replace

import pytest
from guests import KEY, make_guest
from starlette.requests import Request as HttpRequest
from starlette.responses import JSONResponse
from starlette.types import Receive, Scope, Send

from errorbook.build import sandbox_target
from errorbook.examples.parse import Login, parse_example, parse_login
from errorbook.examples.service import Service
from errorbook.examples.targets import InProcess
from errorbook.model import Case, Catalog, Error, Wording
from errorbook.reproduce import (
    Report,
    Row,
    UnknownError,
    render_report,
    render_report_json,
    reproduce,
    select,
)
from errorbook.settings import Settings
from errorbook.template import parse_template

NOTHING = Wording("", "")
HEAD = "@org = library\n@app = main\n"
FAILS_AND_IS_FIXED = """
### fails
GET {{base}}/404

### fixed
GET {{base}}/200
"""
LOGIN = """# @token {{entry.response.body.error}}
@org = library
@app = main

### given a token
# @name entry
GET {{base}}/200
"""


async def answer(scope: Scope, receive: Receive, send: Send) -> None:
    """A service that answers with the status at the end of the path."""
    status = int(HttpRequest(scope, receive).url.path.rpartition("/")[2])
    body = {"error": "gone", "error_description": f"nothing at {status}"}
    await JSONResponse(body, status)(scope, receive, send)


def case(text: str = FAILS_AND_IS_FIXED, name: str = "") -> Case:
    example = parse_example(f"{name or 'x'}.http", HEAD + text)
    return Case(name, NOTHING, NOTHING, "run", NOTHING, example, 2)


def error(*cases: Case, id: str = "shelf-missing") -> Error:  # noqa: A002 - the column's name
    return Error(
        id=id,
        module="shelves",
        status=404,
        also_status=(),
        error="gone",
        also_error=(),
        exception="",
        also_exception=(),
        error_code="",
        envelope="standard",
        description=parse_template("nothing at {place}"),
        also_description=(),
        title=NOTHING,
        retry="never",
        who="developer",
        state="current",
        since=2020,
        source="",
        cases=cases,
    )


def legacy() -> Error:
    """An error of older servers; its example lives in another organisation."""
    text = HEAD.replace("library", "archive") + FAILS_AND_IS_FIXED
    there = replace(case(), example=parse_example("x.http", text))
    return replace(error(there), state="legacy")


def catalog_of(*errors: Error) -> Catalog:
    return Catalog(errors, (), (), (), (), ())


@pytest.fixture
def login() -> Login:
    return parse_login("login.http", LOGIN)


@pytest.fixture
def target(login: Login) -> InProcess:
    return InProcess(create_app=lambda _seed: answer, login=login, client_id="id", client_secret=KEY)


@pytest.fixture
def service(login: Login) -> Service:
    return make_guest("http://127.0.0.1:9", login)


def last_lines(report: Report) -> list[str]:
    return render_report(report).split("\n\n")[-1].splitlines()


def test_our_own_examples_behave_as_our_tables_say(settings: Settings, catalog: Catalog) -> None:
    report = reproduce(catalog, sandbox_target(settings))
    runs = sum(c.example_kind == "run" for e in catalog.errors for c in e.cases)
    assert last_lines(report) == [f"{runs} of {runs} failing as documented", f"{runs} of {runs} fixed"]
    assert report.agrees


def test_each_case_has_a_row_in_the_order_of_the_catalogue(target: InProcess) -> None:
    errors = error(case(name="b"), case(name="a"), id="one"), error(case(), id="two")
    report = reproduce(catalog_of(*errors), target)
    assert [(row.error, row.case) for row in report.rows] == [("one", "b"), ("one", "a"), ("two", "")]
    assert report.agrees


def test_only_examples_to_be_run_are_run(target: InProcess) -> None:
    live, none = replace(case(), example_kind="live"), replace(case(), example_kind="none", example=None)
    assert reproduce(catalog_of(error(live, none)), target).rows == ()


@pytest.mark.parametrize(
    ("old", "new", "failing", "fixed"),
    [
        ("404", "403", False, True),
        ("/200", "/500", True, False),
        ("### fails", "### given a scene\nGET {{base}}/201\n\n### fails", True, True),
        ("### fails", "### given no scene\nGET {{base}}/400\n\n### fails", False, False),
        ("/404", "/404/{{x.response.body.id}}", False, False),
    ],
)
def test_what_differs_is_said_of_the_request_that_differs(
    target: InProcess, old: str, new: str, *, failing: bool, fixed: bool
) -> None:
    text = FAILS_AND_IS_FIXED.replace(old, new)
    if "x.response" in text:
        text = "\n### given\ta thing\n# @name x\nGET {{base}}/200\n".replace("\t", " ") + text
    (row,) = reproduce(catalog_of(error(case(text))), target).rows
    assert row.failing is not None
    assert row.fixed is not None
    assert (row.failing.agrees, row.fixed.agrees) == (failing, fixed)
    assert row.agrees is (failing and fixed)


def test_a_broken_example_does_not_stop_the_others(target: InProcess) -> None:
    broken = case("\n### given a thing\n# @name x\nGET {{base}}/200\n\n### fails\nGET {{base}}/"
                  "{{x.response.body.id}}\n\n### fixed\nGET {{base}}/200\n")  # fmt: skip
    report = reproduce(catalog_of(error(broken, id="a"), error(case(), id="b")), target)
    assert [row.agrees for row in report.rows] == [False, True]
    assert report.rows[0].failing is not None
    assert "x answered 200 without id" in report.rows[0].failing.got


def test_a_report_says_what_was_expected_and_what_came(target: InProcess) -> None:
    drifted = case(FAILS_AND_IS_FIXED.replace("404", "403").replace("/200", "/500"), name="moved")
    report = reproduce(catalog_of(error(case(name="gone"), drifted)), target)
    assert not report.agrees
    assert render_report(report) == (
        "error                failing        fixed\n"
        "shelf-missing#gone   as documented  yes\n"
        "shelf-missing#moved  DRIFTED        NO\n"
        "\n"
        "shelf-missing#moved, failing:\n"
        "  expected 404, gone, nothing at {place}\n"
        "  got      403, gone, nothing at 403\n"
        "\n"
        "shelf-missing#moved, fixed:\n"
        "  expected success (2xx)\n"
        "  got      500, gone, nothing at 500\n"
        "\n"
        "1 of 2 failing as documented\n"
        "1 of 2 fixed"
    )


def test_the_same_for_programs(target: InProcess) -> None:
    report = reproduce(catalog_of(error(case())), target)
    said = json.loads(render_report_json(report))
    verdict = {
        "agrees": True,
        "expected": "404, gone, nothing at {place}",
        "got": "404, gone, nothing at 404",
    }
    fixed = {"agrees": True, "expected": "success (2xx)", "got": "200, gone, nothing at 200"}
    row = {"id": "shelf-missing", "case": "", "failing": verdict, "fixed": fixed, "not_runnable": None}
    assert said == {"agrees": True, "stopped": False, "leftovers": [], "cases": [row]}


def test_legacy_errors_are_not_asked_of_a_service(service: Service) -> None:
    report = reproduce(catalog_of(legacy()), service)
    assert report.rows == (Row("shelf-missing", "", not_runnable="older servers only"),)
    assert last_lines(report) == ["1 not runnable", "0 of 0 failing as documented", "0 of 0 fixed"]
    assert "shelf-missing  not runnable  older servers only\n" in render_report(report)
    assert not report.agrees


def test_programs_learn_why_nothing_was_run(service: Service) -> None:
    report = reproduce(catalog_of(legacy()), service)
    (row,) = json.loads(render_report_json(report))["cases"]
    assert (row["failing"], row["fixed"], row["not_runnable"]) == (None, None, "older servers only")


def test_legacy_errors_are_asked_of_a_sandbox(target: InProcess) -> None:
    assert reproduce(catalog_of(legacy()), target).agrees


def test_other_examples_need_an_app_of_their_kind(service: Service) -> None:
    elsewhere = catalog_of(replace(legacy(), state="current"))
    (row,) = reproduce(elsewhere, service).rows
    assert row.not_runnable == "needs an app like archive/main (see --as)"
    (row,) = reproduce(elsewhere, replace(service, home="archive/main")).rows
    assert row.not_runnable == ""


def test_errors_are_selected_by_id() -> None:
    whole = catalog_of(error(case(), id="one"), error(case(), id="two"), error(case(), id="three"))
    assert [each.id for each in select(whole, ["three", "one"]).errors] == ["one", "three"]


def test_an_error_that_cannot_be_selected_is_named() -> None:
    live = replace(case(), example_kind="live")
    whole = catalog_of(error(live, id="one"), error(case(), id="two"))
    with pytest.raises(UnknownError, match=r"^tow: no such error"):
        select(whole, ["two", "tow"])
    with pytest.raises(UnknownError, match=r"^one: this error has no example to run"):
        select(whole, ["one"])


def test_a_stopped_run_keeps_what_it_has(target: InProcess) -> None:
    seen: list[str] = []

    def watch(row: Row) -> None:
        seen.append(row.error)
        if row.error == "two":
            raise KeyboardInterrupt

    whole = catalog_of(error(case(), id="one"), error(case(), id="two"), error(case(), id="three"))
    report = reproduce(whole, target, watch)
    assert seen == [row.error for row in report.rows] == ["one", "two"]
    assert report.stopped
    assert last_lines(report)[0] == "stopped before the end"


def test_leftovers_are_listed(target: InProcess) -> None:
    report = replace(reproduce(catalog_of(error(case())), target), leftovers=("DELETE /a: 403",))
    assert "left over, to be deleted by hand:\n  DELETE /a: 403\n\n1 of 1 failing" in render_report(report)
    assert json.loads(render_report_json(report))["leftovers"] == ["DELETE /a: 403"]


def test_a_service_needs_a_foreign_token_where_an_example_does(service: Service) -> None:
    foreign = case(FAILS_AND_IS_FIXED.replace("/404", "/{{foreign_token}}/404"))
    (row,) = reproduce(catalog_of(error(foreign)), service).rows
    assert row.not_runnable == "needs a token that this service never issued"
    given = replace(service, foreign_token="other")  # noqa: S106
    (row,) = reproduce(catalog_of(error(foreign)), given).rows
    assert row.not_runnable == ""


def test_a_service_that_is_not_there_agrees_with_nothing(service: Service) -> None:
    report = reproduce(catalog_of(error(case())), service)
    assert last_lines(report) == ["0 of 1 failing as documented", "0 of 1 fixed"]
    assert "no answer (ConnectError" in render_report(report)


def test_an_empty_report_does_not_agree() -> None:
    assert not Report(()).agrees
