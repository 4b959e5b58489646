"""The places where examples run: a sandbox of our own, a sandbox that is served, the service."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, replace

import httpx2
from starlette.types import ASGIApp

from errorbook.examples.parse import Login
from errorbook.examples.runner import log_in
from errorbook.model import Example, Variable

_TIMEOUT = 30.0
"""Seconds; a service that answers later is not there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    base: str
    login: Login
    client_id: str
    client_secret: str

    @property
    def values(self) -> Mapping[str, str]:
        return {"base": self.base, "client_id": self.client_id, "client_secret": self.client_secret}

    def adapt(self, example: Example) -> Example:
        return example


@dataclass(frozen=True, slots=True, kw_only=True)
class InProcess(_Place):
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
class ServedSandbox(_Place):
    """A sandbox that is served elsewhere; each example resets it."""

    @asynccontextmanager
    async def open(self) -> AsyncIterator[httpx2.AsyncClient]:
        async with httpx2.AsyncClient(timeout=_TIMEOUT, trust_env=False) as client:
            await _control(client, self.base, "reset", {})
            yield client

    async def find_foreign_token(self, client: httpx2.AsyncClient, values: Mapping[str, str]) -> str:
        token = await log_in(client, self.login, values)
        await _control(client, self.base, "reset", {})
        return token

    async def wait(self, client: httpx2.AsyncClient, milliseconds: int) -> None:
        await _advance_clock(client, self.base, milliseconds)


@dataclass(frozen=True, slots=True, kw_only=True)
class Service(_Place):
    """The service itself, in one app of it; `run_id` keeps the names of this run apart from all others."""

    org: str
    app: str
    run_id: str
    foreign_token: str = ""

    def adapt(self, example: Example) -> Example:
        return replace(example, variables=tuple(map(self._adapt_variable, example.variables)))

    def open(self) -> AbstractAsyncContextManager[httpx2.AsyncClient]:
        return httpx2.AsyncClient(timeout=_TIMEOUT)

    async def find_foreign_token(self, _client: httpx2.AsyncClient, _values: Mapping[str, str]) -> str:
        return self.foreign_token

    async def wait(self, _client: httpx2.AsyncClient, milliseconds: int) -> None:
        await asyncio.sleep(milliseconds / 1000)

    def _adapt_variable(self, variable: Variable) -> Variable:
        own = {"org": self.org, "app": self.app}
        return replace(variable, value=own.get(variable.name, variable.value + self.run_id))


async def _advance_clock(client: httpx2.AsyncClient, base: str, milliseconds: int) -> None:
    await _control(client, base, "clock", {"advance": milliseconds / 1000})


async def _control(client: httpx2.AsyncClient, base: str, what: str, order: Mapping[str, float]) -> None:
    response = await client.post(f"{base}/_sandbox/{what}", json=order)
    response.raise_for_status()
