"""Requests taken apart into pieces, and put together again, to find and undo a single difference."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from errorbook.model import Request

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")


class Piece(NamedTuple):
    """One thing of a request: `kind` says of what sort, `name` which one, `text` what it holds."""

    kind: str
    name: str
    text: str


class Difference(NamedTuple):
    """Where the pieces of two requests part: `before` stands in one what `after` is in the other."""

    start: int
    before: list[Piece]
    after: list[Piece]


def take_apart(request: Request, *, as_json: bool) -> list[Piece]:
    """Method, segments of the path, parameters of the query, headers, and the body's fields or words."""
    path, _, query = request.url.partition("?")
    return [
        Piece("method", "", request.method),
        *(Piece("segment", "", text) for text in path.split("/")),
        *(Piece("parameter", "", text) for text in filter(None, query.split("&"))),
        *(Piece("header", name, value) for name, value in request.headers),
        *(_fields(json.loads(request.body)) if as_json else _words(request.body)),
    ]


def put_together(pieces: Sequence[Piece], like: Request) -> Request:
    """The request that consists of these pieces; its role and its wait are those of another."""

    def texts(kind: str) -> list[str]:
        return [piece.text for piece in pieces if piece.kind == kind]

    url = "?".join(filter(None, ("/".join(texts("segment")), "&".join(texts("parameter")))))
    headers = tuple((piece.name, piece.text) for piece in pieces if piece.kind == "header")
    fields = [piece for piece in pieces if piece.kind == "field"]
    body = json.dumps(_build(fields), ensure_ascii=False) if fields else "".join(texts("word"))
    return replace(like, method=texts("method")[0], url=url, headers=headers, body=body)


def find_differences(one: Request, other: Request) -> tuple[list[Piece], list[Difference]]:
    """The pieces of the one, and where the other has something else."""
    as_json = _is_object(one.body) and _is_object(other.body)
    before, after = (take_apart(request, as_json=as_json) for request in (one, other))
    codes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    found = [Difference(a, before[a:b], after[c:d]) for tag, a, b, c, d in codes if tag != "equal"]
    return before, found


def is_one_thing(difference: Difference) -> bool:
    """A piece added, left out, changed or renamed; of a list, some of its items."""
    pieces = [*difference.before, *difference.after]
    if len(difference.before) > 1 or len(difference.after) > 1:
        return len({piece.name for piece in pieces}) == 1 and pieces[0].name.endswith("[]")
    kinds, names, texts = ({piece[place] for piece in pieces} for place in range(3))
    return len(kinds) == 1 and (len(names) == 1 or len(texts) == 1)


def _is_object(body: str) -> bool:
    try:
        return isinstance(json.loads(body), dict)
    except ValueError:
        return False


def _words(body: str) -> Iterator[Piece]:
    return (Piece("word", "", token) for token in _TOKEN.findall(body))


def _fields(value: dict[str, Any], above: str = "") -> Iterator[Piece]:
    for key, item in value.items():
        name = f"{above}{key}"
        if isinstance(item, dict) and item:
            yield from _fields(item, f"{name}/")
        elif isinstance(item, list) and item:
            yield from (Piece("field", f"{name}[]", json.dumps(each, ensure_ascii=False)) for each in item)
        else:
            yield Piece("field", name, json.dumps(item, ensure_ascii=False))


def _build(fields: list[Piece]) -> dict[str, Any]:
    body: dict[str, Any] = {}
    for piece in fields:
        *above, key = piece.name.split("/")
        place = body
        for step in above:
            place = place.setdefault(step, {})
        if key.endswith("[]"):
            place.setdefault(key[:-2], []).append(json.loads(piece.text))
        else:
            place[key] = json.loads(piece.text)
    return body
