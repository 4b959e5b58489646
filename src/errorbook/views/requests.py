"""The printed requests of a case: samples in each language, recorded answers, what differs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from http import HTTPStatus

from errorbook.examples.samples import LABELS, Tongue, answer_variables, changed_ranges, render_sample
from errorbook.model import Example, Language, Recording, Request, Variable
from errorbook.views.records import RecordingView, RequestView, SampleView

Ranges = tuple[tuple[int, int], ...]


def build_requests(
    example: Example | None,
    recordings: tuple[Recording, ...],
    language: Language,
    values: Mapping[str, str],
) -> tuple[RequestView, ...]:
    """Every request with what the sandbox answered; none if nothing was recorded.

    `values` are those of the placeholders in the message, by which the samples are marked.
    """
    if example is None or not recordings:
        return ()
    own = {variable.value for variable in example.variables}
    values = {name: value for name, value in values.items() if value in own}
    return tuple(
        RequestView(
            role=request.role,
            title=request.title[language],
            samples=tuple(_sample(tongue, example, request, values) for tongue in LABELS),
            recording=_recording(recording),
            answers=answer_variables(example, request),
            wait_ms=request.sleep_ms,
        )
        for request, recording in zip(example.requests, recordings, strict=True)
    )


def build_environment(example: Example | None) -> tuple[Variable, ...]:
    """`ORG` and `APP` as the samples read them."""
    variables = () if example is None else example.variables
    return tuple(Variable(v.name.upper(), v.value) for v in variables if v.name in {"org", "app"})


def failing_recording(example: Example | None, recordings: tuple[Recording, ...]) -> Recording | None:
    """What the failing request was answered, if it was run."""
    if example is None or not recordings:
        return None
    return next(r for q, r in zip(example.requests, recordings, strict=True) if q.role == "fails")


def failing_body(example: Example | None) -> str:
    """What the failing request sends, `{{variables}}` included."""
    return _only(example, "fails").body if example else ""


def _sample(tongue: Tongue, example: Example, request: Request, values: Mapping[str, str]) -> SampleView:
    text = render_sample(tongue, example, request)
    return SampleView(
        tongue, LABELS[tongue], text, _changed(tongue, example, request), tuple(_places(text, values))
    )


def _places(text: str, values: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
    """Where a value stands as a whole word, in order; of two placeholders with one value the first has it."""
    names = {value: name for name, value in reversed(list(values.items()))}
    if names:
        longest_first = sorted(names, key=len, reverse=True)
        for found in re.finditer(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])", text):
            yield *found.span(), names[found[0]]


def _changed(tongue: Tongue, example: Example, request: Request) -> Ranges:
    """The ranges in which a failing sample and the fixed one differ; none of a given one."""
    if request.role == "given":
        return ()
    fails, fixed = (render_sample(tongue, example, _only(example, role)) for role in ("fails", "fixed"))
    in_fails, in_fixed = changed_ranges(fails, fixed)
    return in_fails if request.role == "fails" else in_fixed


def _only(example: Example, role: str) -> Request:
    return next(request for request in example.requests if request.role == role)


def _recording(recording: Recording) -> RecordingView:
    return RecordingView(recording.status, reason_phrase(recording.status), _indented(recording.body))


def reason_phrase(status: int) -> str:
    """`Bad Request`, or nothing for a status that no standard has."""
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""


def _indented(body: str) -> str:
    try:
        return json.dumps(json.loads(body), indent=2, ensure_ascii=False)
    except ValueError:
        return body
