"""What a paste says besides its message: type, class and status. Twin: `docs/assets/explorer/claims.js`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from errorbook.explorer.fields import Field, short_name
from errorbook.explorer.index import Entry
from errorbook.explorer.paste import Paste
from errorbook.explorer.pattern import Pattern
from errorbook.explorer.text import Span, lower

Reason = Literal["message", "error", "exception", "status"]
"""What of a response matched: its text, its type, its class or its status."""

_WEIGHTS: dict[Reason, int] = {"message": 0, "error": 60, "exception": 30, "status": 10}

_DISTINCT = 22
"""What a message weighs that is this service's own, even if it says no more than a type."""


def weigh(reasons: tuple[Reason, ...]) -> int:
    """In thousandths; the type weighs more than class and status together."""
    return sum(_WEIGHTS[reason] for reason in reasons)


@dataclass(frozen=True, slots=True)
class Traits:
    """What an entry's responses say besides their messages; classes without their packages."""

    types: frozenset[str]
    classes: frozenset[str]
    statuses: frozenset[int]


@dataclass(frozen=True, slots=True)
class Claims:
    """`types` are those that we know; `declared` is what fields `error` say, known or not."""

    types: frozenset[str]
    declared: frozenset[str]
    classes: frozenset[str]
    statuses: frozenset[int]

    @property
    def foreign(self) -> bool:
        """It declares a type that no entry has: another product's error."""
        return bool(self.declared) and not self.types

    def contradict(self, traits: Traits) -> bool:
        """It declares a type that the entry does not have."""
        return bool(self.declared and traits.types) and not self.declared & traits.types

    def agree(self, traits: Traits) -> tuple[Reason, ...]:
        """In what the paste and an entry are the same."""
        same: dict[Reason, bool] = {
            "error": bool(self.types & traits.types),
            "exception": bool(self.classes & traits.classes),
            "status": bool(self.statuses & traits.statuses),
        }
        return tuple(reason for reason, agreed in same.items() if agreed)


@dataclass(frozen=True, slots=True)
class Reading:
    """A paste and what it says besides its messages."""

    paste: Paste
    claims: Claims


class Register:
    """The traits of all entries."""

    def __init__(self, entries: list[Entry]) -> None:
        self.traits = [_traits(entry) for entry in entries]
        self._types = frozenset[str]().union(*(traits.types for traits in self.traits))
        self._said = frozenset(map(_bare, self._types))

    def read(self, paste: Paste) -> Reading:
        """What the paste says as a whole."""
        return Reading(paste, self._claims(paste, paste.fields))

    def narrow(self, reading: Reading, span: Span) -> Reading:
        """What it says of one message: types of the same object or, if that declares none, of the whole."""
        own = self._claims(reading.paste, reading.paste.fields_around(*span))
        return replace(reading, claims=own if own.declared else replace(reading.claims, declared=frozenset()))

    def own_types(self, paste: Paste, span: Span) -> frozenset[str]:
        """The known types that other fields of the same object say."""
        return self._known(paste.fields_around(*span))

    def supports(self, pattern: Pattern, types: frozenset[str]) -> bool:
        """One of these types belongs to the error of a template."""
        return bool(types & self.traits[pattern.entry].types)

    def repeats_type(self, pattern: Pattern) -> bool:
        """The message says no more than some type does: `Bad Request`, which many a product says."""
        return pattern.size < _DISTINCT and not pattern.names and _bare(pattern.lower[0]) in self._said

    def only_bearer(self, claims: Claims) -> int | None:
        """The entry that alone has what is claimed: the type, the class, or both.

        A type in several words, such as `Bad Request`, is everybody's.
        """
        own = {name for name in claims.types if " " not in name}
        of_type = {number for number, traits in enumerate(self.traits) if own & traits.types}
        of_class = {number for number, traits in enumerate(self.traits) if claims.classes & traits.classes}
        bearers = of_type & of_class or of_type or of_class
        return min(bearers) if len(bearers) == 1 else None

    def _claims(self, paste: Paste, fields: tuple[Field, ...]) -> Claims:
        declared = frozenset(field.value for field in fields if field.declares)
        return Claims(self._known(fields), declared, paste.classes, paste.statuses)

    def _known(self, fields: tuple[Field, ...]) -> frozenset[str]:
        return frozenset(field.value for field in fields if field.value in self._types)


def _bare(text: str) -> str:
    """`badrequest` of `bad_request` and of `Bad Request.`."""
    return re.sub("[^a-z]", "", lower(text))


def _traits(entry: Entry) -> Traits:
    classes = frozenset(map(short_name, entry["exceptions"]))
    return Traits(frozenset(entry["types"]), classes, frozenset(entry["statuses"]))
