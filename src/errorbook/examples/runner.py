"""Send the requests of an example, in order, and keep what was answered."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from typing import Protocol

import httpx2

from errorbook.examples.parse import Login
from errorbook.examples.variables import HOME, Reference, expand, follow_path, references_of
from errorbook.examples.verdict import hide_secrets
from errorbook.model import Error, Example, Recording, Request
from errorbook.problems import Problem, RefusedError

DOCUMENTED = "documented"
"""The extension of a call that holds the statuses with which the catalogue expects it to be answered."""


class NoAnswerError(Exception):
    """A request got no answer that counts, and why."""


class Target(Protocol):
    """Where examples run; see `targets`."""

    @property
    def login(self) -> Login: ...

    @property
    def values(self) -> Mapping[str, str]:
        """What it supplies without asking: base, client_id, client_secret."""

    @property
    def leftovers(self) -> Sequence[str]:
        """What examples have created there and nobody could delete."""

    def why_not(self, error: Error, example: Example) -> str:
        """Why an example of the error cannot be run there; empty if it can."""

    def adapt(self, example: Example) -> Example:
        """The example with the names that are right here."""

    def open(self) -> AbstractAsyncContextManager[httpx2.AsyncClient]:
        """A client to the place in the state in which an example finds it."""

    async def find_foreign_token(self, client: httpx2.AsyncClient, values: Mapping[str, str]) -> str:
        """A well-formed token that the place does not know."""

    async def wait(self, client: httpx2.AsyncClient, milliseconds: int) -> None:
        """Let time pass there."""


def record_example(
    example: Example, target: Target, documented: Collection[int] = ()
) -> tuple[Recording, ...]:
    """Run an example, which is to fail with a documented status: one recording a request.

    Raises RefusedError if a request cannot be sent.
    """
    return asyncio.run(_record(target.adapt(example), target, documented))


async def log_in(client: httpx2.AsyncClient, login: Login, values: Mapping[str, str]) -> str:
    """The token that the login of the app named in `values` gives."""
    run = _Run(client, login.example, values)
    for request in login.example.requests:
        await run.send(request)
    return expand(login.token, lambda reference: run.look_up(reference, login.example.requests[-1]))


async def send_filled(
    client: httpx2.AsyncClient, request: Request, fill: Callable[[str], str], documented: Collection[int] = ()
) -> httpx2.Response:
    """Send a request, its variables filled. Raises NoAnswerError."""
    try:
        return await client.request(
            request.method,
            fill(request.url),
            headers=[(name, fill(value)) for name, value in request.headers],
            content=fill(request.body).encode() or None,
            extensions={DOCUMENTED: documented},
        )
    except httpx2.TimeoutException as exc:
        raise NoAnswerError("no answer in time") from exc
    except httpx2.HTTPError as exc:
        raise NoAnswerError(f"no answer ({type(exc).__name__}: {exc}). Is the service there?") from exc


async def _record(example: Example, target: Target, documented: Collection[int]) -> tuple[Recording, ...]:
    values = _values_of(example, target)
    async with target.open() as client:
        try:
            values |= await _find_tokens(example, target, client, values)
        except RefusedError as exc:
            if not await _logs_in_at_home(target, client):
                raise
            place = "/".join(values[name] for name in HOME)
            text = f"no token for {place}. Check @org and @app: {exc}"
            raise RefusedError([Problem(example.path, 1, 1, text)]) from None
        run = _Run(client, example, values)
        recordings = []
        for request in example.requests:
            if request.sleep_ms:
                await target.wait(client, request.sleep_ms)
            recordings.append(await run.send(request, documented if request.role == "fails" else ()))
    return tuple(recordings)


async def _find_tokens(
    example: Example, target: Target, client: httpx2.AsyncClient, values: Mapping[str, str]
) -> dict[str, str]:
    """The tokens that the example uses, by the names of their variables."""
    needed = {reference.name for reference in references_of(example)}
    tokens = {}
    # First, because finding one may begin the place anew.
    if "foreign_token" in needed:
        tokens["foreign_token"] = await target.find_foreign_token(client, values)
    if "token" in needed:
        tokens["token"] = await log_in(client, target.login, values)
    return tokens


async def _logs_in_at_home(target: Target, client: httpx2.AsyncClient) -> bool:
    """Whether the login works where its own file says, so that another place is at fault."""
    try:
        await log_in(client, target.login, _values_of(target.login.example, target))
    except RefusedError:
        return False
    return True


def _values_of(example: Example, target: Target) -> dict[str, str]:
    """What the target supplies, and the head of the example."""
    return {**target.values, **{variable.name: variable.value for variable in example.variables}}


@dataclass(slots=True)
class _Run:
    client: httpx2.AsyncClient
    example: Example
    values: Mapping[str, str]
    answers: dict[str, Recording] = field(default_factory=dict)

    async def send(self, request: Request, documented: Collection[int] = ()) -> Recording:
        """Send one request, its variables filled, and remember the answer by its name."""
        try:
            response = await send_filled(
                self.client, request, lambda text: self._fill(text, request), documented
            )
        except NoAnswerError as exc:
            raise self._refused(request, str(exc)) from exc
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
            text = f"{reference.name} answered {answer.status} without {reference.path}: "
            cure = "Check that request, and who sends it."
            raise self._refused(request, f"{text}{hide_secrets(answer.body)}. {cure}") from None

    def _fill(self, text: str, request: Request) -> str:
        return expand(text, lambda reference: self.look_up(reference, request))

    def _refused(self, request: Request, text: str) -> RefusedError:
        return RefusedError([Problem(self.example.path, request.line, 1, text)])
