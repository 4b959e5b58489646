"""What the fields of a paste say, and what else has a name in it. Twin: `docs/assets/explorer/fields.js`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from errorbook.explorer.text import lower

_FIELD = re.compile(
    r"(?:^|[ \t\r\n\[{,(\"'`&?<])([A-Za-z_][A-Za-z0-9_.-]{0,60})\\*[\"'`]?\]?[ \t\r\n]*(?:=>|[:=])[ \t\r\n]*"
    r"(?:(?:string\([0-9]+\) )?\\*[\"'`]([^\"'`\\\r\n]*)|([^ \t\r\n,;\"'`}\]\\]+))"
)
_PRINTED = re.compile(r"\[([A-Za-z_][A-Za-z0-9_.-]{0,60})\] => ([^\r\n]*[^ \t\r\n])")
"""As PHP prints an array: what has blanks has no quotes either."""
_NAME = re.compile(r"[A-Za-z0-9_.$]+")
_HTTP = re.compile(r"HTTP/[0-9.]+ +([1-5][0-9][0-9])(?![0-9])")
_CODE = re.compile(r"(?:^|[^A-Za-z0-9_.-])([45][0-9][0-9])(?![A-Za-z0-9_.-])")
_TYPE = re.compile(r"[A-Za-z][A-Za-z0-9_.]*")
_OWN = "errordescription"
_OWN_ELEMENT = re.compile("<error_?[dD]escription>")


@dataclass(frozen=True, slots=True)
class Field:
    """`key` in lower-case letters only; `quoted` values end where their quotes do, others at a blank."""

    key: str
    value: str
    quoted: bool
    place: int
    """Where its key stands."""
    end: int

    @property
    def start(self) -> int:
        """Where its value begins."""
        return self.end - len(self.value)

    @property
    def declares(self) -> bool:
        """It is the field `error` with an identifier for value."""
        return (
            self.key == "error" and bool(_TYPE.fullmatch(self.value)) and (self.quoted or "_" in self.value)
        )


def read_fields(folded: str) -> tuple[Field, ...]:
    """By their places."""
    fields = [
        Field(_key(match[1]), match[3] or match[2] or "", match[3] is None, match.start(1), match.end())
        for match in _FIELD.finditer(folded)
    ]
    fields += [
        Field(_key(match[1]), match[2], quoted=False, place=match.start(1), end=match.end())
        for match in _PRINTED.finditer(folded)
    ]
    return tuple(sorted(fields, key=lambda field: field.place))


def read_statuses(folded: str, fields: tuple[Field, ...]) -> frozenset[int]:
    """Those said to be one; else every number that could be one of an error."""
    told = {int(match[1]) for match in _HTTP.finditer(folded)}
    for field in fields:
        if ("status" in field.key or "code" in field.key) and re.fullmatch("[1-5][0-9][0-9]", field.value):
            told.add(int(field.value))
    return frozenset(told or {int(match[1]) for match in _CODE.finditer(folded)})


def read_descriptions(folded: str, fields: tuple[Field, ...]) -> frozenset[int]:
    """Where the values of fields `error_description` begin."""
    told = [field.start for field in fields if field.key == _OWN]
    return frozenset([*told, *(match.end() for match in _OWN_ELEMENT.finditer(folded))])


def read_classes(folded: str) -> frozenset[str]:
    """What may be names of exception classes, without their packages."""
    return frozenset(short_name(match[0]) for match in _NAME.finditer(folded))


def short_name(name: str) -> str:
    """`SecurityException` of `org.apache.usergrid.rest.exceptions.SecurityException`."""
    return name.rstrip(".").rpartition(".")[2]


def _key(name: str) -> str:
    return re.sub("[^a-z]", "", lower(name))
