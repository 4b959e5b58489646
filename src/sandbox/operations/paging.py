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
_LAST_PAGE = 10**9


def page(
    call: Call,
    items: Sequence[Item],
    *,
    parameter: str = "limit",
    size: int = _DEFAULT_SIZE,
    going: bool = False,
) -> tuple[Sequence[Item], str]:
    """The page that a parameter and `cursor` ask for, and the cursor of the next, empty at the end.

    The items of the page may be `going`: then the next begins where they were.
    """
    size = call.request.number(parameter, default=size, most=_LARGEST_SIZE)
    start = _read_cursor(call.request.parameter("cursor"))
    end = start + size
    return items[start:end], _render_cursor(start if going else end) if end < len(items) else ""


def numbered_page(
    call: Call,
    items: Sequence[Item],
    size: int,
    *,
    parameters: tuple[str, str] = ("pagenum", "pagesize"),
    from_zero: bool = False,
) -> Sequence[Item]:
    """The page that two parameters ask for. The first is 1, and so is 0, unless they count from 0."""
    size = call.request.number(parameters[1], default=size, most=_LARGEST_SIZE)
    number = min(parse_number(call.request.parameter(parameters[0])) or 0, _LAST_PAGE)
    start = (number if from_zero else max(number - 1, 0)) * size
    return items[start : start + size]


def following(cursor: str) -> dict[str, str]:
    """The field that leads on to the next page, if there is one."""
    return {"cursor": cursor} if cursor else {}


def _render_cursor(start: int) -> str:
    return base64.urlsafe_b64encode(f"{_CURSOR}{start}".encode()).decode()


def _read_cursor(cursor: str) -> int:
    """A cursor that is none begins at the start, as upstream does."""
    try:
        text = base64.urlsafe_b64decode(cursor).decode("ascii")
    except ValueError:
        return 0
    return parse_number(text.removeprefix(_CURSOR)) or 0
