"""A request, free of the server that took it."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote

_MOST_DIGITS = 18


@dataclass(frozen=True, slots=True)
class Request:
    """The segments of the path are decoded, the headers in lower case; `origin` is scheme and host."""

    method: str
    segments: tuple[str, ...]
    query: Mapping[str, list[str]]
    headers: Mapping[str, str]
    body: bytes
    origin: str

    @property
    def uri(self) -> str:
        """The path as the service repeats it: no leading slash, no query."""
        return "/".join(self.segments)

    @property
    def media_type(self) -> str:
        """The type of the body without its parameters, empty when there is none."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def token(self) -> str:
        """The token that is sent, empty when there is none; that of the query goes first."""
        from_query = self.parameter("access_token")
        scheme, _, credentials = self.headers.get("authorization", "").partition(" ")
        return from_query or (credentials.strip() if scheme.lower() == "bearer" else "")

    def parameter(self, name: str) -> str:
        """The first value of a parameter of the query, empty when there is none."""
        return self.query.get(name, [""])[0]

    def number(self, name: str, default: int, most: int) -> int:
        """A parameter as a positive number, the default where it is none."""
        return min(parse_number(self.parameter(name)) or default, most)


def split_path(path: bytes) -> tuple[str, ...]:
    """The decoded segments of a path that is still percent-encoded."""
    if b"%" not in path and path.isascii():
        return tuple(filter(None, path.decode("ascii").split("/")))
    return tuple(unquote(segment, errors="replace") for segment in path.split(b"/") if segment)


def parse_number(text: str) -> int | None:
    """A number of decimal digits, as many as a Java long takes for sure."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS else None
