"""Objects and arrays."""

from dataclasses import dataclass, field

from sandbox.jackson.scalars import read_number, read_string, read_word, starts_word
from sandbox.jackson.source import SOURCE_NAME, Source
from sandbox.replies import Json

_CLOSING = {"OBJECT": ord("}"), "ARRAY": ord("]")}
_VALUE = "expected a valid value (number, String, array, object, 'true', 'false' or 'null')"


@dataclass(slots=True)
class _Open:
    """An object or array which is not closed yet, and where it began; its column counts from zero."""

    kind: str
    line: int
    column: int
    entries: dict[str, Json] = field(default_factory=dict)
    items: list[Json] = field(default_factory=list)

    @property
    def value(self) -> dict[str, Json] | list[Json]:
        return self.entries if self.kind == "OBJECT" else self.items

    @property
    def start(self) -> str:
        return f"[Source: {SOURCE_NAME}; line: {self.line}, column: {self.column}]"


class Scanner:
    """Reads one value. What is open is kept in a list, so that no depth of nesting exhausts the stack."""

    def __init__(self, data: bytes) -> None:
        self._source = Source(data)
        self._open = [_Open("ROOT", 1, 0)]

    def read(self) -> Json:
        """The first value of the data."""
        start = self._next_or_close()
        if start in _CLOSING.values():
            self._fail_mismatched(start)
        value = self._read_value(start)
        while len(self._open) > 1:
            self._step(self._open[-1])
        return value

    def _step(self, top: _Open) -> None:
        char = self._next_or_close()
        if char in _CLOSING.values():
            self._close(char)
            return
        if top.value:
            if char != ord(","):
                self._source.unexpected(char, f"was expecting comma to separate {top.kind} entries")
            char = self._next()
        if top.kind == "OBJECT":
            name = self._read_name(char)
            top.entries[name] = self._read_value(self._next())
        else:
            top.items.append(self._read_value(char))

    def _close(self, char: int) -> None:
        if char != _CLOSING[self._open[-1].kind]:
            self._fail_mismatched(char)
        self._open.pop()

    def _read_name(self, char: int) -> str:
        if char != ord('"'):
            char = self._source.whole_char(char)
            self._source.unexpected(char, "was expecting double-quote to start field name")
        name = read_string(self._source, "name", ": was expecting closing '\"' for name")
        colon = self._next()
        if colon != ord(":"):
            self._source.unexpected(colon, "was expecting a colon to separate field name and value")
        return name

    def _read_value(self, char: int) -> Json:
        if char == ord('"'):
            return read_string(self._source, "string value", " in VALUE_STRING")
        if char in b"{[":
            kind = "OBJECT" if char == ord("{") else "ARRAY"
            self._open.append(_Open(kind, *self._source.place))
            return self._open[-1].value
        if char in b"-0123456789":
            return read_number(self._source)
        if starts_word(char):
            return read_word(self._source, char)
        return self._source.unexpected(char, "expected a value" if char in b"]}" else _VALUE)

    def _next(self) -> int:
        if not self._source.skip_space():
            self._source.fail_at_end(f" within/between {self._open[-1].kind} entries")
        return self._source.take("")

    def _next_or_close(self) -> int:
        top = self._open[-1]
        if not self._source.skip_space():
            self._source.fail_at_end(f": expected close marker for {top.kind} (from {top.start})")
        return self._source.take("")

    def _fail_mismatched(self, char: int) -> None:
        top = self._open[-1]
        expected = "]" if char == ord("}") else "}"
        where = f"(for {top.kind} starting at {top.start})"
        self._source.fail(f"Unexpected close marker '{chr(char)}': expected '{expected}' {where}")
