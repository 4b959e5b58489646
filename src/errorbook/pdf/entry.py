"""One error as the template reads it."""

from __future__ import annotations

from collections.abc import Mapping

from errorbook.pdf.values import Json, build_code, build_message, build_soft, build_spans
from errorbook.pdf.wrap import wrap_code
from errorbook.views.records import Book, ErrorView, OperationLink, RequestView

Words = Mapping[str, str]

_FEW = 12
"""Operations that are always named."""


def build_entry(book: Book, error: ErrorView, words: Words) -> Json:
    return {
        "id": error.id,
        "title": build_soft(error.title),
        "url": book.url(error.address),
        "soft_url": build_soft(book.url(error.address)),
        "status": "" if error.status is None else str(error.status),
        "also_statuses": [str(status) for status in error.also_statuses],
        "messages": [build_message(message) for message in error.messages],
        "values": _values(book, error),
        "facts": _facts(error, words),
        "names": _names(error, words),
        "remarks": _remarks(error, words),
        "cases": [_case(book, error, number, words) for number in range(len(error.cases))],
        "operations": [] if _is_general(book, error) else [_operation(book, o) for o in error.operations],
        "every_operation": words["operations_all"].format(count=len(book.operations))
        if _is_general(book, error)
        else "",
    }


def _values(book: Book, error: ErrorView) -> list[Json]:
    """What fills the holes of the wordings, with the name of each for the reader."""
    labels = {placeholder.name: placeholder.label for placeholder in book.placeholders}
    values = {piece.placeholder: piece.text for message in error.messages for piece in message}
    return [{"label": labels[name], "value": build_soft(text)} for name, text in values.items() if name]


def _facts(error: ErrorView, words: Words) -> list[Json]:
    return [
        {"label": words[name], "text": text}
        for name, text in (
            ("retry", words[f"retry_{error.retry}"]),
            ("who", words[f"who_{error.who}"]),
            ("state", words[f"state_{error.state}"]),
            ("since", str(error.since)),
        )
    ]


def _names(error: ErrorView, words: Words) -> list[Json]:
    """What the body says besides its message: strings of the wire, the documented one first."""
    rows = {
        "error_type": error.types,
        "exception": error.exceptions,
        "error_code": (error.error_code,) if error.error_code else (),
    }
    return [
        {"label": words[name], "texts": [build_soft(text) for text in texts]}
        for name, texts in rows.items()
        if texts
    ]


def _remarks(error: ErrorView, words: Words) -> list[Json]:
    envelope = "" if error.envelope == "standard" else words[f"envelope_{error.envelope}"]
    rows = {"envelope": envelope, "source": error.source}
    return [{"label": words[name], "text": build_soft(text)} for name, text in rows.items() if text]


def _case(book: Book, error: ErrorView, number: int, words: Words) -> Json:
    case = error.cases[number]
    return {
        "name": f"{error.id}--{case.case}" if case.case else "",
        "heading": words["cause_heading"].format(number=number + 1, case=case.case),
        "url": book.url(case.address),
        "soft_url": build_soft(book.url(case.address)),
        "message": build_message(case.message) if case.message not in (*error.messages[:1], ()) else [],
        "cause": build_spans(case.cause),
        "fix": build_spans(case.fix),
        "note": case.example_note,
        "environment": [f"{variable.name}={variable.value}" for variable in case.environment],
        "requests": [_request(request) for request in case.requests],
    }


def _request(request: RequestView) -> Json:
    sample = next(sample for sample in request.samples if sample.tongue == "curl")
    recording = request.recording
    return {
        "role": request.role,
        "title": request.title,
        "code": build_code(wrap_code(sample.text, sample.changed, backslashes=True)),
        "status": str(recording.status),
        "reason": recording.reason,
        "body": build_code(wrap_code(recording.body)) if recording.body else [],
        "variables": [{"variable": answer.variable, "path": answer.path} for answer in request.answers],
    }


def _is_general(book: Book, error: ErrorView) -> bool:
    """Whether every operation returns it, so that naming each would tell nothing."""
    return len(error.operations) == len(book.operations) > _FEW


def _operation(book: Book, operation: OperationLink) -> Json:
    return {
        "method": operation.method,
        "name": operation.name,
        "url": book.url(operation.address),
        "status": "" if operation.status is None else str(operation.status),
    }
