"""Send the requests of an example, in order, and keep what was answered."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from typing import Protocol

import httpx2

from errorbook.examples.parse import Login
from errorbook.examples.variables import Reference, expand, follow_path, references_of
from errorbook.model import Example, Recording, Request
from errorbook.problems import Problem, RefusedError


class Target(Protocol):
    """Where examples run; see `targets`."""

    @property
    def login(self) -> Login: ...

    @property
    def values(self) -> Mapping[str, str]:
        """What it supplies without asking: base, client_id, client_secret."""

    def adapt(self, example: Example) -> Example:
        """The example with the names that are right here."""

    def open(self) -> AbstractAsyncContextManager[httpx2.AsyncClient]:
        """A client to the place in the state in which an example finds it."""

    async def find_foreign_token(self, client: httpx2.AsyncClient, values: Mapping[str, str]) -> str:
        """A well-formed token that the place does not know."""

    async def wait(self, client: httpx2.AsyncClient, milliseconds: int) -> None:
        """Let time pass there."""


def record_example(example: Example, target: Target) -> tuple[Recording, ...]:
    """Run an example: one recording a request. Raises RefusedError if a request cannot be sent."""
    return asyncio.run(_record(target.adapt(example), target))


async def log_in(client: httpx2.AsyncClient, login: Login, values: Mapping[str, str]) -> str:
    """The token that the login of the app named in `values` gives."""
    run = _Run(client, login.example, values)
    for request in login.example.requests:
        await run.send(request)
    return expand(login.token, lambda reference: run.look_up(reference, login.example.requests[-1]))


async def _record(example: Example, target: Target) -> tuple[Recording, ...]:
    values = {**target.values, **{variable.name: variable.value for variable in example.variables}}
    needed = {reference.name for reference in references_of(example)}
    async with target.open() as client:
        # First, because finding one may begin the place anew.
        if "foreign_token" in needed:
            values["foreign_token"] = await target.find_foreign_token(client, values)
        if "token" in needed:
            values["token"] = await log_in(client, target.login, values)
        run = _Run(client, example, values)
        recordings = []
        for request in example.requests:
            if request.sleep_ms:
                await target.wait(client, request.sleep_ms)
            recordings.append(await run.send(request))
    return tuple(recordings)


@dataclass(slots=True)
class _Run:
    client: httpx2.AsyncClient
    example: Example
    values: Mapping[str, str]
    answers: dict[str, Recording] = field(default_factory=dict)

    async def send(self, request: Request) -> Recording:
        """Send one request, its variables filled, and remember the answer by its name."""
        try:
            response = await self.client.request(
                request.method,
                self._fill(request.url, request),
                headers=[(name, self._fill(value, request)) for name, value in request.headers],
                content=self._fill(request.body, request).encode() or None,
            )
        except httpx2.HTTPError as exc:
            text = f"no answer ({type(exc).__name__}: {exc}). Is the service there?"
            raise self._refused(request, text) from exc
        recording = Recording(response.status_code, response.text)
        self.answers[request.name] = recording
        return recording

    def look_up(self, reference: Reference, request: Request) -> str:
        """The value of a reference in `request`."""
        if not reference.path:
            return self.values[reference.name]
        answer = self.answers[reference.name]
        try:
            return follow_path(answer.body, reference.path)
        except LookupError:
            came = f"{reference.name} answered {answer.status} without {reference.path}: {answer.body}"
            raise self._refused(request, f"{came}. Mend that request.") from None

    def _fill(self, text: str, request: Request) -> str:
        return expand(text, lambda reference: self.look_up(reference, request))

    def _refused(self, request: Request, text: str) -> RefusedError:
        return RefusedError([Problem(self.example.path, request.line, 1, text)])
