from __future__ import annotations

import asyncio
from collections.abc import Callable

import httpx2
import pytest
from guests import make_guest
from starlette.types import ASGIApp

from errorbook.examples.parse import Login, parse_example
from errorbook.examples.runner import NoAnswerError, Target, record_example, send_filled
from errorbook.examples.targets import InProcess, ServedSandbox
from errorbook.model import Example
from errorbook.problems import RefusedError

Factory = Callable[[int], ASGIApp]

KEY = "secret"
CREDENTIALS = {"client_id": "id", "client_secret": KEY}
HEAD = "@org = library\n@app = main\n"
TAKEN = """@shelf = poems

### given the shelf
# @name made
POST {{base}}/{{org}}/{{app}}/shelves
Authorization: {{token}}

{"name": "{{shelf}}"}

### fails
POST {{base}}/{{org}}/{{app}}/shelves
Authorization: {{token}}

{"name": "{{shelf}}"}

### fixed
POST {{base}}/{{org}}/{{app}}/shelves
Authorization: {{token}}

{"name": "{{shelf}}-{{made.response.body.shelves[0].id}}"}
"""
FOREIGN = """
### fails
POST {{base}}/{{org}}/{{app}}/shelves
Authorization: {{foreign_token}}

### fixed
POST {{base}}/{{org}}/{{app}}/shelves
Authorization: {{token}}

{"name": "a"}
"""
LATE = """
### given a wait
# @sleep 1100
GET {{base}}/{{org}}/{{app}}/clock

### fails
GET {{base}}/{{org}}/{{app}}/clock

### fixed
# @sleep 400
GET {{base}}/{{org}}/{{app}}/clock
"""


def example(text: str) -> Example:
    return parse_example("x.http", HEAD + text)


@pytest.fixture
def in_process(create_library: Factory, login: Login) -> InProcess:
    return InProcess(create_app=create_library, login=login, client_id="id", client_secret=KEY)


@pytest.fixture
def served(library_url: str, login: Login) -> ServedSandbox:
    return ServedSandbox(base=library_url, login=login, **CREDENTIALS)


@pytest.fixture(params=["in_process", "served"])
def sandbox(request: pytest.FixtureRequest) -> Target:
    target: Target = request.getfixturevalue(request.param)
    return target


def test_requests_run_in_order_and_use_earlier_answers(sandbox: Target) -> None:
    recordings = record_example(example(TAKEN), sandbox)
    assert [recording.status for recording in recordings] == [201, 409, 201]
    assert recordings[2].body == '{"shelves":[{"id":2,"name":"poems-1"}]}'


def test_each_example_finds_a_fresh_world(sandbox: Target) -> None:
    first, again = (record_example(example(TAKEN), sandbox) for _ in range(2))
    assert [recording.status for recording in first] == [recording.status for recording in again]


def test_a_foreign_token_is_unknown(sandbox: Target) -> None:
    fails, fixed = record_example(example(FOREIGN), sandbox)
    assert "pass-" in fails.body
    assert (fails.status, fixed.status) == (401, 201)


def test_the_token_is_one_for_the_app_of_the_example(in_process: InProcess) -> None:
    text = FOREIGN.replace("foreign_token", "client_id").replace("{{token}}", "no-{{token}}")
    recordings = record_example(parse_example("x.http", "@org = branch\n@app = east\n" + text), in_process)
    assert "no-pass-1-0-branch/east" in recordings[1].body


def test_waits_advance_the_clock_of_a_sandbox(sandbox: Target) -> None:
    times = [recording.body for recording in record_example(example(LATE), sandbox)]
    assert times == ['{"now":1.1}', '{"now":1.1}', '{"now":1.5}']


def test_recordings_repeat_byte_for_byte(in_process: InProcess) -> None:
    assert record_example(example(FOREIGN), in_process) == record_example(example(FOREIGN), in_process)


def test_without_need_nobody_logs_in(create_library: Factory, login: Login) -> None:
    stranger = InProcess(create_app=create_library, login=login, client_id="id", client_secret="")
    assert len(record_example(example(LATE), stranger)) == 3


def test_a_login_without_a_token_names_the_request(create_library: Factory, login: Login) -> None:
    stranger = InProcess(create_app=create_library, login=login, client_id="id", client_secret="")
    with pytest.raises(RefusedError, match=r"^login\.http:7:1: entry answered 400 without pass\.text"):
        record_example(example(TAKEN), stranger)


@pytest.mark.parametrize("text", [TAKEN, FOREIGN], ids=["token", "foreign token"])
def test_a_place_without_a_token_names_the_example_that_asked_for_it(sandbox: Target, text: str) -> None:
    lost = parse_example("x.http", "@org = nowhere\n@app = main\n" + text)
    told = (
        r"^x\.http:1:1: no token for nowhere/main\. Check @org and @app: login\.http:7:1: entry answered 404"
    )
    with pytest.raises(RefusedError, match=told):
        record_example(lost, sandbox)


def test_an_answer_without_the_value_names_the_request_and_what_came(in_process: InProcess) -> None:
    text = TAKEN.replace("shelves[0].id}}", "shelves[1].id}}")
    with pytest.raises(RefusedError, match=r"x\.http:19:1: made answered 201 without shelves\[1\]\.id: \{"):
        record_example(example(text), in_process)


def test_a_service_that_is_not_there_is_named(login: Login) -> None:
    with pytest.raises(RefusedError, match=r"x\.http:6:1: no answer \(ConnectError"):
        record_example(example(LATE.replace("1100", "1")), make_guest("http://127.0.0.1:9", login))


def test_a_service_that_takes_too_long_is_not_waited_for() -> None:
    def doze(request: httpx2.Request) -> httpx2.Response:
        raise httpx2.ReadTimeout("", request=request)

    async def send() -> None:
        async with httpx2.AsyncClient(transport=httpx2.MockTransport(doze)) as client:
            await send_filled(client, example(LATE).requests[0], lambda _: "http://service/")

    with pytest.raises(NoAnswerError, match=r"^no answer in time$"):
        asyncio.run(send())


def test_a_sandbox_without_controls_is_no_sandbox(echo_url: str, login: Login) -> None:
    with pytest.raises(httpx2.HTTPStatusError):
        record_example(example(LATE), ServedSandbox(base=echo_url, login=login, **CREDENTIALS))


def test_requests_go_out_as_they_are_written(echo_url: str, login: Login) -> None:
    text = """@q = a%20'b'

### fails
POST {{base}}/{{org}}/{{app}}/x?q={{q}}&r=%E8%AF%97
X-Empty:
X-Two: {{client_id}} {{client_secret}}

{"诗"="{{q}}"}
中

### fixed
DELETE {{base}}/{{org}}
"""
    fails, fixed = record_example(example(text), make_guest(echo_url, login))
    assert fails.body == (
        '{"method": "POST", "path": "/branch/east/x", "query": "q=a%20\'b\'7x1&r=%E8%AF%97", '
        '"headers": [["x-empty", ""], ["x-two", "id secret"]], '
        '"body": "{\\"\\u8bd7\\"=\\"a%20\'b\'7x1\\"}\\n\\u4e2d"}'
    )
    assert '"headers": [], "body": ""' in fixed.body
