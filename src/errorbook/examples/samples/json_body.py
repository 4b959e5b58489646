"""JSON bodies as values, for languages that write JSON themselves."""

from __future__ import annotations

import json
import re
from typing import NoReturn

from errorbook.examples.variables import Part, Reference

Text = tuple[Part, ...]
"""A string of the body; it may hold references."""

Json = dict[Text, "Json"] | list["Json"] | Text | int | float | bool | None

_LARGEST = 2**53 - 1
"""Of the whole numbers that every language writes as they are."""

_MARK = "\ue000"
"""Stands for a reference while the text is read; of a private area, and refused in examples."""

_HOLE = re.compile(f"{_MARK}([0-9]+){_MARK}")


def parse_json_body(body: tuple[Part, ...]) -> Json:
    """The object or array that a body holds; None if writing it anew would make something else of it."""
    found = [part for part in body if isinstance(part, Reference)]
    numbers = iter(range(len(found)))
    text = "".join(part if isinstance(part, str) else f"{_MARK}{next(numbers)}{_MARK}" for part in body)
    try:
        value = json.loads(
            text,
            object_pairs_hook=_parse_object,
            parse_int=_parse_int,
            parse_float=_parse_float,
            parse_constant=_refuse,
        )
    except ValueError:
        return None
    return _put_back(value, found) if isinstance(value, dict | list) else None


def _parse_object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    if len({key for key, _ in pairs}) < len(pairs):
        raise ValueError("a key occurs twice")
    return dict(pairs)


def _parse_int(text: str) -> int:
    return int(text) if str(int(text)) == text and abs(int(text)) <= _LARGEST else _refuse(text)


def _parse_float(text: str) -> float:
    value = float(text)
    return value if repr(value) == text and not value.is_integer() else _refuse(text)


def _refuse(text: str) -> NoReturn:
    raise ValueError(f"{text} would be written otherwise")


def _put_back(value: object, found: list[Reference]) -> Json:
    if isinstance(value, dict):
        return {_parse_text(key, found): _put_back(item, found) for key, item in value.items()}
    if isinstance(value, list):
        return [_put_back(item, found) for item in value]
    if isinstance(value, str):
        return _parse_text(value, found)
    return value if isinstance(value, int | float) else None


def _parse_text(text: str, found: list[Reference]) -> Text:
    pieces = enumerate(_HOLE.split(text))
    return tuple(found[int(piece)] if index % 2 else piece for index, piece in pieces if piece)
