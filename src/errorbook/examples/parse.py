"""Read the requests of a case from the text of its `.http` file, or say everything that is wrong with it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from errorbook.examples.checks import check_order, check_text, check_uses
from errorbook.examples.grammar import Document, parse_document
from errorbook.examples.variables import references
from errorbook.model import Example
from errorbook.problems import Problem, RefusedError

_TOKEN = re.compile(r"#\s*@token\s+(?P<token>\{\{.+\}\})\s*")


@dataclass(frozen=True, slots=True)
class Login:
    """The requests that get a runner its token, and its place: `{{login.response.body.access_token}}`."""

    example: Example
    token: str


def parse_example(path: str, text: str) -> Example:
    """Read the given, failing and fixed requests of a case. Raises RefusedError with every problem."""
    document = parse_document(path, text)
    problems = [*document.problems, *check_text(path, text), *check_order(document), *check_uses(document)]
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
    for section in document.sections:
        if not section.title.text.startswith("### given"):
            text = "a login has given requests only. Title the section `### given ...`."
            problems.append(Problem(path, section.title.number, 1, text))
    return Login(_build_example(document, text, problems), token)


def _build_example(document: Document, text: str, problems: list[Problem]) -> Example:
    if problems:
        raise RefusedError(problems)
    requests = tuple(section.request for section in document.sections if section.request)
    return Example(document.path, text, tuple(variable for _, variable in document.variables), requests)
