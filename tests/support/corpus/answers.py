"""Error answers as the service sends them, made of an index: its templates with other values."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from errorbook.explorer import Index
from errorbook.explorer.index import Entry, Wire
from errorbook.explorer.text import condense, lower

VALUES = {
    "username": ("bob", "user_2024", "li.lei-01", "张三", "hx9f3a1"),
    "usernames": ("bob", "bob, alice", "u1,u2,u3"),
    "application": ("8be024f0-e978-11e8-b697-5d598d5f8402", "null", "4d7e4ba0-dc4a-11e3-90d5-e1ffbaacdaf5"),
    "character": ("'}' (code 125)", "'n' (code 110)"),
    "expectation": (
        "was expecting double-quote to start field name",
        "expected a valid value (number, String, array, object, 'true', 'false' or 'null')",
    ),
    "detail": (": expected close marker for OBJECT", " in field name"),
    "parser detail": ("(',' (code 44)): was expecting double-quote to start field name",),
    "source": ("java.io.BufferedInputStream@170e3f35", "java.io.ByteArrayInputStream@5b2133b1"),
    "group_id": ("66016455491585", "259231455215124904"),
    "max": ("100", "60", "1000"),
    "min": ("1", "0"),
    "n": ("2048", "65535"),
    "line": ("1", "7"),
    "column": ("23", "118"),
    "org": ("1135220126133718", "my-company"),
    "app": ("demo", "chat-prod"),
    "org_name": ("1135220126133718", "my-company"),
    "app_name": ("demo", "chat-prod"),
    "appkey": ("1135220126133718#demo", "my-company#chat-prod"),
    "uri": ("my-company/chat-prod/users/bob", "1135220126133718/demo/token"),
    "time": ("2018020918", "2026110207"),
}
"""By the placeholder's name. None is the sample that the catalogue prints."""

_ANY = ("payload", "x-77", "color")


@dataclass(frozen=True, slots=True)
class Answer:
    """One error answer, and the entries that it may be taken for: those of the same wording."""

    ids: frozenset[str]
    message: str
    type: str
    exception: str
    status: int
    partial: bool = False

    @property
    def fields(self) -> dict[str, str | int]:
        """Its body, in the service's own order; nothing is sent that it does not have."""
        body: dict[str, str | int] = {
            "error": self.type,
            "exception": self.exception,
            "timestamp": 1542350943210,
            "duration": 0,
            "error_description": self.message,
        }
        return {name: value for name, value in body.items() if value != ""}


def build_answers(index: Index, seed: int) -> list[Answer]:
    """Every wording of every entry once, values by chance but the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    twins = _same_wording(index)
    return [
        _answer(entry, wire, twins[_wording(wire)], chance)
        for entry in index["errors"]
        for wire in entry["templates"]
    ]


def _same_wording(index: Index) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for entry in index["errors"]:
        for wire in entry["templates"]:
            found.setdefault(_wording(wire), set()).add(entry["id"])
    return {wording: frozenset(ids) for wording, ids in found.items()}


def _wording(wire: Wire) -> str:
    """Wordings that differ in case, blanks, names of values or a stop at their end are the same."""
    return lower(condense("{}".join(wire["literals"]))).rstrip(".,!")


def _answer(entry: Entry, wire: Wire, ids: frozenset[str], chance: random.Random) -> Answer:
    return Answer(
        ids=ids,
        message="".join(_pieces(wire, chance)),
        type=chance.choice(entry["types"] or [""]),
        exception=chance.choice(entry["exceptions"] or [""]),
        status=chance.choice(entry["statuses"] or [400]),
    )


def _pieces(wire: Wire, chance: random.Random) -> Iterator[str]:
    first, *others = wire["literals"]
    values: dict[str, str] = {}
    yield first
    for name, literal in zip(wire["names"], others, strict=True):
        yield values.setdefault(name, chance.choice(VALUES.get(name, _ANY)))
        yield literal
