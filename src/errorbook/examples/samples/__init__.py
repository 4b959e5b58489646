"""Requests of examples in several languages. To add one: a module with `render`, and its line below."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from errorbook.examples.samples import curl, go, http, java, javascript, php, python
from errorbook.examples.samples.changes import changed_ranges
from errorbook.examples.samples.draft import Draft, build_draft
from errorbook.examples.variables import references_of
from errorbook.model import Example, Request

__all__ = ["LABELS", "AnswerVariable", "Tongue", "answer_variables", "changed_ranges", "render_sample"]

Tongue = Literal["http", "curl", "python", "javascript", "java", "go", "php"]
"""The languages in which a request is printed, in this order."""

_RENDER: dict[Tongue, Callable[[Draft], str]] = {
    "http": http.render,
    "curl": curl.render,
    "python": python.render,
    "javascript": javascript.render,
    "java": java.render,
    "go": go.render,
    "php": php.render,
}

LABELS: dict[Tongue, str] = {
    "http": "HTTP",
    "curl": "curl",
    "python": "Python",
    "javascript": "JavaScript",
    "java": "Java",
    "go": "Go",
    "php": "PHP",
}
"""What readers call each language."""


@dataclass(frozen=True, slots=True)
class AnswerVariable:
    """A value of an answer that later requests read from the environment."""

    variable: str
    path: str
    """Dotted path in the JSON body: `data.groupid`."""


def render_sample(tongue: Tongue, example: Example, request: Request) -> str:
    """One request of an example in one language, ready to paste."""
    return _RENDER[tongue](build_draft(example, request))


def answer_variables(example: Example, request: Request) -> tuple[AnswerVariable, ...]:
    """What later requests read of the answer to this one."""
    return tuple(
        AnswerVariable(reference.variable, reference.path)
        for reference in references_of(example)
        if reference.path and reference.name == request.name
    )
