"""A sandbox that stands for a service, and whose answers a test changes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import httpx2
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

import sandbox


@dataclass
class Call:
    """A request to the sandbox; `name` is method and path without org and app: `POST /users`."""

    name: str
    body: bytes
    scope: Scope
    app: ASGIApp

    async def pass_on(self, body: bytes | None = None) -> Response:
        """What the sandbox answers, to another body if one is given."""
        transport = httpx2.ASGITransport(self.app)
        async with httpx2.AsyncClient(transport=transport, base_url="http://service") as client:
            query = self.scope["query_string"].decode()
            headers = [pair for pair in self.scope["headers"] if pair[0] != b"content-length"]
            answer = await client.request(
                self.scope["method"],
                self.scope["raw_path"].decode() + (f"?{query}" if query else ""),
                headers=headers,
                content=self.body if body is None else body,
            )
        return Response(answer.content, answer.status_code, media_type="application/json")


async def _pass_on(call: Call) -> Response:
    return await call.pass_on()


@dataclass
class Changed:
    """The served app: `change` answers each call; `calls` are their names."""

    change: Callable[[Call], Awaitable[Response]] = _pass_on
    app: ASGIApp = field(default_factory=sandbox.create_app)
    calls: list[str] = field(default_factory=list)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        path = "/".join(["", *request.url.path.split("/")[3:]])
        call = Call(f"{request.method} {path}", await request.body(), scope, self.app)
        self.calls.append(call.name)
        answer = await self.change(call)
        await answer(scope, receive, send)


class Cut(Response):
    """An answer that breaks off after its head."""

    async def __call__(self, _scope: Scope, _receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"9")]})
        raise ConnectionAbortedError
