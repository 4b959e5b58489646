"""A request made ready for printing: created names are in it, the rest comes from the environment."""

from __future__ import annotations

from dataclasses import dataclass

from errorbook.examples.variables import Part, Reference, substitute
from errorbook.model import Example, Request

WIDTH = 96
"""Columns that a sample should keep to: a line of the PDF."""


@dataclass(frozen=True, slots=True)
class Draft:
    """`url`, header values and `body` hold references to what a reader's environment supplies."""

    name: str
    sleep_ms: int
    method: str
    url: tuple[Part, ...]
    headers: tuple[tuple[str, tuple[Part, ...]], ...]
    body: tuple[Part, ...]

    @property
    def variables(self) -> tuple[str, ...]:
        """The environment variables that the request reads, in the order of their first use."""
        parts = (*self.url, *(part for _, value in self.headers for part in value), *self.body)
        return tuple(dict.fromkeys(part.variable for part in parts if isinstance(part, Reference)))

    @property
    def is_json(self) -> bool:
        """Whether the body is said to be JSON."""
        return self.header("Content-Type") == ("application/json",)

    def header(self, name: str) -> tuple[Part, ...] | None:
        """The value of a header, whatever case its name is in."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)


def build_draft(example: Example, request: Request) -> Draft:
    """Put the created names of an example into one of its requests."""
    names = {v.name: v.value for v in example.variables if v.name not in ("org", "app")}
    return Draft(
        name=request.name,
        sleep_ms=request.sleep_ms,
        method=request.method,
        url=substitute(request.url, names),
        headers=tuple((name, substitute(value, names)) for name, value in request.headers),
        body=substitute(request.body, names),
    )
