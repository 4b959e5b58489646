"""A guest of a service brings its own names, and changes nothing of the place."""

from __future__ import annotations

import re

import pytest
from guests import Hours, make_guest

from errorbook.examples.parse import Login, parse_example
from errorbook.examples.runner import record_example
from errorbook.examples.service import make_run_id
from errorbook.model import Example

PUT_UP = """@org = library
@app = main
@shelf = poems

### given a shelf
POST {{base}}/{{org}}/{{app}}/shelves
Authorization: {{token}}

{"name":"{{shelf}}"}

### fails
# @sleep 1100
POST {{base}}/{{org}}/{{app}}/shelves
Authorization: no-{{token}}

### fixed
POST {{base}}/{{org}}/{{app}}/shelves
Authorization: {{foreign_token}}
"""


@pytest.fixture
def example() -> Example:
    return parse_example("x.http", PUT_UP)


def test_run_ids_fit_any_name_and_differ() -> None:
    ids = [make_run_id() for _ in range(500)]
    assert len(set(ids)) == len(ids)
    assert [run_id for run_id in ids if not re.fullmatch("[a-z0-9]{6}", run_id)] == []


def test_names_hold_the_run_id_and_differ_from_example_to_example(
    library_url: str, login: Login, example: Example
) -> None:
    guest = make_guest(library_url, login)
    bodies = [record_example(example, guest)[0].body for _ in range(2)]
    assert [re.findall("poems[0-9a-z]*", body) for body in bodies] == [["poems7x1"], ["poems7x2"]]


def test_even_long_names_stay_below_the_limits_of_services(login: Login) -> None:
    guest = make_guest("http://service", login, run_id=make_run_id())
    longest = parse_example("x.http", PUT_UP.replace("poems", "p" * 32))
    adapted = [guest.adapt(longest) for _ in range(1000)][-1]
    assert len({v.name: v.value for v in adapted.variables}["shelf"]) <= 64


def test_a_service_is_used_in_its_own_app_and_not_reset(
    library_url: str, login: Login, example: Example
) -> None:
    guest = make_guest(library_url, login)
    passes = [record_example(example, guest)[1].body for _ in range(2)]
    assert "no-pass-1-0-branch/east" in passes[0]
    assert "no-pass-1-1-branch/east" in passes[1]


def test_a_service_takes_the_foreign_token_that_it_is_given(
    library_url: str, login: Login, example: Example
) -> None:
    guest = make_guest(library_url, login, foreign_token="other")  # noqa: S106
    assert "pass other unknown" in record_example(example, guest)[2].body


def test_waits_are_real_at_a_service(library_url: str, login: Login, example: Example) -> None:
    hours = Hours()
    record_example(example, make_guest(library_url, login, pace=hours.pace()))
    assert 1.1 in hours.waits


def test_secrets_are_hidden(login: Login) -> None:
    guest = make_guest("http://service", login, client_secret="hush", foreign_token="")  # noqa: S106
    assert guest.hide_secrets("said hush, hush") == "said ***, ***"
