"""What `extra.errorbook` may say."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from errorbook.problems import RefusedError
from errorbook.settings import parse_settings

OWN: dict[str, Any] = {
    "title": {"zh": "手册", "en": "Book"},
    "data": "tables",
    "sandbox": "sandbox:create_app",
    "client_id": "id",
    "client_secret": "secret",
    "recorded_at": 0,
    "connect_src": ["https://a1.example.com", "http://127.0.0.1:8080"],
}


def parse(**changed: Any) -> list[str]:
    """The problems of the settings with these changes."""
    document = {"site_url": "https://errors.example.com/", "extra": {"errorbook": OWN | changed}}
    try:
        parse_settings(Path("mkdocs.yml"), document)
    except RefusedError as exc:
        return [problem.text for problem in exc.problems]
    return []


def test_settings_that_are_right_are_read() -> None:
    assert parse() == []
    assert parse(connect_src=[]) == []


@pytest.mark.parametrize(
    "origin",
    ["a1.example.com", "https://a1.example.com/", "https://*", "'self'", "https://a; script-src *", 7],
)
def test_what_is_no_origin_is_refused(origin: object) -> None:
    cure = "Write it as https://host or https://host:port."
    assert parse(connect_src=[origin]) == [f"extra.errorbook.connect_src: {origin!r} is no origin. {cure}"]


@pytest.mark.parametrize(("name", "value"), [("connect_src", "https://a1.example.com"), ("recorded_at", "0")])
def test_values_of_another_type_are_refused(name: str, value: object) -> None:
    kind = {"connect_src": "list", "recorded_at": "int"}[name]
    assert parse(**{name: value}) == [f"extra.errorbook.{name}: {value!r} is no {kind}."]
