# ruff: noqa: INP001  # a script, no package
"""How fast the sandbox registers users, beside a bare Starlette route that parses and answers JSON.

Both are driven through ASGI in this process, in turns, so that one run compares like with like. What counts
is the time of the processor: other programs on the machine take none of it.
Usage: python benchmarks/sandbox_overhead.py [requests]
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import Iterator, Sequence
from statistics import median

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Scope

from sandbox import create_app

PATH = "/easemob-demo/open/users"
REQUESTS = 6600
ROUNDS = 11
GOAL = 0.5


async def answer(request: Request) -> JSONResponse:
    """The least that a service does: it reads the body, and sends one of the sandbox's size."""
    user = await request.json()
    entity = {
        "uuid": "00000000-0000-0000-0000-000000000000",
        "type": "user",
        "created": 0,
        "modified": 0,
        "username": user["username"],
        "activated": True,
    }
    return JSONResponse(
        {
            "action": "post",
            "application": entity["uuid"],
            "path": "/users",
            "uri": f"http://testserver{PATH}",
            "entities": [entity],
            "timestamp": 0,
            "duration": 0,
            "organization": "easemob-demo",
            "applicationName": "open",
        }
    )


def describe(body: bytes) -> Scope:
    headers = [
        (b"host", b"testserver"),
        (b"content-type", b"application/json"),
        (b"content-length", str(len(body)).encode()),
    ]
    return {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "POST",
        "scheme": "http",
        "path": PATH,
        "raw_path": PATH.encode(),
        "root_path": "",
        "query_string": b"",
        "headers": headers,
        "server": ("testserver", 80),
    }


async def send_all(app: ASGIApp, bodies: Sequence[bytes]) -> float:
    """Requests a second of the processor; every answer must be 200."""
    statuses: list[int] = []

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            statuses.append(message["status"])

    start = time.process_time()
    for body in bodies:

        async def receive(body: bytes = body) -> Message:
            return {"type": "http.request", "body": body, "more_body": False}

        await app(describe(body), receive, send)
    elapsed = time.process_time() - start
    if statuses != [200] * len(bodies):
        raise SystemExit(f"not every request succeeded: {sorted(set(statuses))}")
    return len(bodies) / elapsed


def new_users(names: Iterator[int], count: int) -> list[bytes]:
    return [json.dumps({"username": f"u{next(names)}", "password": "p"}).encode() for _ in range(count)]


def main() -> None:
    """Print the median of each, and of the ratios of the rounds; the first round warms up."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else REQUESTS
    names = iter(range(sys.maxsize))
    apps: dict[str, ASGIApp] = {
        "bare Starlette": Starlette(routes=[Route(PATH, answer, methods=["POST"])]),
        "sandbox": create_app(),
    }
    rates: dict[str, list[float]] = {name: [] for name in apps}
    for _ in range(ROUNDS):
        for name, app in apps.items():
            rates[name].append(asyncio.run(send_all(app, new_users(names, count // ROUNDS))))
    for name, found in rates.items():
        sys.stdout.write(f"{name:<16}{median(found[1:]):>10,.0f} requests/s\n")
    bare, sandbox = (found[1:] for found in rates.values())
    ratio = median(own / other for own, other in zip(sandbox, bare, strict=True))
    sys.stdout.write(f"{'ratio':<16}{ratio:>10.2f} (goal {GOAL})\n")


if __name__ == "__main__":
    main()
