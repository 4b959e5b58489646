"""`printed/` holds examples, each with its samples in all languages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest

from errorbook.examples.parse import parse_example
from errorbook.examples.samples import (
    LABELS,
    AnswerVariable,
    Tongue,
    answer_variables,
    render_sample,
)
from errorbook.examples.samples.draft import WIDTH
from errorbook.model import Example

HERE = Path(__file__).parent
PRINTED = sorted((HERE / "printed").glob("*.http"))


def read(path: Path) -> Example:
    return parse_example(path.name, path.read_text("utf-8"))


def sentence(path: Path) -> str:
    return path.stem.replace("_", " ")


@pytest.mark.parametrize("path", PRINTED, ids=sentence)
def test_printed(path: Path, check_golden: Callable[[Path, str], None]) -> None:
    example = read(path)
    samples = [
        f"=== {label}, {request.title.en or request.role}\n{render_sample(tongue, example, request)}\n"
        for request in example.requests
        for tongue, label in LABELS.items()
    ]
    check_golden(path.with_suffix(".txt"), "\n".join(samples))


@pytest.mark.parametrize("path", sorted((HERE.parents[1] / "data" / "examples").glob("*.http")), ids=sentence)
def test_python_keeps_to_the_width(path: Path) -> None:
    example = read(path)
    lines = [ln for r in example.requests for ln in render_sample("python", example, r).splitlines()]
    assert max(map(len, lines)) <= WIDTH


def test_every_language_has_a_label() -> None:
    assert tuple(LABELS) == get_args(Tongue)


def test_answers_that_are_used_later_have_variables() -> None:
    example = read(HERE / "accepted" / "an_answer_is_used_by_later_requests.http")
    variables = [answer_variables(example, request) for request in example.requests]
    assert variables == [(AnswerVariable("SHELF_MADE_ID", "shelves[0].id"),), (), (), ()]
