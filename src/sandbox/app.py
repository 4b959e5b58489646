"""The sandbox as an ASGI application."""

import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs

from starlette.applications import Starlette
from starlette.requests import ClientDisconnect
from starlette.requests import Request as HttpRequest
from starlette.responses import Response
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocketClose

from sandbox import control, service
from sandbox.failures.requests import BodyTooLarge
from sandbox.replies import Answer
from sandbox.request import Request, split_path
from sandbox.routes import CONSOLE
from sandbox.scene import Scene
from sandbox.site import Site

_LARGEST_BODY = 16 * 1024 * 1024
_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_ANY_ORIGIN = {"Access-Control-Allow-Origin": "*"}


def create_app(
    *, clock: Callable[[], float] | None = None, seed: int | None = None, site: Path | None = None
) -> Starlette:
    """A sandbox with a world of its own.

    `clock` gives seconds since 1970; with a `seed`, all that is drawn by lot repeats; `site` is a folder
    whose files are served beside the service.
    """
    app = Starlette()
    app.router.default = _Gateway(Scene(clock, seed), Site(site) if site else None)
    return app


class _Gateway:
    """Hands a request to the site, to the controls, or to the service."""

    def __init__(self, scene: Scene, site: Site | None) -> None:
        self._scene = scene
        self._site = site

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await WebSocketClose()(scope, receive, send)
            return
        try:
            response = await self._respond(HttpRequest(scope, receive))
        except ClientDisconnect:
            return
        await response(scope, receive, send)

    async def _respond(self, http: HttpRequest) -> Response:
        segments = split_path(http.scope.get("raw_path") or http.scope["path"].encode())
        if self._site and http.method in {"GET", "HEAD"} and not self._belongs_to_service(segments):
            return await self._site.respond(http, segments)
        if http.method == "OPTIONS":
            return _preflight(http)
        body = await _read_body(http)
        if body is None:
            return _render(http, service.refuse(self._scene.world, BodyTooLarge()))
        return _render(http, self._answer(_describe(http, segments, body)))

    def _belongs_to_service(self, segments: tuple[str, ...]) -> bool:
        first = segments[0].lower() if segments else ""
        return first in {CONSOLE, control.SEGMENT} or first in self._scene.world.organizations

    def _answer(self, request: Request) -> Answer:
        if request.segments[:1] == (control.SEGMENT,):
            return control.answer(self._scene, request)
        return service.answer(self._scene.world, request)


def _describe(http: HttpRequest, segments: tuple[str, ...], body: bytes) -> Request:
    query = http.scope.get("query_string", b"").decode("utf-8", "replace")
    return Request(
        method="GET" if http.method == "HEAD" else http.method,
        segments=segments,
        query=parse_qs(query, keep_blank_values=True, errors="replace"),
        headers=http.headers,
        body=body,
        origin=f"{http.scope['scheme']}://{http.headers.get('host', '')}",
    )


async def _read_body(http: HttpRequest) -> bytes | None:
    """The body, nothing if it is too large to be taken in."""
    body = bytearray()
    async for chunk in http.stream():
        body += chunk
        if len(body) > _LARGEST_BODY:
            return None
    return bytes(body)


def _render(http: HttpRequest, answer: Answer) -> Response:
    status, body = answer
    file = isinstance(body, bytes)
    # A lone surrogate, which JSON can smuggle in by an escape, becomes a question mark, as in Java.
    content = body if file else _ENCODE(body).encode("utf-8", "replace")
    media_type = "application/octet-stream" if file else "application/json"
    headers = {**_ANY_ORIGIN, "Content-Type": media_type, "Content-Length": str(len(content))}
    return Response(b"" if http.method == "HEAD" else content, status, headers)


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
