"""Texts with `{{variables}}`: take them apart, put values in, follow a path into an answer."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from errorbook.model import Example, Request

SUPPLIED = ("base", "token", "client_id", "client_secret", "foreign_token")
"""What a runner supplies; the head of an example declares the rest."""

HOME = ("org", "app")
"""Variables of every head: where the example lives. All others are names that it creates."""

_HOLE = re.compile(r"\{\{(.+?)\}\}")
_KEY = r"[A-Za-z_]\w*(?:\[\d+\])*"
_ANSWER = re.compile(rf"([A-Za-z]\w*)\.response\.body\.({_KEY}(?:\.{_KEY})*)", re.ASCII)
_STEP = re.compile(r"\[(?P<index>\d+)\]|(?P<key>\w+)", re.ASCII)
_WORD = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])")


@dataclass(frozen=True, slots=True)
class Reference:
    """`{{name}}`, or with a `path` the value there in the JSON answer to the request called `name`."""

    text: str
    name: str
    path: str = ""

    @property
    def variable(self) -> str:
        """The environment variable from which a sample reads the value."""
        keys = [step["key"] for step in _STEP.finditer(self.path) if step["key"]]
        words = [word for name in (self.name, *keys[-1:]) for word in _WORD.findall(name)]
        return "_".join(words).upper()


Part = str | Reference


def parse_parts(text: str) -> tuple[Part, ...]:
    """The literal stretches of a text and its references, in order; no stretch is empty."""
    parts: list[Part] = []
    for position, piece in enumerate(_HOLE.split(text)):
        if position % 2:
            parts.append(_parse_reference(piece))
        elif piece:
            parts.append(piece)
    return tuple(parts)


def references(*texts: str) -> tuple[Reference, ...]:
    """Every reference in the texts, each once, in the order of its first use."""
    found = (part for text in texts for part in parse_parts(text) if isinstance(part, Reference))
    return tuple(dict.fromkeys(found))


def references_of(example: Example) -> tuple[Reference, ...]:
    """Every reference in the requests of an example."""
    found = (reference for request in example.requests for reference in references_in(request))
    return tuple(dict.fromkeys(found))


def references_in(request: Request) -> tuple[Reference, ...]:
    """Every reference in a request."""
    return references(request.url, *(value for _, value in request.headers), request.body)


def substitute(text: str, values: Mapping[str, str]) -> tuple[Part, ...]:
    """Put the values of plain names in and keep every other reference."""
    parts: list[Part] = []
    for part in parse_parts(text):
        filled = values.get(part.text, part) if isinstance(part, Reference) else part
        if parts and isinstance(filled, str) and isinstance(parts[-1], str):
            parts[-1] += filled
        else:
            parts.append(filled)
    return tuple(parts)


def expand(text: str, lookup: Callable[[Reference], str]) -> str:
    """Put a value in for every reference."""
    return "".join(part if isinstance(part, str) else lookup(part) for part in parse_parts(text))


def follow_path(answer: str, path: str) -> str:
    """The value at `data.users[0].uuid` in a JSON text. Raises LookupError if there is none."""
    value = _parse_json(answer)
    for step in _STEP.finditer(path):
        value = _step(value, step)
    return _render_plain(value)


def follow_all(answer: str, path: str) -> tuple[str, ...]:
    """The values at `users.name` in a JSON text, a list on the way standing for each of its items.

    Raises LookupError if there is no such place.
    """
    values = _items(_parse_json(answer))
    for step in _STEP.finditer(path):
        values = [item for value in values for item in _items(_step(value, step))]
    return tuple(map(_render_plain, values))


def _items(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _parse_json(text: str) -> object:
    try:
        return json.loads(text)
    except ValueError as exc:
        raise LookupError(text) from exc


def _render_plain(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, int | float):
        return json.dumps(value)
    raise LookupError(value)


def _step(value: object, step: re.Match[str]) -> object:
    if step["index"] and isinstance(value, list):
        return value[int(step["index"])]
    if step["key"] and isinstance(value, dict):
        return value[step["key"]]
    raise LookupError(step[0])


def _parse_reference(inner: str) -> Reference:
    answer = _ANSWER.fullmatch(inner)
    return Reference(inner, answer[1], answer[2]) if answer else Reference(inner, inner)
