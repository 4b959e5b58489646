"""Masking leaves what errors say: no message of the catalogue and no wording among the facts is a secret."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
from pathlib import Path

import pytest

from errorbook.inline import text_of
from errorbook.views import Book

HERE = Path(__file__).parent
FACTS = HERE.parent / "facts"
WORDINGS = {
    "errors_facts.csv": "description",
    "observed_errors.csv": "description_template",
    "distinct_errors.csv": "description_template",
}


def masked(texts: list[str]) -> list[str]:
    node = shutil.which("node")
    if node is None:
        pytest.fail("Node.js is not installed, so masking is not tested. Install Node 18 or later.")
    run = subprocess.run(
        [node, str(HERE / "run_redact.mjs")],
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        check=True,
    )
    found: list[str] = json.loads(run.stdout)
    return found


def assert_unchanged(texts: list[str]) -> None:
    assert len(texts) > 10
    assert [pair for pair in zip(texts, masked(texts), strict=True) if pair[0] != pair[1]] == []


def test_responses_of_the_catalogue_hold_no_secret(books: tuple[Book, ...]) -> None:
    bodies = [
        {"error": name, "timestamp": 1542350943210, "exception": exc, "error_description": text_of(message)}
        for error in books[0].errors
        for message in error.messages
        for name in (error.types or ("",))
        for exc in (error.exceptions or ("",))
    ]
    assert_unchanged([*map(json.dumps, bodies), *map(str, bodies)])


@pytest.mark.parametrize("name", WORDINGS)
def test_wordings_among_the_facts_hold_no_secret(name: str) -> None:
    with (FACTS / name).open(encoding="utf-8", newline="") as file:
        assert_unchanged([row[WORDINGS[name]] for row in csv.DictReader(file) if row[WORDINGS[name]]])


def test_recorded_answers_to_failing_requests_hold_no_secret(books: tuple[Book, ...]) -> None:
    requests = [request for error in books[0].errors for case in error.cases for request in case.requests]
    assert_unchanged([request.recording.body for request in requests if request.role == "fails"])
