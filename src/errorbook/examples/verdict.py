"""Whether an answer says what the catalogue says."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NoReturn

from errorbook.model import Error, Recording, Request, Template
from errorbook.template import match_message, render_template

_SECRET = re.compile(r'("\w*(?:token|secret|password)"\s*:\s*")[^"]*', re.IGNORECASE)

Message = tuple[Template, dict[str, str]]
"""A wording and the values of its placeholders."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether they agree, what was expected and what came, as phrases."""

    agrees: bool
    expected: str
    got: str


def judge(error: Error, request: Request, recording: Recording) -> Verdict:
    """Hold an answer against the error that the request should show, or should be free of."""
    body = _parse_body(recording.body)
    if request.role == "fails":
        agrees = _has_status(error, recording.status) and _has_message(error, body) and _has_type(error, body)
        return Verdict(agrees, _describe(error), describe_answer(recording))
    succeeded = 200 <= recording.status < 300  # noqa: PLR2004 - the range of success
    clean = error.envelope != "partial" or not _has_message(error, body)
    return Verdict(succeeded and clean, "success (2xx)", describe_answer(recording))


def find_message(error: Error, recording: Recording) -> Message | None:
    """The wording of the error that an answer holds, and what its placeholders hold there."""
    return _find_message(error, _parse_body(recording.body))


def _has_status(error: Error, status: int) -> bool:
    return status in error.statuses if error.statuses else status >= 400  # noqa: PLR2004 - errors begin there


def _has_message(error: Error, body: object) -> bool:
    if error.description is None and not _read_messages(error, body):
        return True
    return _find_message(error, body) is not None


def _find_message(error: Error, body: object) -> Message | None:
    for template in error.descriptions:
        for message in _read_messages(error, body):
            if (values := match_message(template, message)) is not None:
                return template, values
    return None


def _has_type(error: Error, body: object) -> bool:
    """The field `error`, where the table gives one; where no message tells the error, `exception` must."""
    types = {error.error, *error.also_error} - {""}
    if types and _read_field(body, "error") not in types:
        return False
    exceptions = {error.exception, *error.also_exception} - {""}
    if error.descriptions or not exceptions:
        return bool(types or error.descriptions)
    return _read_field(body, "exception") in exceptions


def _read_messages(error: Error, body: object) -> list[str]:
    if error.envelope in ("partial", "meta"):
        return list(_strings(body))
    message = _read_field(body, "error_description")
    return [message] if message else []


def _read_field(body: object, name: str) -> str:
    value = body.get(name) if isinstance(body, dict) else None
    return value if isinstance(value, str) else ""


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _strings(item)


def _parse_body(text: str) -> object:
    try:
        return json.loads(text, parse_constant=_refuse)
    except ValueError:
        return None


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no JSON")


def _describe(error: Error) -> str:
    statuses = " or ".join(map(str, error.statuses)) or "an error status"
    what = " or ".join(map(render_template, error.descriptions))
    types = " or ".join(filter(None, (error.error, *error.also_error)))
    exceptions = " or ".join(filter(None, (error.exception, *error.also_exception)))
    return ", ".join(filter(None, (statuses, types, what or exceptions)))


def describe_answer(recording: Recording) -> str:
    """An answer in a phrase: its status and what it says, without tokens and passwords."""
    body = _parse_body(recording.body)
    fields = [_read_field(body, name) for name in ("error", "error_description")]
    told = list(filter(None, fields)) or [hide_secrets(recording.body)[:200]]
    return ", ".join([str(recording.status), *told])


def hide_secrets(text: str) -> str:
    """JSON without its tokens and passwords."""
    return _SECRET.sub(r"\1***", text)
