"""Read the requests of a case from the text of its `.http` file, or say everything that is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from errorbook.examples.checks import check_environment, check_order, check_text, check_uses
from errorbook.examples.grammar import Document, Section, parse_document
from errorbook.examples.variables import Reference, references
from errorbook.model import Example, Request
from errorbook.problems import Problem, RefusedError

CREATED = "created"
"""What a clean-up calls the answer to the operation whose creation it deletes."""

_TOKEN = re.compile(r"#\s*@token\s+(?P<token>\{\{.+\}\})\s*")


@dataclass(frozen=True, slots=True)
class Login:
    """The requests that get a runner its token, and its place: `{{login.response.body.access_token}}`."""

    example: Example
    token: str


def parse_example(path: str, text: str) -> Example:
    """Read the given, failing and fixed requests of a case. Raises RefusedError with every problem."""
    document = parse_document(path, text)
    problems = [
        *document.problems,
        *check_text(path, text),
        *check_order(document),
        *check_uses(document),
        *check_environment(document),
    ]
    return _build_example(document, text, problems)


def parse_login(path: str, text: str) -> Login:
    """Read the file that gets a token: given requests only, and `# @token {{...}}` in the head."""
    document = parse_document(path, text)
    token = next((found["token"] for r in document.remarks if (found := _TOKEN.fullmatch(r.text))), "")
    problems = [*document.problems, *check_text(path, text), *check_uses(document, token)]
    named = {section.request.name for section in document.sections if section.request}
    if not any(reference.path and reference.name in named for reference in references(token)):
        cure = "Write `# @token {{login.response.body.access_token}}` in the head."
        problems.append(Problem(path, 1, 1, f"no answer is said to hold the token. {cure}"))
    problems += _check_given(document, "a login")
    return Login(_build_example(document, text, problems), token)


def parse_cleanup(path: str, text: str) -> Example:
    """Read the file that deletes what examples create: given requests only, each titled by an operation."""
    document = parse_document(path, text)
    problems = [
        *document.problems,
        *check_text(path, text),
        *check_uses(document, answered=(CREATED,)),
        *_check_given(document, "a clean-up"),
        *(problem for section in document.sections for problem in _check_created(path, section)),
    ]
    return _build_example(document, text, problems)


def created_in(request: Request) -> Reference:
    """The reference to the answer of what created that which a request of a clean-up deletes."""
    return next(filter(_is_created, references(request.url)))


def _check_given(document: Document, what: str) -> Iterator[Problem]:
    for section in document.sections:
        if not section.title.text.startswith("### given"):
            text = f"{what} has given requests only. Title the section `### given ...`."
            yield Problem(document.path, section.title.number, 1, text)


def _check_created(path: str, section: Section) -> Iterator[Problem]:
    if section.request is None:
        return
    found = list(filter(_is_created, references(section.request.url)))
    if len(found) != 1:
        wanted = f"{{{{{CREATED}.response.body.data.id}}}}"
        text = f"the URL does not name one thing to delete. Write it as {wanted}."
        yield Problem(path, section.request.line, 1, text)
    elif "[" in found[0].path:
        text = f"{{{{{found[0].text}}}}}: a list stands for each of its items. Remove the index."
        yield Problem(path, section.request.line, 1, text)


def _is_created(reference: Reference) -> bool:
    return reference.name == CREATED and bool(reference.path)


def _build_example(document: Document, text: str, problems: list[Problem]) -> Example:
    if problems:
        raise RefusedError(problems)
    requests = tuple(section.request for section in document.sections if section.request)
    return Example(document.path, text, tuple(variable for _, variable in document.variables), requests)
