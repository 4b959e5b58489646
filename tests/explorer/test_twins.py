"""The matcher and its twin in JavaScript say the same of everything: match, order, scores and values."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from twins import ask_python, assert_same

from errorbook.explorer import Index, build_index
from errorbook.explorer.index import Entry, Wire
from errorbook.views import Book


@pytest.mark.parametrize("seed", [1, 2])
def test_twins_agree_on_the_small_index(small_index: Index, seed: int) -> None:
    assert_same(small_index, list(damaged_texts(small_index, 300, seed)))


def test_twins_agree_on_our_errors(books: tuple[Book, ...]) -> None:
    index = build_index(*books)
    assert_same(index, list(damaged_texts(index, 300, 3)))


def test_twins_agree_on_words_that_people_type(books: tuple[Book, ...]) -> None:
    index = build_index(*books)
    lines = [line for entry in index["errors"] for text in _texts(entry) for line in text.split("\n")]
    assert_same(index, [*lines, *(line[1:-1] for line in lines), *map("".join, pairwise(lines))])


def test_twins_agree_on_words(small_index: Index) -> None:
    entries = ["\n".join(_texts(entry)) for entry in small_index["errors"]]
    words = sorted({word for text in entries for word in text.split()})
    texts = [f"{one} {other}" for one, other in zip(words, reversed(words), strict=True)]
    assert_same(
        small_index,
        [*words, *texts, *(word[1:] for word in words), *entries],
    )


def _texts(entry: Entry) -> tuple[str, ...]:
    words = entry["words"]
    return words["title"], words["wire"], words["cause"], words["fix"]


def test_damage_leaves_all_three_kinds(small_index: Index) -> None:
    kinds = [answer["match"] for answer in ask_python(small_index, list(damaged_texts(small_index, 300, 1)))]
    assert min(kinds.count("exact"), kinds.count("close"), kinds.count("none")) > 30


_VALUES = (
    "bob",
    "4d7e4ba0-dc4a-11e3-90d5-e1ffbaacdaf5",
    "a b",
    "张三",
    "x\"y'z",
    "C:\\new\\u12",
    "",
    "😀",
    "a, b",
    "e\nf",
    "7",
)

_Wrap = Callable[[dict[str, object]], str]


def _log(body: dict[str, object]) -> str:
    line = f"2026-01-02 03:04:05,678 ERROR [main] c.e.Client - request failed: {body['error_description']}"
    return f"INFO start\n{line}\n\tat c.e.Client.run(Client.java:401)\nINFO end"


_WRAPS: tuple[_Wrap, ...] = (
    json.dumps,
    lambda body: json.dumps(body, indent=2, ensure_ascii=False),
    lambda body: json.dumps({"status": 401, "body": json.dumps(body, ensure_ascii=False)}),
    lambda body: json.dumps(json.dumps(json.dumps(body))),
    repr,
    lambda body: "Array\n(\n" + "".join(f"    [{key}] => {value}\n" for key, value in body.items()) + ")",
    lambda body: " ".join(f"{key}={value}" for key, value in body.items()),
    lambda body: f"< HTTP/1.1 404 Not Found\n< content-type: application/json\n<\n{json.dumps(body)}",
    lambda body: f"| {body['error']} | {body['error_description']} |",
    lambda body: f"调用接口报错：{body['error_description']}，怎么办？",
    lambda body: f"<td>{body['error_description']}</td>",
    lambda body: str(body["error_description"]),
    lambda body: f'"{body["error_description"]}" and then "{body["error"]}"',
    lambda body: f'-> {{"name": "bob", "secret": ""}}\n<- {json.dumps(body)}',
    lambda body: f"-> [{{'name': 'bob'}}, {{'name': 'eve'}}]\n<- {body!r}",
    _log,
)


def _wrap_at(text: str, width: int) -> str:
    return "\n".join(text[at : at + width] for at in range(0, len(text), width))


def _damages(chance: random.Random) -> tuple[Callable[[str], str], ...]:
    def drop(text: str) -> str:
        at = chance.randrange(len(text) + 1)
        return text[:at] + text[at + 1 :]

    return (
        lambda text: text,
        lambda text: text,
        drop,
        lambda text: text[: chance.randrange(len(text) + 1)],
        lambda text: text[chance.randrange(len(text) + 1) :],
        lambda text: _wrap_at(text, chance.randrange(20, 90)),
        lambda text: text.replace(" ", "\u00a0 "),
        lambda text: text.replace('"', "“", 1).replace('"', "”").replace("'", "’"),
        lambda text: text.lower(),
        lambda text: f"{text}\n{text[::-1]}",
        lambda text: text.replace('"', "&quot;"),
        lambda text: "".join(chance.sample(text, len(text))),
    )


def damaged_texts(index: Index, count: int, seed: int) -> Iterator[str]:
    """The same texts for the same arguments."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    pairs = [(entry, template) for entry in index["errors"] for template in entry["templates"]]
    for _ in range(count):
        entry, template = chance.choice(pairs)
        yield chance.choice(_damages(chance))(chance.choice(_WRAPS)(_body(entry, template, chance)))


def _body(entry: Entry, template: Wire, chance: random.Random) -> dict[str, object]:
    first, *rest = template["literals"]
    message = first + "".join(chance.choice(_VALUES) + literal for literal in rest)
    return {
        "error": chance.choice([*entry["types"], "something_else"]),
        "timestamp": 1542350943210,
        "exception": chance.choice([*entry["exceptions"], "java.lang.Exception"]),
        "error_description": message,
    }
