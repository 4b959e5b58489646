"""A client of a service that others use too: it keeps a pace, and waits when the service is busy."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any, TypeVar

import httpx2

from errorbook.examples.runner import DOCUMENTED, NoAnswerError

T = TypeVar("T")

_WAITS = (1.0, 2.0, 4.0, 8.0)
"""Seconds between the tries of a request that finds the service busy."""
_LONGEST_WAIT = 60.0
"""Seconds; a service that asks for more patience is not waited for."""


@dataclass(slots=True)
class Pace:
    """At most `rate` calls a second, evenly apart."""

    rate: float
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    _free: float = field(default=0.0, init=False)

    async def take_turn(self) -> None:
        """Wait until the next call may go out."""
        now = self.clock()
        turn = max(now, self._free)
        self._free = turn + 1 / self.rate
        if turn > now:
            await self.sleep(turn - now)


class PoliteClient(httpx2.AsyncClient):
    """A client whose calls keep a pace, are tried again if the service is busy, and are always ended."""

    def __init__(self, pace: Pace, **options: Any) -> None:
        super().__init__(**options)
        self._pace = pace

    async def send(self, request: httpx2.Request, **options: Any) -> httpx2.Response:
        """Send at the right time. Raises NoAnswerError if the service is busy, and that is not documented."""
        documented = request.extensions.get(DOCUMENTED, ())
        for wait in _WAITS:
            response = await self._send_in_turn(request, options)
            if response.status_code in documented or not _is_busy(response):
                return response
            asked = _read_patience(response)
            if asked > _LONGEST_WAIT:
                raise NoAnswerError(f"the service answered {response.status_code} and asks for {asked:.0f} s")
            await self._pace.sleep(max(wait, asked))
        response = await self._send_in_turn(request, options)
        if _is_busy(response):
            raise NoAnswerError(f"the service answered {response.status_code} {len(_WAITS) + 1} times")
        return response

    async def _send_in_turn(self, request: httpx2.Request, options: dict[str, Any]) -> httpx2.Response:
        await self._pace.take_turn()
        # The answer tells what the call has created: even who is told to stop awaits it.
        return await finish(super().send(request, **options))


async def finish(work: Coroutine[Any, Any, T]) -> T:
    """Await work to its end, also if cancelled meanwhile."""
    task = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.gather(task, return_exceptions=True)
        raise


def _is_busy(response: httpx2.Response) -> bool:
    status = response.status_code
    crowded, unavailable = httpx2.codes.TOO_MANY_REQUESTS, httpx2.codes.SERVICE_UNAVAILABLE
    return status == crowded or (status == unavailable and "retry-after" in response.headers)


def _read_patience(response: httpx2.Response) -> float:
    """The seconds in `Retry-After`; a date there counts as none."""
    asked = response.headers.get("retry-after", "")
    return float(asked) if asked.isdecimal() else 0.0
