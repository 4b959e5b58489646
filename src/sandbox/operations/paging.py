"""Pages of a collection."""

import base64
from collections.abc import Sequence
from typing import TypeVar

from sandbox.call import Call
from sandbox.request import parse_number

Item = TypeVar("Item")

_CURSOR = "start:"
_DEFAULT_SIZE = 10
_LARGEST_SIZE = 1000


def page(call: Call, items: Sequence[Item]) -> tuple[Sequence[Item], str]:
    """The page that `limit` and `cursor` ask for, and the cursor of the next, empty at the end."""
    size = call.request.number("limit", default=_DEFAULT_SIZE, most=_LARGEST_SIZE)
    start = _read_cursor(call.request.parameter("cursor"))
    end = start + size
    return items[start:end], _render_cursor(end) if end < len(items) else ""


def _render_cursor(start: int) -> str:
    return base64.urlsafe_b64encode(f"{_CURSOR}{start}".encode()).decode()


def _read_cursor(cursor: str) -> int:
    """A cursor that is none begins at the start, as upstream does."""
    try:
        text = base64.urlsafe_b64decode(cursor).decode("ascii")
    except ValueError:
        return 0
    return parse_number(text.removeprefix(_CURSOR)) or 0
