"""The places where examples run: a sandbox of our own, a sandbox that is served; see also `service`."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass

import httpx2
from starlette.types import ASGIApp

from errorbook.examples.parse import Login
from errorbook.examples.runner import log_in
from errorbook.model import Error, Example

TIMEOUT = 30.0
"""Seconds; a service that answers later is not there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What all places have. Examples fit a sandbox as they are, and leave nothing there."""

    base: str
    login: Login
    client_id: str
    client_secret: str

    @property
    def values(self) -> Mapping[str, str]:
        return {"base": self.base, "client_id": self.client_id, "client_secret": self.client_secret}

    @property
    def leftovers(self) -> Sequence[str]:
        return ()

    def why_not(self, _error: Error, _example: Example) -> str:
        return ""

    def adapt(self, example: Example) -> Example:
        return example


@dataclass(frozen=True, slots=True, kw_only=True)
class InProcess(Place):
    """A sandbox in this process, made anew for each example; `create_app` takes the seed of its secrets."""

    create_app: Callable[[int], ASGIApp]
    base: str = "http://127.0.0.1:8080"
    seed: int = 1

    def open(self) -> AbstractAsyncContextManager[httpx2.AsyncClient]:
        return self._client(self.seed)

    async def find_foreign_token(self, _client: httpx2.AsyncClient, values: Mapping[str, str]) -> str:
        async with self._client(self.seed + 1) as elsewhere:
            return await log_in(elsewhere, self.login, values)

    async def wait(self, client: httpx2.AsyncClient, milliseconds: int) -> None:
        await _advance_clock(client, self.base, milliseconds)

    def _client(self, seed: int) -> httpx2.AsyncClient:
        return httpx2.AsyncClient(transport=httpx2.ASGITransport(self.create_app(seed)))


@dataclass(frozen=True, slots=True, kw_only=True)
class ServedSandbox(Place):
    """A sandbox that is served elsewhere; each example resets it."""

    @asynccontextmanager
    async def open(self) -> AsyncIterator[httpx2.AsyncClient]:
        async with httpx2.AsyncClient(timeout=TIMEOUT, trust_env=False) as client:
            await _control(client, self.base, "reset", {})
            yield client

    async def find_foreign_token(self, client: httpx2.AsyncClient, values: Mapping[str, str]) -> str:
        token = await log_in(client, self.login, values)
        await _control(client, self.base, "reset", {})
        return token

    async def wait(self, client: httpx2.AsyncClient, milliseconds: int) -> None:
        await _advance_clock(client, self.base, milliseconds)


async def _advance_clock(client: httpx2.AsyncClient, base: str, milliseconds: int) -> None:
    await _control(client, base, "clock", {"advance": milliseconds / 1000})


async def _control(client: httpx2.AsyncClient, base: str, what: str, order: Mapping[str, float]) -> None:
    response = await client.post(f"{base}/_sandbox/{what}", json=order)
    response.raise_for_status()
