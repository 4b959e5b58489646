"""The sandbox as an ASGI application."""

import json
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import TypeAlias
from urllib.parse import parse_qs

from starlette.requests import ClientDisconnect
from starlette.requests import Request as HttpRequest
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocketClose

from sandbox import control, service
from sandbox.failures.requests import BodyTooLarge
from sandbox.replies import Answer, Json
from sandbox.request import Request, split_path
from sandbox.routes import CONSOLE
from sandbox.scene import Scene
from sandbox.site import Site

_LARGEST_BODY = 16 * 1024 * 1024
_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_ANY_ORIGIN = {"Access-Control-Allow-Origin": "*"}
_HEADERS = ((b"access-control-allow-origin", b"*"),)

_Respond: TypeAlias = Callable[[Scope, Receive, Send], Awaitable[None]]


def create_app(
    *,
    clock: Callable[[], float] | None = None,
    seed: int | None = None,
    site: Path | None = None,
    connect_src: Sequence[str] = (),
) -> ASGIApp:
    """A sandbox with a world of its own.

    `clock` gives seconds since 1970; with a `seed`, all that is drawn by lot repeats; `site` is a folder
    whose files are served beside the service; its pages may call the origins of `connect_src` as well.
    """
    return _Gateway(Scene(clock, seed), Site(site, connect_src) if site else None)


class _Gateway:
    """Hands a request to the site, to the controls, or to the service."""

    def __init__(self, scene: Scene, site: Site | None) -> None:
        self._scene = scene
        self._site = site

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await _live(receive, send)
            return
        if scope["type"] == "websocket":
            await WebSocketClose()(scope, receive, send)
            return
        try:
            respond = await self._respond(scope, receive)
        except ClientDisconnect:
            return
        await respond(scope, receive, send)

    async def _respond(self, scope: Scope, receive: Receive) -> _Respond:
        segments = split_path(scope.get("raw_path") or scope["path"].encode())
        method = scope["method"]
        if self._site and method in {"GET", "HEAD"} and not self._belongs_to_service(segments):
            return await self._site.respond(HttpRequest(scope, receive), segments)
        if method == "OPTIONS":
            return _preflight(HttpRequest(scope, receive))
        body = await _read_body(receive)
        if body is None:
            return _Rendered(method, *service.refuse(self._scene.world, BodyTooLarge()))
        return _Rendered(method, *self._answer(_describe(scope, segments, body)))

    def _belongs_to_service(self, segments: tuple[str, ...]) -> bool:
        first = segments[0].lower() if segments else ""
        return first in {CONSOLE, control.SEGMENT} or first in self._scene.world.organizations

    def _answer(self, request: Request) -> Answer:
        if request.segments[:1] == (control.SEGMENT,):
            return control.answer(self._scene, request)
        return service.answer(self._scene.world, request)


class _Rendered:
    """An answer of the service on its way out; one to HEAD keeps its body back."""

    def __init__(self, method: str, status: int, body: Json | bytes) -> None:
        self._status = status
        # A lone surrogate, which JSON can smuggle in by an escape, becomes a question mark, as in Java.
        self._content = body if isinstance(body, bytes) else _ENCODE(body).encode("utf-8", "replace")
        self._type = b"application/octet-stream" if isinstance(body, bytes) else b"application/json"
        self._withheld = method == "HEAD"

    async def __call__(self, _scope: Scope, _receive: Receive, send: Send) -> None:
        length = str(len(self._content)).encode()
        headers = [*_HEADERS, (b"content-type", self._type), (b"content-length", length)]
        await send({"type": "http.response.start", "status": self._status, "headers": headers})
        await send({"type": "http.response.body", "body": b"" if self._withheld else self._content})


async def _live(receive: Receive, send: Send) -> None:
    """Say that all is set up, and later taken down: there is nothing to do for either."""
    for stage in ("startup", "shutdown"):
        await receive()
        await send({"type": f"lifespan.{stage}.complete"})


def _describe(scope: Scope, segments: tuple[str, ...], body: bytes) -> Request:
    query = scope.get("query_string", b"").decode("utf-8", "replace")
    # Of a header that is sent twice, the first counts.
    headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in reversed(scope["headers"])}
    return Request(
        method="GET" if scope["method"] == "HEAD" else scope["method"],
        segments=segments,
        query=parse_qs(query, keep_blank_values=True, errors="replace") if query else {},
        headers=headers,
        body=body,
        origin=f"{scope['scheme']}://{headers.get('host', '')}",
    )


async def _read_body(receive: Receive) -> bytes | None:
    """The body, nothing if it is too large to be taken in."""
    chunks: list[bytes] = []
    size = 0
    more = True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        chunks.append(message.get("body", b""))
        more = message.get("more_body", False)
        size += len(chunks[-1])
        if size > _LARGEST_BODY:
            return None
    return b"".join(chunks)


def _preflight(http: HttpRequest) -> Response:
    asked = http.headers.get("access-control-request-headers", "Authorization, Content-Type")
    headers = {
        **_ANY_ORIGIN,
        "Access-Control-Allow-Methods": "GET, HEAD, POST, PUT, DELETE",
        "Access-Control-Allow-Headers": asked,
        "Access-Control-Max-Age": "600",
        "Vary": "Access-Control-Request-Headers",
    }
    return Response(status_code=204, headers=headers)
