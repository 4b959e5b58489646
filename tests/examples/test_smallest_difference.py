"""Failing and fixed request differ in one thing, and that thing is what makes the error."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pieces import find_differences, is_one_thing, put_together

from errorbook.build import sandbox_target
from errorbook.catalog import read
from errorbook.examples.runner import record_example
from errorbook.examples.targets import InProcess
from errorbook.examples.verdict import judge
from errorbook.model import Error, Example, Request, Wording
from errorbook.settings import read_settings

SETTINGS = read_settings(Path(__file__).parents[2] / "mkdocs.yml")
CASES = {
    f"{error.id} {case.case}".strip(): (error, example) for error, case, example in read(SETTINGS.data).runs()
}
each_case = pytest.mark.parametrize(("error", "example"), CASES.values(), ids=CASES)


@pytest.fixture(scope="module")
def target() -> InProcess:
    return sandbox_target(SETTINGS)


def pair(example: Example) -> tuple[Request, Request]:
    fails, fixed = (request for request in example.requests if request.role != "given")
    return fails, fixed


def agrees(error: Error, example: Example, request: Request, target: InProcess) -> bool:
    """Whether a request, sent right after what is given, is answered as its role says."""
    given = tuple(request for request in example.requests if request.role == "given")
    answers = record_example(replace(example, requests=(*given, request)), target)
    return judge(error, request, answers[-1]).agrees


@each_case
def test_failing_and_fixed_request_differ_in_one_thing(error: Error, example: Example) -> None:
    _, differences = find_differences(*pair(example))
    assert len(differences) == 1, f"{error.id}: {differences}"
    assert is_one_thing(differences[0]), f"{error.id}: {differences[0]}"


@each_case
def test_undoing_the_difference_brings_the_error_back(
    error: Error, example: Example, target: InProcess
) -> None:
    fails, fixed = pair(example)
    pieces, (difference,) = find_differences(fixed, fails)
    end = difference.start + len(difference.before)
    undone = put_together([*pieces[: difference.start], *difference.after, *pieces[end:]], like=fails)
    assert agrees(error, example, undone, target)


@each_case
def test_without_the_difference_the_error_does_not_occur(
    error: Error, example: Example, target: InProcess
) -> None:
    fails, fixed = pair(example)
    pieces, _ = find_differences(fixed, fails)
    assert agrees(error, example, put_together(pieces, like=fixed), target)


def build(url: str, body: str) -> Request:
    return Request("fails", Wording("", ""), "", "POST", url, (("Accept", "*/*"),), body, 0, 1)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (build("a/b", ""), build("a/c", "")),
        (build("a/b", ""), build("a/b?x=1", "")),
        (build("a", '{"a":{"b":1}}'), build("a", '{"a":{"b":2}}')),
        (build("a", '{"a":[1]}'), build("a", '{"a":[1,2,3]}')),
        (build("a", '{"a":1}'), build("a", '{"b":1}')),
        (build("a", '{"a":1'), build("a", '{"a":1}')),
    ],
)
def test_one_difference_is_seen_as_one(one: Request, other: Request) -> None:
    pieces, (difference,) = find_differences(one, other)
    assert is_one_thing(difference)
    assert put_together(pieces, like=one).url == one.url


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (build("a/b", '{"a":1}'), build("a/c", '{"a":2}')),
        (build("a", '{"a":1,"b":2}'), build("a", '{"a":2,"b":1}')),
        (build("a", '{"a":1}'), build("a", '{"b":2}')),
        (build("a/b/c", ""), build("a/d/e", "")),
        (build("a", '{"a":1,"b":2,"c":3}'), build("a", '{"a":0,"b":2,"c":0}')),
    ],
)
def test_two_differences_are_not_one(one: Request, other: Request) -> None:
    _, differences = find_differences(one, other)
    assert len(differences) > 1 or not is_one_thing(differences[0])
