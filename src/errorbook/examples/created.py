"""What an example has created in a service, told by its requests and their answers."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

import httpx2

from errorbook.examples.parse import CREATED
from errorbook.examples.variables import Reference, expand, follow_all
from errorbook.model import Deletion


@dataclass(frozen=True, slots=True)
class Remnant:
    """Something to delete, by its name."""

    deletion: Deletion
    name: str

    def fill(self, text: str, values: Mapping[str, str]) -> str:
        """Fill a text of the deleting request; the name stands in its address."""

        def look_up(reference: Reference) -> str:
            return quote(self.name, safe="") if reference.name == CREATED else values[reference.name]

        return expand(text, look_up)

    def describe(self, values: Mapping[str, str]) -> str:
        """How to delete it, for who must do it by hand."""
        request = self.deletion.request
        return f"{request.method} {self.fill(request.url, values)}"


@dataclass(slots=True)
class _Creation:
    """A request that creates, and its answer, which may never come."""

    deletion: Deletion
    request: httpx2.Request
    answer: httpx2.Response | None = None


class Ledger:
    """Takes down what passes between a client and the service at `base`; every name of the run has `mark`."""

    def __init__(self, deletions: Sequence[Deletion], base: str, mark: str) -> None:
        prefix = httpx2.URL(base).path.rstrip("/")
        self._patterns = [(_compile_path(prefix, deletion), deletion) for deletion in deletions]
        self._mark = mark
        self._creations: list[_Creation] = []

    async def expect(self, request: httpx2.Request) -> None:
        """Take down a request before it is sent."""
        for pattern, deletion in self._patterns:
            if request.method == deletion.operation.method and pattern.fullmatch(request.url.path):
                self._creations.append(_Creation(deletion, request))

    async def note(self, response: httpx2.Response) -> None:
        """Take down an answer. A request that was refused has created nothing."""
        await response.aread()
        for creation in [each for each in self._creations if each.request is response.request]:
            creation.answer = response
            if not (response.is_success or response.is_server_error):
                self._creations.remove(creation)

    def remnants(self) -> list[Remnant]:
        """What there may be to delete, the newest first, since it may belong to something older."""
        found = [Remnant(each.deletion, name) for each in self._creations for name in self._names(each) or ()]
        return list(dict.fromkeys(reversed(found)))

    def nameless(self) -> list[str]:
        """The requests that may have created something whose name nobody told."""
        silent = [each.request for each in self._creations if self._names(each) is None]
        return [f"{request.method} {request.url}: created something nameless" for request in silent]

    def _names(self, creation: _Creation) -> tuple[str, ...] | None:
        """From the answer; else from the request, where this run made them; None if there must be one."""
        path, answer = creation.deletion.path, creation.answer
        if answer and answer.is_success and (told := _find_names(answer.text, path)) is not None:
            return told
        asked = _find_names(creation.request.content.decode(errors="replace"), path.rpartition(".")[2])
        own = tuple(name for name in asked or () if self._mark in name)
        stumbled = answer is not None and answer.is_server_error
        return own if own or stumbled else None


def _find_names(text: str, path: str) -> tuple[str, ...] | None:
    try:
        return follow_all(text, path)
    except LookupError:
        return None


def _compile_path(prefix: str, deletion: Deletion) -> re.Pattern[str]:
    literals = re.split(r"\{[^{}]*\}", deletion.operation.path)
    return re.compile(re.escape(prefix) + "[^/]+".join(map(re.escape, literals)))
