"""What tests of examples share: goldens, a small service of their own, a server that echoes."""

from __future__ import annotations

import json
import os
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request as HttpRequest
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from errorbook.examples.parse import Login, parse_login

LOGIN = """# @token {{entry.response.body.pass.text}}
@org = library
@app = main

### given a pass
# @name entry
POST {{base}}/{{org}}/{{app}}/passes

{{client_id}}:{{client_secret}}
"""


@pytest.fixture(scope="session")
def check_golden() -> Callable[[Path, str], None]:
    """Compare a text with a file; with REGEN set, write the file instead."""

    def check(path: Path, text: str) -> None:
        if os.environ.get("REGEN"):
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8"), f"see {path.name}; REGEN=1 pytest rewrites it"

    return check


@pytest.fixture(scope="session")
def login() -> Login:
    return parse_login("login.http", LOGIN)


@pytest.fixture(scope="session")
def create_library() -> Callable[[int], ASGIApp]:
    """A small service: passes, and shelves that can be put up once."""
    return lambda seed: _Library(seed).app


class _Library:
    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.now = 0.0
        self.passes: list[str] = []
        self.shelves: list[str] = []
        self.app = Starlette(
            routes=[
                Route("/_sandbox/clock", self.advance, methods=["POST"]),
                Route("/_sandbox/reset", self.reset, methods=["POST"]),
                Route("/{org}/{app}/passes", self.issue, methods=["POST"]),
                Route("/{org}/{app}/shelves", self.put_up, methods=["POST"]),
                Route("/{org}/{app}/clock", self.tell, methods=["GET"]),
            ]
        )

    async def advance(self, request: HttpRequest) -> Response:
        self.now += (await request.json())["advance"]
        return Response(status_code=204)

    async def reset(self, _request: HttpRequest) -> Response:
        self.now, self.seed, self.passes, self.shelves = 0.0, self.seed + 100, [], []
        return Response(status_code=204)

    async def issue(self, request: HttpRequest) -> Response:
        if await request.body() != b"id:secret":
            return JSONResponse({"error": "bad_client"}, 400)
        if request.path_params["org"] == "nowhere":
            return JSONResponse({"error": "no_library"}, 404)
        where = "{org}/{app}".format(**request.path_params)
        self.passes.append(f"pass-{self.seed}-{len(self.passes)}-{where}")
        return JSONResponse({"pass": {"text": self.passes[-1]}})

    async def put_up(self, request: HttpRequest) -> Response:
        shown = request.headers.get("authorization", "")
        if shown not in self.passes:
            return JSONResponse({"error": "no_pass", "error_description": f"pass {shown} unknown"}, 401)
        name = (await request.json())["name"]
        if name in self.shelves:
            return JSONResponse({"error": "taken", "error_description": f"shelf {name} stands already"}, 409)
        self.shelves.append(name)
        return JSONResponse({"shelves": [{"id": len(self.shelves), "name": name}]}, 201)

    async def tell(self, _request: HttpRequest) -> Response:
        return JSONResponse({"now": self.now})


_OWN = {"host", "accept", "accept-encoding", "connection", "user-agent", "content-length"}
_OWN |= {"accept-language", "sec-fetch-mode", "upgrade", "http2-settings"}
"""Headers that tools add by themselves."""


async def _echo(scope: Scope, receive: Receive, send: Send) -> None:
    """Everything that arrived, with a status that says failure."""
    request = HttpRequest(scope, receive)
    headers = sorted((name, value) for name, value in request.headers.items() if name not in _OWN)
    query = request.scope["query_string"].decode()
    body = (await request.body()).decode()
    seen = {"method": request.method, "path": request.scope["raw_path"].decode(), "query": query}
    text = json.dumps({**seen, "headers": headers, "body": body})
    await Response(text, 418, media_type="application/json")(scope, receive, send)


@pytest.fixture(scope="session")
def serve() -> Callable[[ASGIApp], Iterator[str]]:
    """Serves an app and yields its address, for fixtures."""
    return _serve


def _serve(app: ASGIApp) -> Iterator[str]:
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error", lifespan="off"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="session")
def echo_url() -> Iterator[str]:
    """Address of a server that answers what it was sent."""
    yield from _serve(_echo)


@pytest.fixture
def library_url(create_library: Callable[[int], ASGIApp]) -> Iterator[str]:
    """Address of a served library."""
    yield from _serve(create_library(1))
