"""The grammar of `.http` files, as far as we use it: a head, then titled sections, each one request."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from errorbook.model import Request, Role, Variable, Wording
from errorbook.problems import Problem

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
_ROLES: dict[str | None, Role] = {"fails": "fails", "fixed": "fixed"}

_VARIABLE = re.compile(r"@(?P<name>[^\s=]*)\s*=\s*(?P<value>.*?)\s*")
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_TITLE = re.compile(r"### (?:(?P<role>fails|fixed)|given (?P<given>\S.*?))\s*")
_DIRECTIVE = re.compile(r"(?:#|//)\s*@(?P<name>\S+)\s*(?P<value>.*?)\s*")
_REQUEST = re.compile(r"(?P<method>[A-Z]+) (?P<url>\S+)")
_HEADER = re.compile(r"(?P<name>[!#$%&'*+.^_`|~0-9A-Za-z-]+):\s*(?P<value>.*?)\s*")
_MILLISECONDS = re.compile(r"[1-9][0-9]{0,5}")


@dataclass(frozen=True, slots=True)
class Line:
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """The lines under one `###`, and what they ask for."""

    title: Line
    lines: tuple[Line, ...]
    request: Request | None

    @property
    def spoken(self) -> tuple[Line, ...]:
        """The lines that are sent: no title, no comments."""
        first = self.request.line if self.request else 0
        return tuple(line for line in self.lines if self.request and line.number >= first)


@dataclass(slots=True)
class Document:
    """What a file says, and every place where it does not follow the grammar."""

    path: str
    variables: list[tuple[Line, Variable]] = field(default_factory=list)
    remarks: list[Line] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def report(self, line: Line, text: str, column: int = 1) -> None:
        self.problems.append(Problem(self.path, line.number, column, text))


def parse_document(path: str, text: str) -> Document:
    """Take a file apart; what cannot be understood is in the document's problems."""
    document = Document(path)
    lines = [Line(number, line) for number, line in enumerate(text.split("\n"), 1)]
    starts = [index for index, line in enumerate(lines) if line.text.startswith("###")]
    starts.append(len(lines))
    _parse_head(document, lines[: starts[0]])
    for start, end in pairwise(starts):
        title, *rest = lines[start:end]
        document.sections.append(_parse_section(document, title, _without_blank_end(rest)))
    return document


def _parse_head(document: Document, lines: Iterable[Line]) -> None:
    for line in lines:
        found = _VARIABLE.fullmatch(line.text)
        if found:
            _parse_variable(document, line, found)
        elif _is_comment(line):
            document.remarks.append(line)
        elif line.text.strip():
            document.report(line, "neither a comment nor `@name = value`. Put a `###` line above a request.")


def _parse_variable(document: Document, line: Line, found: re.Match[str]) -> None:
    name, value = found["name"], found["value"]
    if not _NAME.fullmatch(name):
        document.report(line, f"@{name}: not a name. Use a-z, 0-9 and _, a letter first.", 2)
    if not value:
        document.report(line, f"@{name}: no value. Write one.", len(line.text) + 1)
    if "{{" in value:
        document.report(line, f"@{name}: a value holds no variables. Write it out.", found.start("value") + 1)
    document.variables.append((line, Variable(name, value)))


def _parse_section(document: Document, title: Line, lines: list[Line]) -> Section:
    found = _TITLE.fullmatch(title.text)
    if found is None:
        wanted = "`### given <what is so before>`, `### fails` or `### fixed`"
        document.report(title, f"{title.text!r} is no title of a section. Write {wanted}.")
    role = _ROLES.get(found["role"] if found else "", "given")
    return Section(title, tuple(lines), _parse_request(document, title, role, lines))


def _parse_request(document: Document, title: Line, role: Role, lines: list[Line]) -> Request | None:
    spoken = (i for i, line in enumerate(lines) if line.text.strip() and not _is_comment(line))
    start = next(spoken, len(lines))
    name, sleep_ms = _parse_directives(document, lines[:start])
    if start == len(lines):
        document.report(title, "no request under this title. Write `METHOD {{base}}/...`.")
        return None
    found = _REQUEST.fullmatch(lines[start].text)
    if found is None or found["method"] not in METHODS:
        wanted = f"one of {', '.join(METHODS)}, a blank and the URL, nothing else"
        document.report(lines[start], f"not a request. Write {wanted}.")
        return None
    blank = next((i for i, line in enumerate(lines) if i > start and not line.text.strip()), len(lines))
    headers = _parse_headers(document, lines[start + 1 : blank])
    body = _parse_body(document, lines[blank + 1 :])
    wording = _parse_title(title.text.removeprefix("### given") if role == "given" else "")
    line = lines[start].number
    return Request(role, wording, name, found["method"], found["url"], headers, body, sleep_ms, line)


def _parse_title(text: str) -> Wording:
    """`中文 | English`, or one wording for both languages."""
    zh, bar, en = text.strip().partition(" | ")
    return Wording(zh.strip(), en.strip() if bar else zh)


def _parse_directives(document: Document, lines: Iterable[Line]) -> tuple[str, int]:
    name, sleep_ms = "", 0
    for line in lines:
        found = _DIRECTIVE.fullmatch(line.text)
        if found is None:
            continue
        if found["name"] == "name" and _NAME.fullmatch(found["value"]) and not name:
            name = found["value"]
        elif found["name"] == "sleep" and _MILLISECONDS.fullmatch(found["value"]) and not sleep_ms:
            sleep_ms = int(found["value"])
        else:
            wanted = "`# @name group` (a-z, 0-9, _) or `# @sleep 1100` (milliseconds), each once"
            document.report(line, f"{found[0]!r} is not understood. Write {wanted}.")
    return name, sleep_ms


def _parse_headers(document: Document, lines: Iterable[Line]) -> tuple[tuple[str, str], ...]:
    headers: list[tuple[str, str]] = []
    for line in lines:
        found = _HEADER.fullmatch(line.text)
        if found is None:
            document.report(line, "neither `Name: value` nor blank. Put a blank line before the body.")
        elif found["name"].lower() in (name.lower() for name, _ in headers):
            document.report(line, f"header {found['name']} occurs twice. Keep one.")
        else:
            headers.append((found["name"], found["value"]))
    return tuple(headers)


def _parse_body(document: Document, lines: list[Line]) -> str:
    while lines and not lines[0].text.strip():
        lines = lines[1:]
    for line in lines:
        # Editors drop such lines, or send the file that they name.
        if _is_comment(line) or re.match(r"<@?\s", line.text):
            cure = "Join it to the line above."
            document.report(line, f"a line of a body may not begin with `#`, `//` or `< `. {cure}")
    return "\n".join(line.text for line in lines)


def _without_blank_end(lines: list[Line]) -> list[Line]:
    end = max((i for i, line in enumerate(lines, 1) if line.text.strip()), default=0)
    return lines[:end]


def _is_comment(line: Line) -> bool:
    return line.text.lstrip().startswith(("#", "//"))
