"""Texts with `{placeholders}`: parse them, fill them, recognise a filled one.

Braces that belong to the text are doubled, as in Python's `str.format`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from errorbook.model import Template

_TOKEN = re.compile(r"\{\{|\}\}|\{(?P<name>[a-z][a-z0-9_]*)\}|[{}]")


def parse_template(text: str) -> Template:
    """Take a template text apart. Raises ValueError with a sentence that says where and what to do."""
    if "{" not in text and "}" not in text:  # most cells of a large table
        return Template((text,), ())
    literals, names, start = [""], [], 0
    for token in _TOKEN.finditer(text):
        literals[-1] += text[start : token.start()]
        start = token.end()
        if token["name"]:
            names.append(token["name"])
            literals.append("")
        elif len(token[0]) == 1:
            raise ValueError(
                f"brace {token[0]!r} at character {token.start() + 1} is neither a "
                "{placeholder} nor doubled. Write {name}, or double the brace."
            )
        else:
            literals[-1] += token[0][0]
    literals[-1] += text[start:]
    if any(not literal for literal in literals[1:-1]):
        raise ValueError("two placeholders touch, so no message could be taken apart. Join them into one.")
    return Template(tuple(literals), tuple(names))


def fill(template: Template, values: Mapping[str, str]) -> str:
    """Build the message. Raises KeyError for a placeholder without a value."""
    pairs = zip(template.names, template.literals[1:], strict=True)
    return template.literals[0] + "".join(values[name] + literal for name, literal in pairs)


def match_message(template: Template, message: str) -> dict[str, str] | None:
    """The values that make `template` into `message`, or None if it cannot be.

    One linear scan for the literal parts, each at its first place, the last one at the end: no
    backtracking, so that a long message costs no more than its length. Of a name that occurs twice the
    first value is kept.
    """
    first, *rest = template.literals
    if not rest:
        return {} if message == first else None
    *middle, last = rest
    end = len(message) - len(last)
    if not message.startswith(first) or not message.endswith(last) or end < len(first):
        return None
    values: dict[str, str] = {}
    start = len(first)
    for name, literal in zip(template.names, middle, strict=False):
        found = message.find(literal, start, end)
        if found < 0:
            return None
        values.setdefault(name, message[start:found])
        start = found + len(literal)
    values.setdefault(template.names[-1], message[start:end])
    return values


def render_template(template: Template) -> str:
    """The template's text again, as `parse_template` reads it."""
    return fill(
        Template(tuple(_double(literal) for literal in template.literals), template.names),
        {name: f"{{{name}}}" for name in template.names},
    )


def _double(literal: str) -> str:
    return literal.replace("{", "{{").replace("}", "}}")
