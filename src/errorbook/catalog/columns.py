r"""Cells to values. Each `parse_` raises ValueError: what is wrong, and how to mend it.

In wordings (what the API sends) `\n` is a line break and `\\` a backslash.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar, get_args

from errorbook.model import GONE, Envelope, ExampleKind, PlaceholderKind, Retry, State, Template, Who
from errorbook.template import parse_template

LONGEST_ID = 64
LONGEST_QUOTE = 40

Value = TypeVar("Value")
Choice = TypeVar("Choice", bound=str)

_KEBAB = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_STATUS_NAME = re.compile(r"(http|status)(-code)?-[1-5]([0-9]{2}|xx)(-|$)")
_STATUS = re.compile(r"[1-5][0-9]{2}")
_NUMBER = re.compile(r"[0-9]+")
_YEAR = re.compile(r"(19|20)[0-9]{2}")
_CLASS = re.compile(r"[A-Za-z_$][\w$]*(\.[A-Za-z_$][\w$]*)*", re.ASCII)
_PLACEHOLDER = re.compile(r"[a-z][a-z0-9_]*")
_METHOD = re.compile(r"GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS")
_PATH = re.compile(r"/\S*")
_URL = re.compile(r"https://[^\s/]+(/\S*)?")
_PERMALINK = re.compile(r"([a-z0-9][a-z0-9-]*/)+(#[a-z0-9-]+)?")
_ESCAPE = re.compile(r"\\(.?)")


def parse_any(cell: str) -> str:
    """Any text, or none."""
    return cell


def parse_required(cell: str) -> str:
    if not cell:
        raise ValueError("empty. Fill it in.")
    return cell


def parse_kebab(cell: str) -> str:
    if not _KEBAB.fullmatch(parse_required(cell)):
        raise ValueError(
            f"{_quote(cell)} is not kebab-case. Write small ASCII letters and digits, "
            "beginning with a letter, words joined by one hyphen."
        )
    if len(cell) > LONGEST_ID:
        raise ValueError(f"{len(cell)} characters; at most {LONGEST_ID} fit. Shorten it.")
    return cell


def parse_error_id(cell: str) -> str:
    """Ids outlive statuses, so none may be named after one."""
    if _NUMBER.match(cell) or _STATUS_NAME.match(cell):
        raise ValueError(f"{_quote(cell)} is named after a number or status. Say what happened.")
    return parse_kebab(cell)


def parse_case(cell: str) -> str:
    """The name of a case, or nothing where an error has only one."""
    return parse_kebab(cell) if cell else ""


def parse_status(cell: str) -> int | None:
    return _parse_status(cell) if cell else None


def parse_statuses(cell: str) -> tuple[int, ...]:
    return _parse_list(cell, " ", _parse_status)


def parse_wording(cell: str) -> str:
    return _ESCAPE.sub(_unescape, cell)


def parse_words(cell: str) -> tuple[str, ...]:
    """Values of the field `error`."""
    return _parse_list(cell, "\n", parse_wording)


def parse_class(cell: str) -> str:
    """The class in `exception`, or nothing."""
    if cell and not _CLASS.fullmatch(cell):
        raise ValueError(f"{_quote(cell)} is no name of a class. Write one, with or without its package.")
    return cell


def parse_classes(cell: str) -> tuple[str, ...]:
    return _parse_list(cell, "\n", parse_class)


def parse_description(cell: str) -> Template | None:
    return _parse_description(cell) if cell else None


def parse_descriptions(cell: str) -> tuple[Template, ...]:
    return _parse_list(cell, "\n", _parse_description)


def parse_number(cell: str) -> str:
    """Digits, or nothing."""
    if cell:
        _demand(_NUMBER, cell, "no number", "Write digits only, or leave the cell empty")
    return cell


def parse_year(cell: str) -> int:
    return int(_demand(_YEAR, cell, "no year", "Write the year in which it was first seen, in four digits"))


def parse_placeholder_name(cell: str) -> str:
    cure = "Write small ASCII letters, digits and underscores, beginning with a letter"
    return _demand(_PLACEHOLDER, cell, "no name of a placeholder", cure)


def parse_sample(cell: str) -> str:
    return parse_wording(parse_required(cell))


def parse_method(cell: str) -> str:
    return _demand(_METHOD, cell, "no method", "Write GET, POST, PUT, PATCH, DELETE, HEAD or OPTIONS")


def parse_path(cell: str) -> str:
    return _demand(_PATH, cell, "no path", "Begin with a slash and leave out blanks")


def parse_url(cell: str) -> str:
    """An address of the web, or nothing."""
    if cell:
        _demand(_URL, cell, "no address", "Write one that begins with https://, or leave the cell empty")
    return cell


def parse_permalink(cell: str) -> str:
    cure = "Write it without language and leading slash (errors/username-taken/#empty)"
    return _demand(_PERMALINK, cell, "no permalink", cure)


def parse_became(cell: str) -> str:
    return cell if cell in {"", GONE} else parse_permalink(cell)


def parse_typed(cell: str) -> str:
    """A word as readers type it in a search, in which case does not count."""
    if cell != cell.lower():
        raise ValueError(f"{_quote(cell)} has capital letters. Write it in small ones.")
    return parse_required(cell)


def parse_yes(cell: str) -> bool:
    return _parse_choice(cell, ("yes", "no")) == "yes"


def parse_envelope(cell: str) -> Envelope:
    return _parse_choice(cell, get_args(Envelope))


def parse_retry(cell: str) -> Retry:
    return _parse_choice(cell, get_args(Retry))


def parse_who(cell: str) -> Who:
    return _parse_choice(cell, get_args(Who))


def parse_state(cell: str) -> State:
    return _parse_choice(cell, get_args(State))


def parse_example_kind(cell: str) -> ExampleKind:
    return _parse_choice(cell, get_args(ExampleKind))


def parse_placeholder_kind(cell: str) -> PlaceholderKind:
    return _parse_choice(cell, get_args(PlaceholderKind))


def _parse_choice(cell: str, choices: tuple[Choice, ...]) -> Choice:
    for choice in choices:
        if cell == choice:
            return choice
    trouble = f"{_quote(cell)} is none of its values" if cell else "empty"
    raise ValueError(f"{trouble}. Write {', '.join(choices[:-1])} or {choices[-1]}.")


def _parse_list(cell: str, separator: str, parse: Callable[[str], Value]) -> tuple[Value, ...]:
    items = cell.split(separator) if cell else []
    for index, item in enumerate(items):
        if not item.strip(" "):
            raise ValueError("an empty value between two others. Delete it.")
        if item != item.strip(" "):
            raise ValueError(f"blank at the beginning or end of {_quote(item)}. Delete it.")
        if item in items[:index]:
            raise ValueError(f"{_quote(item)} stands here twice. Delete one.")
    return tuple(map(parse, items))


def _parse_status(cell: str) -> int:
    return int(_demand(_STATUS, cell, "no HTTP status", "Write one from 100 to 599, or leave the cell empty"))


def _parse_description(wording: str) -> Template:
    template = parse_template(parse_wording(wording))
    if not any(literal.strip() for literal in template.literals):
        raise ValueError("only a placeholder, which fits every message. Write the words that stay the same.")
    return template


def _unescape(found: re.Match[str]) -> str:
    if found[1] not in {"n", "\\"}:
        raise ValueError(
            f"backslash {f'before {_quote(found[1])}' if found[1] else 'at the end'}. "
            r"Write \n for a line break and \\ for a backslash."
        )
    return "\n" if found[1] == "n" else "\\"


def _demand(form: re.Pattern[str], cell: str, trouble: str, cure: str) -> str:
    if form.fullmatch(cell):
        return cell
    raise ValueError(f"{_quote(cell) + f' is {trouble}' if cell else 'empty'}. {cure}.")


def _quote(cell: str) -> str:
    return repr(cell if len(cell) <= LONGEST_QUOTE else cell[: LONGEST_QUOTE - 1] + "…")
