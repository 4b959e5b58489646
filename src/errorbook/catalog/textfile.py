"""Bytes to text, strictly: UTF-8 without BOM, LF, a final newline."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from pathlib import Path

from errorbook.problems import Problem


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file as far as it could be read; `text` is None if nothing below its bytes can be judged."""

    path: str
    text: str | None
    problems: tuple[Problem, ...]


def read_textfile(file: Path, path: str) -> TextFile:
    """Read `file`, calling it `path` in problems. What has one sure repair is repaired and reported."""
    try:
        data = file.read_bytes()
    except FileNotFoundError:
        return _unreadable(path, 1, 1, "missing. Create it, or restore it from the history.")
    except OSError as exc:
        return _unreadable(path, 1, 1, f"cannot be read: {exc.strerror}. Make it a readable file.")
    try:
        text = data.decode()
    except UnicodeDecodeError as exc:
        before = data[: exc.start].decode()
        trouble = f"byte 0x{data[exc.start]:02X} (number {exc.start + 1} of the file) is not UTF-8"
        return _unreadable(path, *find_place(before, len(before)), f"{trouble}. Save the file as UTF-8.")
    return _parse_lines(path, text)


def find_place(text: str, offset: int) -> tuple[int, int]:
    """Line and column, both from 1, of the character at `offset`."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def check_characters(text: str) -> None:
    """Refuse what a reader cannot see or a search cannot find. Raises ValueError."""
    if not text.isprintable():
        place = next(at for at, char in enumerate(text) if not char.isprintable())
        name = unicodedata.name(text[place], "a control character")
        raise ValueError(
            f"U+{ord(text[place]):04X} ({name}) as its character {place + 1}. "
            "Only visible characters and the plain blank may stand here; delete or replace it."
        )
    if not unicodedata.is_normalized("NFC", text):
        raise ValueError("not in Unicode form NFC. Write each accented letter as one character.")


def _parse_lines(path: str, text: str) -> TextFile:
    problems = []
    if text.startswith("\ufeff"):
        text = text[1:]
        problems.append(Problem(path, 1, 1, "begins with a byte order mark. Save it as UTF-8 without BOM."))
    if "\r\n" in text:
        line, column = find_place(text, text.index("\r\n"))
        problems.append(Problem(path, line, column, "line ends in CRLF. Save the file with LF line ends."))
        text = text.replace("\r\n", "\n")
    if "\r" in text:
        line, column = find_place(text, text.index("\r"))
        problems.append(Problem(path, line, column, "lone carriage return. Save the file with LF line ends."))
        return TextFile(path, None, tuple(problems))
    if text and not text.endswith("\n"):
        line, column = find_place(text, len(text))
        problems.append(Problem(path, line, column, "the last line has no end. End the file with a newline."))
        text += "\n"
    return TextFile(path, text, tuple(problems))


def _unreadable(path: str, line: int, column: int, text: str) -> TextFile:
    return TextFile(path, None, (Problem(path, line, column, text),))
