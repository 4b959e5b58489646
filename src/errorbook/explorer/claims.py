"""What a paste says besides its message: type, class and status. Twin: `docs/assets/explorer/library.js`."""

from __future__ import annotations

from dataclasses import dataclass, replace

from errorbook.explorer.fit import Span
from errorbook.explorer.index import Entry
from errorbook.explorer.paste import Field, Paste, short_name


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
        return bool(self.declared and traits.types) and not self.declared & traits.types

    def weigh(self, traits: Traits) -> int:
        """In thousandths; the type weighs more than class and status together."""
        return (
            60 * bool(self.types & traits.types)
            + 30 * bool(self.classes & traits.classes)
            + 10 * bool(self.statuses & traits.statuses)
        )


class Register:
    """The traits of all entries."""

    def __init__(self, entries: list[Entry]) -> None:
        self.traits = [_traits(entry) for entry in entries]
        self._types = frozenset[str]().union(*(traits.types for traits in self.traits))

    def read_claims(self, paste: Paste) -> Claims:
        """What the paste says as a whole."""
        return self._claims(paste, paste.fields)

    def narrow(self, claims: Claims, paste: Paste, span: Span) -> Claims:
        """What it says of one message: types of the same object or, if that declares none, of the whole."""
        own = self._claims(paste, paste.fields_around(*span))
        return own if own.declared else replace(claims, declared=frozenset())

    def _claims(self, paste: Paste, fields: tuple[Field, ...]) -> Claims:
        types = frozenset(field.value for field in fields if field.value in self._types)
        declared = frozenset(field.value for field in fields if field.declares)
        return Claims(types, declared, paste.classes, paste.statuses)

    def only_bearer(self, claims: Claims) -> int | None:
        """The entry that alone has what is claimed: the type, the class, or both."""
        of_type = {number for number, traits in enumerate(self.traits) if claims.types & traits.types}
        of_class = {number for number, traits in enumerate(self.traits) if claims.classes & traits.classes}
        bearers = of_type & of_class or of_type or of_class
        return min(bearers) if len(bearers) == 1 else None


def _traits(entry: Entry) -> Traits:
    classes = frozenset(map(short_name, entry["exceptions"]))
    return Traits(frozenset(entry["types"]), classes, frozenset(entry["statuses"]))
