"""The plan of a case in its page; the judge there and `verdict.judge` say the same of every answer."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html as lxml_html

from errorbook.build import record
from errorbook.examples.verdict import judge
from errorbook.model import Catalog, Envelope, Error, Example, Recording, Request, Template
from errorbook.pages.errors import build_error_page
from errorbook.pages.press import Press
from errorbook.pages.run import render_plan
from errorbook.settings import Settings
from errorbook.template import fill
from errorbook.views import Book
from errorbook.views.records import RunView

SCRIPT = Path(__file__).parents[1] / "js" / "run_judge.mjs"
STATUSES = (100, 199, 200, 201, 299, 300, 302, 399, 400, 401, 404, 429, 500, 599)
ENVELOPES: tuple[Envelope, ...] = ("standard", "oauth", "partial", "meta")

Question = tuple[Error, Example, Request, Recording]


def ask_javascript(questions: list[Question]) -> list[bool]:
    node = shutil.which("node")
    if node is None:
        pytest.fail("Node.js is not installed, so the two judges are not compared. Install Node 18 or later.")
    asked = [
        (_documented(error, example), request.role, {"status": recording.status, "body": recording.body})
        for error, example, request, recording in questions
    ]
    run = subprocess.run(
        [node, str(SCRIPT)], input=json.dumps(asked), capture_output=True, text=True, check=True
    )
    answers: list[bool] = json.loads(run.stdout)
    return answers


def _documented(error: Error, example: Example) -> object:
    return json.loads(render_plan(RunView(example, error), "en"))["error"]


def assert_same(questions: list[Question]) -> list[bool]:
    """What they said, if it is the same."""
    ours = [judge(error, request, recording).agrees for error, _, request, recording in questions]
    theirs = ask_javascript(questions)
    assert [question for question, a, b in zip(questions, ours, theirs, strict=True) if a != b] == []
    return ours


@pytest.fixture(scope="module")
def recorded(settings: Settings, catalog: Catalog) -> list[Question]:
    """Every request of every case with its recorded answer."""
    recordings = record(settings, catalog)
    return [
        (error, example, request, recording)
        for error, case, example in catalog.runs()
        for request, recording in zip(example.requests, recordings[error.id, case.case], strict=True)
    ]


def test_every_recording_is_as_documented(recorded: list[Question]) -> None:
    assert set(assert_same(recorded)) == {True}


def test_plan_is_read_from_the_page_as_it_was_written(books: tuple[Book, ...]) -> None:
    hostile = """</section>'"><img src=x onerror=alert(1)>&amp;{{ 7 * 7 }}\\u003c\u2028"""
    error = next(error for error in books[0].errors if error.cases[0].run)
    case, run = error.cases[0], error.cases[0].run
    assert run
    requests = tuple(replace(request, body=hostile) for request in run.example.requests)
    run = replace(run, example=replace(run.example, requests=requests))
    page = build_error_page(Press(books[0]), replace(error, cases=(replace(case, run=run),)))
    (plan,) = lxml_html.fromstring(page.html).xpath("//@data-plan")
    assert {request["body"] for request in json.loads(plan)["requests"]} == {hostile}


def test_judges_agree_on_damaged_answers(recorded: list[Question]) -> None:
    questions = list(_damaged(recorded, 4000, random.Random(1)))  # noqa: S311 - no secret
    said = assert_same(questions)
    assert min(said.count(True), said.count(False)) > 500


def test_judges_scan_alike(recorded: list[Question]) -> None:
    """Wordings of two letters, so that their parts overlap and occur more than once."""
    chance = random.Random(2)  # noqa: S311 - no secret
    error, example, *_ = recorded[0]
    request = next(request for request in example.requests if request.role == "fails")

    def draw(shortest: int, longest: int) -> str:
        return "".join(chance.choices("ab", k=chance.randint(shortest, longest)))

    questions = []
    for _ in range(4000):
        middle = [draw(1, 2) for _ in range(chance.randint(0, 2))]
        literals = (draw(0, 2), *middle, draw(0, 2))
        template = Template(literals, tuple(f"n{place}" for place in range(len(literals) - 1)))
        wordy = replace(error, error="", also_error=(), description=template, also_description=())
        body = json.dumps({"error_description": draw(1, 7)})
        questions.append((wordy, example, request, Recording(error.statuses[0], body)))
    said = assert_same(questions)
    assert min(said.count(True), said.count(False)) > 500


def _damaged(recorded: list[Question], count: int, chance: random.Random) -> Iterator[Question]:
    for _ in range(count):
        error, example, request, own = chance.choice(recorded)
        error = chance.choice(_variants(error, chance))
        *_, other = chance.choice(recorded)
        body = chance.choice([own.body, own.body, other.body, _said(error, chance)])
        status = chance.choice([own.status, own.status, *error.statuses, chance.choice(STATUSES)])
        yield error, example, request, Recording(status, chance.choice(_damages(chance))(body))


def _variants(error: Error, chance: random.Random) -> list[Error]:
    """The error as it is, and as tables may know it too."""
    bare = replace(error, error="", also_error=())
    silent = replace(error, description=None, also_description=())
    return [
        error,
        replace(error, envelope=chance.choice(ENVELOPES)),
        replace(error, status=None, also_status=()),
        replace(error, description=None),
        bare,
        silent,
        replace(silent, error="", also_error=(), also_exception=()),
        replace(silent, error="", also_error=(), exception="", also_exception=()),
    ]


def _said(error: Error, chance: random.Random) -> str:
    """An answer with one of the wordings, its values drawn by lot, somewhere in the body."""
    values = ("", "a", "a b", "{x}", "😀", "\n", "exists", " exists")
    messages = [fill(t, {name: chance.choice(values) for name in t.names}) for t in error.descriptions]
    message = chance.choice([*messages, "something else", ""])
    fields = {"error": error.error, "exception": error.exception, "error_description": message}
    return json.dumps(chance.choice([fields, {"data": [{"deep": [message, 1, None]}]}, [fields], message]))


def _damages(chance: random.Random) -> tuple[Callable[[str], str], ...]:
    def drop(text: str) -> str:
        at = chance.randrange(len(text) + 1)
        return text[:at] + text[at + 1 :]

    return (
        str,
        str,
        str,
        drop,
        lambda text: text[: chance.randrange(len(text) + 1)],
        lambda text: text.replace('"error"', '"errors"'),
        lambda text: text.replace('"error_description"', '"message"'),
        lambda text: text.replace(":", ": NaN, ", 1),
        lambda text: text.replace("}", ',"extra":NaN}', 1),
        lambda text: text.replace("{", '{"error":7,', 1),
        lambda text: text.replace("{", '{"error_description":"first",', 1),
        lambda text: f"\ufeff{text}",
        lambda text: f" \n{text}\t",
        lambda text: f"[{text}]",
    )
