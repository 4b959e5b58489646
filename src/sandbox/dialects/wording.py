"""The form of a refusal on the wire: which fields, in which order, with which texts."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import TypeAlias

from sandbox.failures import Failure

Body: TypeAlias = dict[str, str | int | dict[str, str | int]]

USERGRID_FIELDS = ("error", "timestamp", "duration", "exception", "error_description")
EASEMOB_FIELDS = ("error", "exception", "timestamp", "duration", "error_description")
PLAIN_FIELDS = ("error", "timestamp", "duration", "error_description")
UNNAMED_FIELDS = ("timestamp", "duration", "error_description")
BARE_FIELDS = ("error", "error_description")
META_FIELDS = ("data", "meta")


@dataclass(frozen=True, slots=True)
class Wording:
    """What the service says about one kind of failure; `{name}` in the text is a value of that failure."""

    status: int
    error: str
    exception: str
    text: str
    fields: tuple[str, ...] = USERGRID_FIELDS
    code: int = 0


@dataclass(frozen=True, slots=True)
class Dialect:
    """A wording for every kind of failure."""

    wordings: Mapping[type[Failure], Wording]

    def render(self, failure: Failure, *, timestamp: int, duration: int) -> tuple[int, Body]:
        """The status and the body for a failure."""
        wording = self.wordings[type(failure)]
        text = wording.text.format_map(_values(failure))
        body: Body = {
            "error": wording.error,
            "exception": wording.exception,
            "timestamp": timestamp,
            "duration": duration,
            "error_description": text,
            "error_code": wording.code,
            "data": {"code": wording.code, "message": text},
            "meta": {"timestamp": timestamp},
        }
        return wording.status, {name: body[name] for name in wording.fields}


def bare(status: int, error: str, text: str) -> Wording:
    """A body without the service's own fields, as the token endpoint and the proxy send it."""
    return Wording(status, error, "", text, BARE_FIELDS)


def plain(status: int, error: str, text: str) -> Wording:
    """A body without a class, where none is on record."""
    return Wording(status, error, "", text, PLAIN_FIELDS)


def unnamed(status: int, text: str) -> Wording:
    """A body which the service documents without `error`."""
    return Wording(status, "", "", text, UNNAMED_FIELDS)


def meta(status: int, code: int, text: str, error: str = "") -> Wording:
    """A body of the services whose codes have seven digits; no page prints a whole one."""
    return Wording(status, error, "", text, ("error", *META_FIELDS) if error else META_FIELDS, code)


def coded(wording: Wording, code: int) -> Wording:
    """The same with a numeric code."""
    return replace(wording, code=code, fields=(*wording.fields, "error_code"))


def modernized(wording: Wording) -> Wording:
    """The same wording from today's service: short class names, another order of fields."""
    if not wording.exception:
        return wording
    return replace(wording, exception=wording.exception.rpartition(".")[2], fields=EASEMOB_FIELDS)


def _values(failure: Failure) -> dict[str, object]:
    return {field.name: getattr(failure, field.name) for field in fields(failure)}
