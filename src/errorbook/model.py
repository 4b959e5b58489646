"""The records of the catalogue: frozen, validated, free of any output format."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")

Envelope = Literal["standard", "oauth", "partial", "meta"]
Retry = Literal["never", "later", "refresh"]
Who = Literal["developer", "admin", "provider"]
State = Literal["current", "legacy"]
ExampleKind = Literal["run", "live", "none"]
PlaceholderKind = Literal["name", "id", "uuid", "path", "number", "text", "secret"]
Role = Literal["given", "fails", "fixed"]


@dataclass(frozen=True, slots=True)
class Wording:
    """The same statement in both languages, each written for its readers."""

    zh: str
    en: str

    def __getitem__(self, language: Language) -> str:
        return self.zh if language == "zh" else self.en


@dataclass(frozen=True, slots=True)
class Template:
    """A text with holes: `literals[0] {names[0]} literals[1] ...`; one literal more than names."""

    literals: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Variable:
    """A value of an example's head: `@name = value`."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Request:
    """One request of an example; `url`, header values and `body` still hold `{{variables}}`."""

    role: Role
    title: Wording
    name: str
    method: str
    url: str
    headers: tuple[tuple[str, str], ...]
    body: str
    sleep_ms: int
    line: int


@dataclass(frozen=True, slots=True)
class Example:
    """The given, failing and fixed requests of one case, in the order in which they run."""

    path: str
    text: str
    variables: tuple[Variable, ...]
    requests: tuple[Request, ...]


@dataclass(frozen=True, slots=True)
class Recording:
    """What the sandbox answered to one request: status and the body as sent."""

    status: int
    body: str


@dataclass(frozen=True, slots=True)
class Case:
    """One distinguishable cause of an error; `example` is there when `example_kind` is `run` or `live`."""

    case: str
    cause: Wording
    fix: Wording
    example_kind: ExampleKind
    example_note: Wording
    example: Example | None
    line: int


@dataclass(frozen=True, slots=True)
class Error:
    """One entry of the catalogue; the columns of `data/README.md`, cells taken apart."""

    id: str
    module: str
    status: int | None
    also_status: tuple[int, ...]
    error: str
    also_error: tuple[str, ...]
    exception: str
    also_exception: tuple[str, ...]
    error_code: str
    envelope: Envelope
    description: Template | None
    also_description: tuple[Template, ...]
    title: Wording
    retry: Retry
    who: Who
    state: State
    since: int
    source: str
    cases: tuple[Case, ...]

    @property
    def statuses(self) -> tuple[int, ...]:
        """Every status seen, the documented one first."""
        return (() if self.status is None else (self.status,)) + self.also_status

    @property
    def descriptions(self) -> tuple[Template, ...]:
        """Every wording seen, the documented one first."""
        return (() if self.description is None else (self.description,)) + self.also_description


@dataclass(frozen=True, slots=True)
class Module:
    id: str
    name: Wording


@dataclass(frozen=True, slots=True)
class Operation:
    """Method and path of the API; `path` with `{placeholders}` as the API's documentation writes it."""

    id: str
    module: str
    method: str
    path: str
    name: Wording
    rate_limit: str
    doc_url: str


@dataclass(frozen=True, slots=True)
class Deletion:
    """The request that deletes what `operation` has created; the value at `path` in the answer names it."""

    operation: Operation
    request: Request
    path: str


@dataclass(frozen=True, slots=True)
class Return:
    """Operation `api` returns error `error`, with `status` where it differs from the error's own."""

    api: str
    error: str
    status: int | None


@dataclass(frozen=True, slots=True)
class Placeholder:
    name: str
    kind: PlaceholderKind
    sample: str
    label: Wording
    shareable: bool


@dataclass(frozen=True, slots=True)
class Synonym:
    """A word that readers type for one that the tables use."""

    typed: str
    means: str


GONE = "gone"
"""What an address became whose page has no successor."""


@dataclass(frozen=True, slots=True)
class Permalink:
    """An address ever published; `became` is empty (it lives), another address, or `GONE`."""

    permalink: str
    became: str


@dataclass(frozen=True, slots=True)
class Catalog:
    """All tables, checked against each other. Errors by id, modules in navigation order."""

    errors: tuple[Error, ...]
    modules: tuple[Module, ...]
    operations: tuple[Operation, ...]
    returns: tuple[Return, ...]
    placeholders: tuple[Placeholder, ...]
    permalinks: tuple[Permalink, ...]
    deletions: tuple[Deletion, ...] = ()
    synonyms: tuple[Synonym, ...] = ()

    def runs(self) -> Iterator[tuple[Error, Case, Example]]:
        """Every case that has an example to run in the sandbox."""
        for error in self.errors:
            for case in error.cases:
                if case.example_kind == "run" and case.example:
                    yield error, case, case.example
