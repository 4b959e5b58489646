"""What the grammar leaves open: order, names that are declared and used, requests that can be sent."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator

from errorbook.examples.grammar import Document, Line, Section
from errorbook.examples.variables import HOME, SUPPLIED, Part, Reference, parse_parts, references, substitute
from errorbook.model import Request
from errorbook.problems import Problem

_BASE = "{{base}}/"
_LONGEST_NAME = 32
"""A run against a real app adds a dozen characters, and few services take names of more than 64."""
_UNFIT_IN_URL = re.compile(r"%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9._~:/?@!$&'()*+,;=%-]")
_UNFIT_IN_HEADER = re.compile(r"[^ -~]")
_CLIENTS_OWN = re.compile(
    r"(?i:accept-(?:charset|encoding)|access-control-request-.*|connection|content-length|cookie2?|date|dnt"
    r"|expect|host|keep-alive|origin|proxy-.*|referer|sec-.*|te|trailer|transfer-encoding|upgrade|via)"
)
"""Headers that browsers, and some libraries, let no caller set."""


def check_text(path: str, text: str) -> Iterator[Problem]:
    """What an editor would not show, or another editor would show otherwise."""
    for number, line in enumerate(text.split("\n"), 1):
        for column, character in enumerate(line, 1):
            if character != "\t" and unicodedata.category(character) in ("Cc", "Cf", "Co", "Cs"):
                what = f"U+{ord(character):04X} cannot be seen"
                yield Problem(path, number, column, f"{what}. Remove it; lines end with LF.")
        if not unicodedata.is_normalized("NFC", line):
            yield Problem(path, number, 1, "the text is not in normal form. Save it in NFC.")


def check_order(document: Document) -> Iterator[Problem]:
    """Any number of given requests, one that fails, one that is fixed."""
    roles = [section.request.role if section.request else "" for section in document.sections]
    for role in ("fails", "fixed"):
        if (count := sum(s.title.text.rstrip() == f"### {role}" for s in document.sections)) != 1:
            cure = f"Write `### {role}` once."
            yield Problem(document.path, 1, 1, f"there are {count} sections `### {role}`, not one. {cure}")
    order = [role for role in roles if role]
    if order != sorted(order, key=("given", "fails", "fixed").index):
        cure = "Write given, then fails, then fixed."
        yield Problem(document.path, 1, 1, f"the sections are out of order. {cure}")


def check_uses(document: Document, *further: str, answered: Collection[str] = ()) -> list[Problem]:
    """Every name is declared once before it is used, and used; `answered` are declared elsewhere."""
    return [
        *_check_declared(document),
        *_check_names(document),
        *_check_known(document, answered),
        *_check_used(document, further),
        *(problem for section in document.sections for problem in _check_sendable(document, section)),
    ]


def _check_declared(document: Document) -> Iterator[Problem]:
    seen = set(SUPPLIED)
    for name, line in _declared(document):
        if name in seen:
            yield Problem(document.path, line, 1, f"the name {name} is taken. Choose another.")
        seen.add(name)
    for name in HOME:
        if name not in _values(document):
            yield Problem(document.path, 1, 1, f"@{name} is missing. Write `@{name} = ...` in the head.")


def _declared(document: Document) -> Iterator[tuple[str, int]]:
    for line, variable in document.variables:
        yield variable.name, line.number
    for request in _requests(document):
        if request.name:
            yield request.name, request.line


def _check_names(document: Document) -> Iterator[Problem]:
    """What a run against a real app can make unique by a suffix."""
    for line, variable in document.variables:
        if variable.name in HOME:
            continue
        if variable.value.isdecimal():
            text = f"@{variable.name} is a number, not a name. Write it in the request."
            yield Problem(document.path, line.number, 1, text)
        elif len(variable.value) > _LONGEST_NAME:
            text = f"@{variable.name} is longer than {_LONGEST_NAME} characters. Shorten it."
            yield Problem(document.path, line.number, 1, text)


def _check_known(document: Document, elsewhere: Collection[str]) -> Iterator[Problem]:
    known, answered = {*SUPPLIED, *_values(document)}, set(elsewhere)
    for section in document.sections:
        for line in section.spoken:
            for column, reference in _place(line):
                if reference.name not in (answered if reference.path else known):
                    yield Problem(document.path, line.number, column, _unknown(reference))
        answered |= {section.request.name} if section.request and section.request.name else set()


def _unknown(reference: Reference) -> str:
    if reference.path:
        cure = f"Write `# @name {reference.name}` above an earlier request"
        return f"{{{{{reference.text}}}}}: no answer is called {reference.name} here. {cure}."
    cure = f"Declare it in the head, or use one of {', '.join(SUPPLIED)}"
    return f"{{{{{reference.text}}}}} is unknown. {cure}, or {{{{name.response.body.path}}}}."


def _check_used(document: Document, further: Iterable[str]) -> Iterator[Problem]:
    used = references(*(line.text for s in document.sections for line in s.spoken), *further)
    plain, answers = ({r.name for r in used if bool(r.path) == path} for path in (False, True))
    for line, variable in document.variables:
        # The runner itself uses these two: it logs in to the app of the example.
        if variable.name not in plain | {*HOME}:
            yield Problem(document.path, line.number, 1, f"@{variable.name} is not used. Remove it.")
    for request in _requests(document):
        if request.name and request.name not in answers:
            text = f"the answer {request.name} is not used. Remove `# @name {request.name}`."
            yield Problem(document.path, request.line, 1, text)


def check_environment(document: Document) -> Iterator[Problem]:
    """Samples read values from the environment: one variable, one value."""
    texts = {variable.upper(): variable for variable in (*SUPPLIED, *HOME)}
    for section in document.sections:
        for line in section.spoken:
            for column, reference in _place(line):
                if reference.path and texts.setdefault(reference.variable, reference.text) != reference.text:
                    both = f"{reference.text} and {texts[reference.variable]} would both be"
                    text = f"{both} {reference.variable}. Rename a request."
                    yield Problem(document.path, line.number, column, text)


def _check_sendable(document: Document, section: Section) -> Iterator[Problem]:
    if section.request is None:
        return
    values, url = _values(document), section.request.url
    first, *others = section.spoken
    column = first.text.index(url) + 1
    if not url.startswith(_BASE):
        text = "the URL leads elsewhere. Begin it with {{base}}/."
        yield Problem(document.path, first.number, column, text)
    if unfit := _find_unfit(_UNFIT_IN_URL, substitute(url, values)):
        text = f"{unfit!r} cannot stand in a URL. Percent-encode it."
        yield Problem(document.path, first.number, column, text)
    for line in itertools.takewhile(lambda line: line.text.strip(), others):
        if unfit := _find_unfit(_UNFIT_IN_HEADER, substitute(line.text, values)):
            yield Problem(document.path, line.number, 1, f"{unfit!r} cannot stand in a header. Use ASCII.")
    yield from _check_fetchable(document, section.request, others)


def _check_fetchable(document: Document, request: Request, lines: list[Line]) -> Iterator[Problem]:
    """What `fetch` refuses could be run neither in the page nor as the sample in JavaScript."""
    if request.method == "GET" and request.body:
        text = "a GET request with a body is none that every client can send. Move the body into the query."
        yield Problem(document.path, request.line, 1, text)
    for line in itertools.takewhile(lambda line: line.text.strip(), lines):
        name = line.text.partition(":")[0]
        if _CLIENTS_OWN.fullmatch(name):
            text = f"header {name}: clients set it themselves. Remove it."
            yield Problem(document.path, line.number, 1, text)


def _find_unfit(pattern: re.Pattern[str], parts: tuple[Part, ...]) -> str:
    found = (pattern.search(part) for part in parts if isinstance(part, str))
    return next((match[0] for match in found if match), "")


def _place(line: Line) -> Iterator[tuple[int, Reference]]:
    column = 1
    for part in parse_parts(line.text):
        if isinstance(part, Reference):
            yield column, part
        column += len(part) if isinstance(part, str) else len(part.text) + len("{{}}")


def _values(document: Document) -> dict[str, str]:
    return {variable.name: variable.value for _, variable in document.variables}


def _requests(document: Document) -> Iterator[Request]:
    return (section.request for section in document.sections if section.request)
