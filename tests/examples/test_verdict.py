from __future__ import annotations

import json
from dataclasses import replace

import pytest

from errorbook.examples.verdict import judge
from errorbook.model import Error, Recording, Request, Role, Wording
from errorbook.template import parse_template

TAKEN = Error(
    id="shelf-taken",
    module="shelves",
    status=409,
    also_status=(400,),
    error="taken",
    also_error=("not_unique",),
    exception="TakenException",
    also_exception=(),
    error_code="",
    envelope="standard",
    description=parse_template("shelf {name} stands already"),
    also_description=(parse_template("{name} is taken"),),
    title=Wording("书架已存在", "Shelf taken"),
    retry="never",
    who="developer",
    state="current",
    since=2020,
    source="",
    cases=(),
)
SILENT = replace(TAKEN, description=None, also_description=())


def request(role: Role) -> Request:
    return Request(role, Wording("", ""), "", "GET", "{{base}}/", (), "", 0, 1)


def agrees(error: Error, status: int, body: object, role: Role = "fails") -> bool:
    return judge(error, request(role), Recording(status, json.dumps(body))).agrees


def answer(description: str | None = "shelf a stands already", error: str | None = "taken") -> dict[str, str]:
    fields = {"error": error, "error_description": description}
    return {name: value for name, value in fields.items() if value is not None}


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (409, answer()),
        (400, answer()),
        (409, answer("a b is taken")),
        (409, answer(error="not_unique")),
        (409, {**answer(), "exception": "SomethingElse"}),
    ],
)
def test_what_the_table_says_agrees(status: int, body: object) -> None:
    assert agrees(TAKEN, status, body)


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (404, answer()),
        (200, answer()),
        (409, answer("shelf a stands")),
        (409, answer("")),
        (409, answer(None)),
        (409, answer(error="other")),
        (409, answer(error=None)),
        (409, [answer()]),
        (409, {**answer(None), "error_description": 7}),
        (409, "shelf a stands already"),
    ],
)
def test_what_the_table_does_not_say_disagrees(status: int, body: object) -> None:
    assert not agrees(TAKEN, status, body)


def test_a_body_that_is_not_json_disagrees() -> None:
    assert not judge(TAKEN, request("fails"), Recording(409, "<html>")).agrees


def test_an_error_type_that_is_not_documented_may_be_any() -> None:
    bare = replace(TAKEN, error="", also_error=())
    assert agrees(bare, 409, answer(error="other"))


@pytest.mark.parametrize(("status", "expected"), [(400, True), (599, True), (302, False), (200, False)])
def test_a_status_that_is_not_documented_is_one_of_an_error(status: int, expected: bool) -> None:  # noqa: FBT001
    assert agrees(replace(TAKEN, status=None, also_status=()), status, answer()) is expected


def test_a_wording_seen_only_now_and_then_may_be_missing() -> None:
    sometimes = replace(TAKEN, description=None, exception="")
    assert agrees(sometimes, 409, answer(None))
    assert agrees(sometimes, 409, answer("a is taken"))
    assert not agrees(sometimes, 409, answer("something else"))


def test_without_a_message_type_and_class_must_agree() -> None:
    assert agrees(SILENT, 409, {"error": "taken", "exception": "TakenException"})
    assert not agrees(SILENT, 409, {"error": "taken", "exception": "OtherException"})
    assert not agrees(SILENT, 409, {"error": "taken"})
    assert not agrees(SILENT, 409, {"error": "other", "exception": "TakenException"})
    assert not agrees(SILENT, 409, {**answer(), "exception": "TakenException"})


def test_without_a_message_and_type_the_class_must_agree() -> None:
    classed = replace(SILENT, error="", also_error=(), also_exception=("Old",))
    assert agrees(classed, 409, {"exception": "Old"})
    assert not agrees(classed, 409, {"exception": "Other"})


def test_an_error_that_nothing_tells_agrees_with_nothing() -> None:
    assert not agrees(replace(SILENT, error="", also_error=(), exception=""), 409, {})


@pytest.mark.parametrize("envelope", ["partial", "meta"])
def test_other_envelopes_hold_the_message_anywhere(envelope: str) -> None:
    inner = replace(TAKEN, status=200, envelope=envelope, error="", also_error=())  # type: ignore[arg-type]
    assert agrees(inner, 200, {"data": [{"ok": 1}, {"reason": "a is taken"}]})
    assert not agrees(inner, 200, {"data": [{"reason": "a"}]})


@pytest.mark.parametrize("role", ["given", "fixed"])
def test_other_requests_must_succeed(role: Role) -> None:
    assert agrees(TAKEN, 200, {}, role)
    assert agrees(TAKEN, 299, {}, role)
    assert not agrees(TAKEN, 300, {}, role)
    assert not agrees(TAKEN, 199, {}, role)
    assert not agrees(TAKEN, 409, answer(), role)


def test_a_partial_error_is_gone_when_it_is_fixed() -> None:
    partial = replace(TAKEN, envelope="partial")
    assert agrees(partial, 200, {"data": []}, "fixed")
    assert not agrees(partial, 200, {"data": [{"reason": "a is taken"}]}, "fixed")


def test_a_verdict_says_what_was_expected_and_what_came() -> None:
    verdict = judge(TAKEN, request("fails"), Recording(404, json.dumps(answer("gone", "missing"))))
    assert verdict.expected == (
        "409 or 400, taken or not_unique, shelf {name} stands already or {name} is taken"
    )
    assert verdict.got == "404, missing, gone"


def test_a_verdict_falls_back_on_class_and_body() -> None:
    verdict = judge(replace(SILENT, status=None, also_status=()), request("fails"), Recording(502, "<html>"))
    assert verdict.expected == "an error status, taken or not_unique, TakenException"
    assert verdict.got == "502, <html>"
    assert judge(TAKEN, request("fixed"), Recording(201, "")).expected == "success (2xx)"
