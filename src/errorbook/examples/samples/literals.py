"""What the languages share: strings with escapes, groups that go on one line or one item a line."""

from __future__ import annotations

from collections.abc import Callable

from errorbook.examples.samples.draft import WIDTH
from errorbook.examples.variables import Part

_ESCAPES = {"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def escape(text: str, quote: str, *, ascii_only: bool = False) -> str:
    """The inside of a string literal as C's descendants read it; what cannot be seen is escaped."""
    return "".join(_escape(character, quote, ascii_only=ascii_only) for character in text)


def quote_double(text: str) -> str:
    """A literal in double quotes."""
    return f'"{escape(text, chr(34))}"'


def concatenate(
    parts: tuple[Part, ...], operator: str, literal: Callable[[str], str], read: Callable[[str], str]
) -> str:
    """Literals and variables, joined by an operator; a variable alone stands by itself."""
    pieces = (literal(part) if isinstance(part, str) else read(part.variable) for part in parts)
    return operator.join(pieces) or literal("")


def camel_case(variable: str) -> str:
    """`CLIENT_ID` as `clientId`."""
    first, *rest = variable.lower().split("_")
    return first + "".join(word.capitalize() for word in rest)


def render_group(opening: str, items: list[str], closing: str, indent: int, *, step: int = 4) -> str:
    """The items on one line if they fit there, else one a line. `opening` stands `indent` columns in."""
    flat = f"{opening}{', '.join(items)}{closing}"
    if "\n" not in flat and indent + len(flat) < WIDTH:
        return flat
    return render_block(opening, items, closing, indent, step=step)


def render_block(opening: str, items: list[str], closing: str, indent: int, *, step: int = 4) -> str:
    """One item a line."""
    margin = " " * indent
    lines = "".join(f"{margin}{' ' * step}{item},\n" for item in items)
    return f"{opening.rstrip()}\n{lines}{margin}{closing.lstrip()}"


def split_lines(parts: tuple[Part, ...]) -> list[tuple[Part, ...]]:
    """The lines of a text, each with the break at its end."""
    lines: list[list[Part]] = [[]]
    for part in parts:
        for piece in part.splitlines(keepends=True) if isinstance(part, str) else [part]:
            lines[-1].append(piece)
            lines += [[]] if isinstance(piece, str) and piece.endswith("\n") else []
    return [tuple(line) for line in lines if line]


def _escape(character: str, quote: str, *, ascii_only: bool) -> str:
    if character == quote:
        return f"\\{quote}"
    if character in _ESCAPES:
        return _ESCAPES[character]
    if character.isprintable() and (character.isascii() or not ascii_only):
        return character
    units = character.encode("utf-16-be").hex()
    return "".join(f"\\u{units[start : start + 4]}" for start in range(0, len(units), 4))
