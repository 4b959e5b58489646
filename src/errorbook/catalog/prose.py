"""Cells that people read, in two languages: each `parse_` raises ValueError, see `columns`."""

from __future__ import annotations

import re
from collections.abc import Callable

from errorbook.inline import parse_inline
from errorbook.model import ExampleKind, Language

LONGEST_TITLE = {"zh": 40, "en": 80}

_SCRIPT = {"zh": re.compile(r"[\u3400-\u9fff]"), "en": re.compile(r"[A-Za-z]")}
_SCRIPT_NAME = {"zh": "Chinese character", "en": "Latin letter"}
_STOP = {"zh": "。！？", "en": ".!?"}
_CLOSING = "”’」』）)\"'*"

Parse = Callable[[str], str]


def parse_name(cell: str) -> str:
    """A name or label without markup; many are the same in both languages (AIGC)."""
    if not cell:
        raise ValueError("empty. Write a name in a few words.")
    return cell


def title_parser(language: Language) -> Parse:
    def parse_title(cell: str) -> str:
        if not cell:
            raise ValueError("empty. Write what happened, in a few words.")
        if len(cell) > LONGEST_TITLE[language]:
            raise ValueError(f"{len(cell)} characters; at most {LONGEST_TITLE[language]} fit. Shorten it.")
        _check_script(cell, language)
        return cell

    return parse_title


def statement_parser(language: Language, duty: str) -> Parse:
    """Parser of whole sentences with inline markup; `duty` says what an empty cell should hold."""

    def parse_statement(cell: str) -> str:
        if not cell:
            raise ValueError(f"empty. Write {duty}.")
        parse_inline(cell)
        _check_script(cell, language)
        if not cell.rstrip(_CLOSING).endswith(tuple(_STOP[language])):
            raise ValueError(f"no whole sentence. End it with one of {' '.join(_STOP[language])}")
        return cell

    return parse_statement


def note_parser(language: Language, kind: ExampleKind | None) -> Parse:
    """Parser of the reason why an example of `kind` is not run; any reason will do if the kind is unknown."""

    def parse_no_note(cell: str) -> str:
        if cell:
            raise ValueError("not empty, though `example` is run. Delete the note.")
        return cell

    def parse_note(cell: str) -> str:
        if not cell:
            raise ValueError(f"empty, though `example` is {kind}. Write why it is not run.")
        _check_script(cell, language)
        return cell

    if kind == "run":
        return parse_no_note
    return str if kind is None else parse_note


def _check_script(cell: str, language: Language) -> None:
    if not _SCRIPT[language].search(cell):
        raise ValueError(f"not a single {_SCRIPT_NAME[language]}. Write it in the column's language.")
