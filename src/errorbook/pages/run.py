"""What the script of Run reads: data in attributes, as JSON, and the words that it says."""

from __future__ import annotations

import json

from errorbook.model import Error, Language, Request
from errorbook.pages.press import Press
from errorbook.views.records import RunView
from errorbook.words import read_words


def render_kit(press: Press) -> str:
    """What all cases share: words, and how to get a token in a sandbox. Empty if there is none to run in."""
    kit = press.book.run_kit
    if kit is None:
        return ""
    language = press.book.language
    return _to_json(
        {
            "words": read_words("run", language),
            "login": [_request(request, language) for request in kit.login.example.requests],
            "token": kit.login.token,
            "credentials": {
                "client_id": kit.client_id,
                "client_secret": kit.client_secret,
                "foreign_token": kit.foreign_token,
            },
        }
    )


def render_plan(run: RunView, language: Language) -> str:
    """The requests of a case with their variables, and what the failing one should be answered."""
    return _to_json(
        {
            "names": {variable.name: variable.value for variable in run.example.variables},
            "requests": [_request(request, language) for request in run.example.requests],
            "error": _documented(run.error),
        }
    )


def _request(request: Request, language: Language) -> dict[str, object]:
    return {
        "role": request.role,
        "title": request.title[language],
        "name": request.name,
        "method": request.method,
        "url": request.url,
        "headers": request.headers,
        "body": request.body,
        "wait": request.sleep_ms,
    }


def _documented(error: Error) -> dict[str, object]:
    """What `verdict.judge` holds an answer against."""
    return {
        "statuses": error.statuses,
        "types": [name for name in (error.error, *error.also_error) if name],
        "exceptions": [name for name in (error.exception, *error.also_exception) if name],
        "messages": [{"literals": t.literals, "names": t.names} for t in error.descriptions],
        "may_be_silent": error.description is None,
        "envelope": error.envelope,
        "legacy": error.state == "legacy",
    }


def _to_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
