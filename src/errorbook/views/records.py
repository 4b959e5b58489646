"""Records ready to print, in one language. Writers turn them into HTML, JSON or PDF and decide nothing."""

from __future__ import annotations

from dataclasses import dataclass

from errorbook.examples.parse import Login
from errorbook.examples.samples import AnswerVariable, Tongue
from errorbook.inline import Piece, Span
from errorbook.model import (
    Envelope,
    Error,
    Example,
    ExampleKind,
    Language,
    Retry,
    Role,
    State,
    Synonym,
    Variable,
    Who,
)


@dataclass(frozen=True, slots=True)
class Link:
    """`address` is a permalink: no language, no leading slash (`errors/username-taken/`)."""

    text: str
    address: str


@dataclass(frozen=True, slots=True)
class SampleView:
    """One request in one language; `changed` are the character ranges that differ between fails and fixed."""

    tongue: Tongue
    label: str
    text: str
    changed: tuple[tuple[int, int], ...]
    places: tuple[tuple[int, int, str], ...] = ()
    """Where the value of a placeholder stands that may stand in a link, too: from, to, its name."""


@dataclass(frozen=True, slots=True)
class RecordingView:
    status: int
    reason: str
    """The status's standard phrase: `Bad Request`."""
    body: str
    """As sent; JSON indented by two blanks."""


@dataclass(frozen=True, slots=True)
class RequestView:
    role: Role
    title: str
    samples: tuple[SampleView, ...]
    recording: RecordingView
    answers: tuple[AnswerVariable, ...]
    wait_ms: int
    """How long to wait before sending it; samples in a programming language wait by themselves."""


@dataclass(frozen=True, slots=True)
class RunView:
    """What a reader's browser needs to run a case by itself, and to tell what came of it."""

    example: Example
    error: Error


@dataclass(frozen=True, slots=True)
class RunKit:
    """What all runs from the page share. Its credentials are those of sandboxes: they open no service."""

    login: Login
    client_id: str
    client_secret: str
    foreign_token: str
    connect_src: tuple[str, ...]
    """Origins besides its own that the site may call."""


@dataclass(frozen=True, slots=True)
class CaseView:
    """`case` is empty and `address` the error's own if the error has one cause only."""

    case: str
    address: str
    cause: tuple[Span, ...]
    fix: tuple[Span, ...]
    message: tuple[Piece, ...]
    environment: tuple[Variable, ...]
    """What the samples expect beside address and credentials: `ORG` and `APP` of the sandbox."""
    requests: tuple[RequestView, ...]
    example_kind: ExampleKind
    example_note: str
    run: RunView | None = None
    failing_body: str = ""
    """What the failing request sends."""


@dataclass(frozen=True, slots=True)
class OperationLink:
    method: str
    path: str
    name: str
    address: str
    status: int | None
    """The status with which it answers, where it differs from the error's own."""


@dataclass(frozen=True, slots=True)
class ErrorView:
    id: str
    address: str
    title: str
    module: Link
    status: int | None
    """Documented today, or what a legacy error was seen with first; no other is shown as its own."""
    also_statuses: tuple[int, ...]
    types: tuple[str, ...]
    """Values of the field `error`, the documented one first."""
    exceptions: tuple[str, ...]
    error_code: str
    envelope: Envelope
    messages: tuple[tuple[Piece, ...], ...]
    """Every wording, the documented one first; a placeholder has the same value in all."""
    templates: tuple[str, ...]
    """The same wordings with their placeholders as `{name}`."""
    retry: Retry
    who: Who
    state: State
    since: int
    source: str
    cases: tuple[CaseView, ...]
    operations: tuple[OperationLink, ...]
    neighbours: tuple[Link, ...]
    """Errors of the same module, nearest first."""

    @property
    def statuses(self) -> tuple[int, ...]:
        """All that it was seen with, its own first."""
        return (() if self.status is None else (self.status,)) + self.also_statuses

    @property
    def undocumented(self) -> bool:
        """Whether it was seen with statuses of which none is its own."""
        return self.status is None and bool(self.also_statuses)


@dataclass(frozen=True, slots=True)
class GroupView:
    """A page that lists errors: those of a status or of a module."""

    key: str
    """`400` or `users`."""
    address: str
    title: str
    errors: tuple[ErrorView, ...]


@dataclass(frozen=True, slots=True)
class OperationView:
    id: str
    address: str
    method: str
    path: str
    name: str
    module: Link
    rate_limit: str
    doc_url: str
    errors: tuple[ErrorView, ...]


@dataclass(frozen=True, slots=True)
class PlaceholderView:
    name: str
    label: str
    shareable: bool


@dataclass(frozen=True, slots=True)
class MovedView:
    """A permalink that no longer lives; `became` is another one, or empty if it is gone."""

    address: str
    became: str


@dataclass(frozen=True, slots=True)
class Book:
    """Everything the site, the explorer and the PDF say, in one language."""

    language: Language
    site_url: str
    """With a trailing slash, without the language."""
    errors: tuple[ErrorView, ...]
    statuses: tuple[GroupView, ...]
    modules: tuple[GroupView, ...]
    operations: tuple[OperationView, ...]
    placeholders: tuple[PlaceholderView, ...]
    moved: tuple[MovedView, ...] = ()
    synonyms: tuple[Synonym, ...] = ()
    run_kit: RunKit | None = None
    """There if examples can be run from the page."""

    def url(self, address: str) -> str:
        """The absolute address of a permalink in this book's language."""
        return self.site_url + ("" if self.language == "zh" else f"{self.language}/") + address
