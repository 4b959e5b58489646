"""`refused/` holds broken files, each with its problems; `accepted/` sound ones, each with what they say."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import pytest

from errorbook.examples.parse import Login, parse_example, parse_login
from errorbook.model import Example
from errorbook.problems import RefusedError

HERE = Path(__file__).parent
PROJECT = HERE.parents[1]
Check = Callable[[Path, str], None]


def sentence(path: Path) -> str:
    return path.stem.replace("_", " ")


@pytest.mark.parametrize("path", sorted((HERE / "refused").glob("*.http")), ids=sentence)
def test_refused(path: Path, check_golden: Check) -> None:
    with pytest.raises(RefusedError) as caught:
        parse_example(path.name, path.read_bytes().decode())
    check_golden(path.with_suffix(".txt"), f"{caught.value}\n")


@pytest.mark.parametrize("path", sorted((HERE / "accepted").glob("*.http")), ids=sentence)
def test_accepted(path: Path, check_golden: Check) -> None:
    example = parse_example(path.name, path.read_bytes().decode())
    said = {name: value for name, value in asdict(example).items() if name != "text"}
    check_golden(path.with_suffix(".json"), json.dumps(said, indent=2, ensure_ascii=False) + "\n")


def test_the_text_is_kept_as_it_stands() -> None:
    path = HERE / "accepted" / "the_smallest_example.http"
    assert parse_example("x", path.read_text()).text == path.read_text()


@pytest.mark.parametrize("path", sorted((PROJECT / "data" / "examples").glob("*.http")), ids=sentence)
def test_our_own_examples_are_sound(path: Path) -> None:
    assert isinstance(parse_example(path.name, path.read_text("utf-8")), Example)


def test_our_own_login_is_sound() -> None:
    text = (PROJECT / "data" / "login.http").read_text("utf-8")
    assert parse_login("login.http", text).token == "{{login.response.body.access_token}}"  # noqa: S105


def test_a_login_names_its_requests_and_the_place_of_the_token(login: Login) -> None:
    assert login.token == "{{entry.response.body.pass.text}}"  # noqa: S105
    assert [request.name for request in login.example.requests] == ["entry"]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("# @token {{entry.response.body.pass.text}}\n", "", "no answer is said to hold the token"),
        ("### given a pass", "### fails", "a login has given requests only"),
        ("# @name entry\n", "", "no answer is said to hold the token"),
        ("{{entry.", "{{exit.", "the answer entry is not used"),
        ("{{base}}", "{{bse}}", "{{bse}} is unknown"),
    ],
)
def test_a_broken_login_is_refused(login: Login, old: str, new: str, problem: str) -> None:
    with pytest.raises(RefusedError, match=problem):
        parse_login("login.http", login.example.text.replace(old, new))
