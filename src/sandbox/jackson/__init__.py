"""JSON as Jackson 1.9 reads a stream of bytes, down to the words and the place of its complaints."""

import codecs
import json
from typing import NoReturn

from sandbox.jackson.scanner import Scanner
from sandbox.jackson.source import SOURCE_NAME, MalformedError
from sandbox.replies import Json

__all__ = ["SOURCE_NAME", "MalformedError", "parse"]


def parse(body: bytes) -> Json:
    """The value at the start of a body, `None` if that is blank; what follows the value is not looked at."""
    if not body.strip():
        return None
    try:
        return _DECODE(body.removeprefix(_BOM).decode())  # type: ignore[no-any-return]
    except (ValueError, RecursionError):
        return Scanner(body).read()


def _refuse(word: str) -> NoReturn:
    raise ValueError(word)


_BOM = codecs.BOM_UTF8
_DECODE = json.JSONDecoder(parse_constant=_refuse).decode
