"""The client of a service keeps a pace, waits when the service is busy, and ends what it has begun."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable

import httpx2
import pytest
from guests import Hours

from errorbook.examples.polite import PoliteClient
from errorbook.examples.runner import DOCUMENTED, NoAnswerError

Answers = Iterable[tuple[int, dict[str, str]]]
ADDRESS = "http://service/"


@pytest.fixture
def hours() -> Hours:
    return Hours()


def make_client(hours: Hours, answers: Answers, rate: float = 1e9) -> tuple[PoliteClient, list[float]]:
    """A client of a service that gives these answers, and the times at which it is called."""
    times: list[float] = []
    rest = iter(answers)

    def answer(_request: httpx2.Request) -> httpx2.Response:
        times.append(round(hours.now, 3))
        status, headers = next(rest)
        return httpx2.Response(status, headers=headers)

    return PoliteClient(hours.pace(rate), transport=httpx2.MockTransport(answer)), times


def call(client: PoliteClient, count: int = 1, pause: Callable[[], None] = lambda: None) -> list[int]:
    async def send() -> list[int]:
        async with client:
            statuses = []
            for _ in range(count):
                statuses.append((await client.get(ADDRESS)).status_code)
                pause()
            return statuses

    return asyncio.run(send())


def test_calls_are_evenly_apart(hours: Hours) -> None:
    client, times = make_client(hours, [(200, {})] * 4, rate=2)
    call(client, 4)
    assert times == [0, 0.5, 1, 1.5]


def test_slow_answers_earn_no_burst(hours: Hours) -> None:
    client, times = make_client(hours, [(200, {})] * 3, rate=2)

    def pause() -> None:
        hours.now += 5 if len(times) == 1 else 0

    call(client, 3, pause)
    assert times == [0, 5, 5.5]


@pytest.mark.parametrize("busy", [(429, {}), (503, {"retry-after": "1"}), (429, {"retry-after": "soon"})])
def test_a_busy_service_is_asked_again_after_growing_waits(
    hours: Hours, busy: tuple[int, dict[str, str]]
) -> None:
    client, _ = make_client(hours, [busy, busy, busy, (200, {})])
    assert call(client) == [200]
    assert [wait for wait in hours.waits if wait >= 1] == [1, 2, 4]


def test_tries_keep_the_pace_too(hours: Hours) -> None:
    client, times = make_client(hours, [(429, {}), (200, {})], rate=0.1)
    call(client)
    assert times == [0, 10]


def test_a_service_that_asks_for_patience_gets_it(hours: Hours) -> None:
    client, times = make_client(hours, [(429, {"retry-after": "30"}), (200, {})])
    assert call(client) == [200]
    assert times == [0, 30]


def test_nobody_waits_for_an_hour(hours: Hours) -> None:
    client, times = make_client(hours, [(429, {"retry-after": "3600"})])
    with pytest.raises(NoAnswerError, match="the service answered 429 and asks for 3600 s"):
        call(client)
    assert times == [0]


def test_tries_come_to_an_end(hours: Hours) -> None:
    client, times = make_client(hours, [(429, {})] * 9)
    with pytest.raises(NoAnswerError, match="the service answered 429 5 times"):
        call(client)
    assert len(times) == 5


@pytest.mark.parametrize("answer", [(503, {}), (500, {"retry-after": "1"}), (404, {})])
def test_other_answers_are_answers(hours: Hours, answer: tuple[int, dict[str, str]]) -> None:
    client, times = make_client(hours, [answer])
    assert call(client) == [answer[0]]
    assert times == [0]


def test_a_documented_answer_is_not_asked_for_again(hours: Hours) -> None:
    client, times = make_client(hours, [(429, {})])

    async def send() -> int:
        async with client:
            return (await client.get(ADDRESS, extensions={DOCUMENTED: (400, 429)})).status_code

    assert asyncio.run(send()) == 429
    assert times == [0]


def test_a_call_that_is_under_way_is_ended_before_its_caller(hours: Hours) -> None:
    ends: list[str] = []

    async def stop() -> None:
        asked, answered = asyncio.Event(), asyncio.Event()

        async def answer(_request: httpx2.Request) -> httpx2.Response:
            asked.set()
            await answered.wait()
            ends.append("answered")
            return httpx2.Response(200)

        async with PoliteClient(hours.pace(), transport=httpx2.MockTransport(answer)) as client:
            caller = asyncio.create_task(client.get(ADDRESS))
            await asked.wait()
            caller.cancel()
            asyncio.get_running_loop().call_soon(answered.set)
            with pytest.raises(asyncio.CancelledError):
                await caller
            ends.append("stopped")

    asyncio.run(stop())
    assert ends == ["answered", "stopped"]
