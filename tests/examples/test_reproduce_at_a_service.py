"""`errorbook reproduce` at a service: a served sandbox, unchanged or changed on purpose."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import threading
from asyncio import to_thread
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import httpx2
import pytest
from changed import Call, Changed, Cut
from click.testing import CliRunner, Result
from guests import Hours, make_guest
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp

from errorbook.build import read_login
from errorbook.cli import main
from errorbook.examples.parse import parse_example
from errorbook.examples.runner import record_example
from errorbook.examples.service import Service, find_home
from errorbook.model import Catalog
from errorbook.reproduce import Report, render_report, reproduce, select
from errorbook.settings import Settings

ROOT = Path(__file__).parents[2]
KEY = "sandbox-secret"


SCENE = """@org = easemob-demo
@app = open
@user = ann
@name = poems

### given a user
POST {{base}}/{{org}}/{{app}}/users
Content-Type: application/json
Authorization: Bearer {{token}}

{"username":"{{user}}","password":"secret-123"}

### fails
POST {{base}}/{{org}}/{{app}}/PATH
Content-Type: application/json
Authorization: Bearer {{token}}

BODY

### fixed
GET {{base}}/{{org}}/{{app}}/users/{{user}}
Authorization: Bearer {{token}}
"""
CREATIONS = {
    "chatroom-create": ("chatrooms", '{"name":"{{name}}","owner":"{{user}}","members":[]}'),
    "group-create": ("chatgroups", '{"groupname":"{{name}}","public":true,"owner":"{{user}}"}'),
    "user-register": ("users", '[{"username":"{{name}}","password":"secret-123"}]'),
}
"""Path and body of a request per operation of `cleanup.http`."""


@dataclass(frozen=True)
class Place:
    """A service, where it is, and who asks it."""

    service: Changed
    url: str
    settings: Settings
    catalog: Catalog

    @property
    def environment(self) -> dict[str, str]:
        names = {"BASE_URL": self.url, "ORG": "easemob-demo", "APP": "open", "CLIENT_ID": "sandbox-id"}
        return {f"ERRORBOOK_{name}": value for name, value in {**names, "CLIENT_SECRET": KEY}.items()}

    def run(self, *arguments: str, **environment: str) -> Result:
        """The command line, its environment changed."""
        more = {f"ERRORBOOK_{name}": value for name, value in {"RATE": "1000", **environment}.items()}
        config = str(ROOT / "mkdocs.yml")
        command = ["reproduce", "--config", config, *arguments]
        return CliRunner().invoke(main, command, env={**self.environment, **more})

    def guest(self, hours: Hours) -> Service:
        """Who comes with the command line, by a clock that nobody waits for."""
        return make_guest(
            self.url,
            read_login(self.settings),
            org="easemob-demo",
            app="open",
            home="easemob-demo/open",
            client_id="sandbox-id",
            client_secret=KEY,
            deletions=self.catalog.deletions,
            pace=hours.pace(),
        )

    def reproduce(self, *errors: str, hours: Hours) -> Report:
        """What the command line does, by that clock."""
        return reproduce(select(self.catalog, errors), self.guest(hours))

    def runnable(self, home: str) -> list[str]:
        """The errors of the cases that can run in an app of that kind, without a foreign token."""
        return [
            error.id
            for error, _, example in self.catalog.runs()
            if find_home(example) == home and "{{foreign_token}}" not in example.text
        ]

    def left(self) -> list[str]:
        """The users, groups and rooms that the service has; none of them is a run's business to leave."""
        app = f"{self.url}/easemob-demo/open"
        asked = {"grant_type": "client_credentials", "client_id": "sandbox-id", "client_secret": KEY}
        token = httpx2.post(f"{app}/token", json=asked).json()["access_token"]
        headers = {"Authorization": f"Bearer {token}"}
        users, groups, rooms = (
            httpx2.get(f"{app}/{kind}", headers=headers).raise_for_status().json()
            for kind in ("users", "chatgroups", "chatrooms")
        )
        names = [user["username"] for user in users["entities"]]
        return names + [str(each) for each in [*groups["data"], *rooms["data"]]]


@pytest.fixture
def place(serve: Callable[[ASGIApp], Iterator[str]], settings: Settings, catalog: Catalog) -> Iterator[Place]:
    service = Changed()
    for url in serve(service):
        yield Place(service, url, settings, catalog)


def drifted(result: Result) -> list[tuple[str, str, bool, bool]]:
    """The cases that differ: id, case, and whether failing and fixed agree."""
    cases = [case for case in json.loads(result.stdout)["cases"] if not case["not_runnable"]]
    found = [(c["id"], c["case"], c["failing"]["agrees"], c["fixed"]["agrees"]) for c in cases]
    return [case for case in found if not (case[2] and case[3])]


def test_a_service_as_documented_agrees_and_is_left_as_it_was(place: Place) -> None:
    result = place.run()
    run = len(place.runnable("easemob-demo/open"))
    others = len(list(place.catalog.runs())) - run
    counts = [f"{others} not runnable", f"{run} of {run} failing as documented", f"{run} of {run} fixed"]
    assert (result.exit_code, result.stdout.splitlines()[-3:]) == (0, counts)
    assert any(call.startswith("DELETE") for call in place.service.calls)
    assert place.left() == []


def test_each_clean_up_deletes_what_its_operation_creates(place: Place) -> None:
    for deletion in place.catalog.deletions:
        path, body = CREATIONS[deletion.operation.id]
        created = parse_example("x.http", SCENE.replace("PATH", path).replace("BODY", body))
        before = len(place.service.calls)
        recordings = record_example(created, place.guest(Hours()))
        assert [recording.status for recording in recordings] == [200, 200, 200]
        assert any(call.startswith(f"DELETE /{path}/") for call in place.service.calls[before:])
        assert place.left() == []


def test_the_controls_of_a_sandbox_are_not_used(place: Place) -> None:
    place.run("token-expired", "username-taken")
    paths = {call.partition(" /")[2].partition("/")[0] for call in place.service.calls}
    assert paths == {"token", "users"}


def test_the_run_is_announced_and_told_case_by_case(place: Place) -> None:
    said = place.run("password-required", "registration-closed").stderr.splitlines()
    assert re.match("Run [a-z0-9]{6}: ", said[0])
    assert said[1:] == [
        "[1/3] password-required#empty: agrees",
        "[2/3] password-required#missing: agrees",
        "[3/3] registration-closed: not runnable (needs an app like easemob-demo/closed (see --as))",
    ]


def test_every_created_name_holds_the_run_id(place: Place) -> None:
    bodies: list[bytes] = []

    async def listen(call: Call) -> Response:
        if call.name in ("POST /users", "POST /chatgroups"):
            bodies.append(call.body)
        return await call.pass_on()

    place.service.change = listen
    said = place.run("group-member-not-found", "username-taken").stderr
    run_id = said.split()[1].rstrip(":")
    named = [name for body in bodies for name in re.findall(rb'name":"([^"]*)"', body)]
    assert len(named) == 3 + 3
    assert [name for name in named if run_id.encode() not in name] == []


@pytest.mark.parametrize("home", ["easemob-demo/closed", "usergrid-demo/open"])
def test_an_app_may_stand_for_another_kind(place: Place, home: str) -> None:
    org, app = home.split("/")
    result = place.run("--json", AS=home, ORG=org, APP=app)
    report = json.loads(result.stdout)
    run = [case["id"] for case in report["cases"] if not case["not_runnable"]]
    assert run == place.runnable(home) != []
    assert (result.exit_code, report["leftovers"]) == (0, [])


def test_a_foreign_token_makes_its_examples_runnable(place: Place) -> None:
    asked = {"grant_type": "client_credentials", "client_id": "sandbox-id", "client_secret": KEY}
    token = httpx2.post(f"{place.url}/easemob-demo/open/token", json=asked).json()["access_token"]
    httpx2.post(f"{place.url}/_sandbox/reset")
    result = place.run("token-unknown", FOREIGN_TOKEN=token)
    assert (result.exit_code, token in result.output) == (0, False)


def test_another_wording_is_drift_of_that_case_only(place: Place) -> None:
    async def reword(call: Call) -> Response:
        answer = await call.pass_on()
        body = bytes(answer.body).replace(b"newpassword is required", b"a new password is required")
        return Response(body, answer.status_code, media_type="application/json")

    place.service.change = reword
    result = place.run("--json")
    assert drifted(result) == [("new-password-required", "", False, True)]
    assert (result.exit_code, place.left()) == (1, [])
    table = place.run("new-password-required").stdout
    assert "got      400, illegal_argument, a new password is required\n" in table


def test_what_should_not_have_been_created_is_deleted_too(place: Place) -> None:
    async def be_lax(call: Call) -> Response:
        return await call.pass_on(call.body.replace(b'"password":""', b'"password":"secret-123"'))

    place.service.change = be_lax
    result = place.run("--json")
    assert drifted(result) == [("password-required", "empty", False, False)]
    assert (result.exit_code, place.left()) == (1, [])


def test_what_cannot_be_deleted_is_listed(place: Place) -> None:
    async def keep(call: Call) -> Response:
        if call.name.startswith("DELETE"):
            return JSONResponse({"error": "forbidden_op", "error_description": "not today"}, 403)
        return await call.pass_on()

    place.service.change = keep
    result = place.run("new-password-required", "--json")
    run_id = result.stderr.split()[1].rstrip(":")
    (leftover,) = json.loads(result.stdout)["leftovers"]
    wanted = f"DELETE {place.url}/easemob-demo/open/users/reader-1{run_id}1: 403, forbidden_op, not today"
    assert (leftover, drifted(result), result.exit_code) == (wanted, [], 1)
    assert place.left() == [f"reader-1{run_id}1"]


def test_a_crowded_service_is_waited_for(place: Place) -> None:
    rest = [429, 429, 429]

    async def be_crowded(call: Call) -> Response:
        if call.name == "POST /users" and rest:
            return JSONResponse({"error": "reach_limit"}, rest.pop())
        return await call.pass_on()

    place.service.change = be_crowded
    hours = Hours()
    assert place.reproduce("username-taken", hours=hours).agrees
    assert [wait for wait in hours.waits if wait >= 1] == [1, 2, 4]
    assert place.left() == []


def test_a_documented_429_is_an_answer(place: Place) -> None:
    async def be_crowded(call: Call) -> Response:
        answer = await call.pass_on()
        answer.status_code = 429 if b"new_password" in call.body else answer.status_code
        return answer

    place.service.change = be_crowded
    (error,) = select(place.catalog, ["new-password-required"]).errors
    limited = replace(error, also_status=(429,))
    hours = Hours()
    report = reproduce(replace(place.catalog, errors=(limited,)), place.guest(hours))
    assert report.agrees
    assert [wait for wait in hours.waits if wait >= 1] == []


def test_a_service_that_stays_crowded_is_said_to(place: Place) -> None:
    async def be_crowded(call: Call) -> Response:
        if call.name.startswith("PUT"):
            return JSONResponse({"error": "reach_limit"}, 429)
        return await call.pass_on()

    place.service.change = be_crowded
    report = place.reproduce("new-password-required", hours=Hours())
    assert re.search(r"http:\d+:1: the service answered 429 5 times\n", render_report(report))
    assert (report.agrees, place.left()) == (False, [])


def test_a_broken_connection_spoils_one_case_and_leaves_nothing(place: Place) -> None:
    cut = ["POST /users"]

    async def break_off(call: Call) -> Response:
        answer = await call.pass_on()
        if call.name in cut:
            cut.remove(call.name)
            return Cut()
        return answer

    place.service.change = break_off
    result = place.run("new-password-required", "username-taken", "--json")
    assert drifted(result) == [("new-password-required", "", False, False)]
    assert "no answer (RemoteProtocolError" in result.stdout
    assert (result.exit_code, place.left()) == (1, [])


def test_what_nobody_named_is_listed(place: Place) -> None:
    async def break_off(call: Call) -> Response:
        answer = await call.pass_on()
        return Cut() if call.name == "POST /chatgroups" else answer

    place.service.change = break_off
    result = place.run("group-member-not-found", "--json")
    (leftover,) = json.loads(result.stdout)["leftovers"]
    assert leftover == f"POST {place.url}/easemob-demo/open/chatgroups: created something nameless"
    assert result.exit_code == 1


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("moment", ["POST /chatgroups", "DELETE /chatgroups"])
def test_a_stopped_run_deletes_what_it_has_created(place: Place, number: signal.Signals, moment: str) -> None:
    asked, stopped = threading.Event(), threading.Event()

    async def hold(call: Call) -> Response:
        if call.name.startswith(moment):
            asked.set()
            await to_thread(stopped.wait)
        return await call.pass_on()

    place.service.change = hold
    errors = ["app-not-found", "endpoint-not-provided", "group-member-not-found", "username-taken"]
    # A shell makes what it starts in the background deaf for Ctrl-C.
    deaf = ["sh", "-c", 'trap "" INT; exec "$@"', "sh"]
    command = [*deaf, sys.executable, "-m", "errorbook", "reproduce", *errors]
    environment = {**os.environ, **place.environment, "ERRORBOOK_RATE": "1000"}
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert asked.wait(120)
        process.send_signal(number)
        stopped.set()
        said, warned = process.communicate(timeout=120)
    assert process.returncode == 130, warned
    assert "Traceback" not in warned
    assert re.search("app-not-found +as documented +yes\n", said)
    assert "stopped before the end\n2 of 2 failing as documented\n2 of 2 fixed\n" in said
    assert place.left() == []


def test_who_stops_a_run_twice_is_told_what_is_left(place: Place) -> None:
    class Impatient(Hours):
        async def sleep(self, seconds: float) -> None:
            await super().sleep(seconds)
            if any(call.startswith("DELETE") for call in place.service.calls):
                raise KeyboardInterrupt

    report = place.reproduce("group-member-not-found", "username-taken", hours=Impatient())
    assert (report.rows, report.stopped) == ((), True)
    users = f"DELETE {place.url}/easemob-demo/open/users"
    why = "stopped before it was deleted"
    assert report.leftovers == (f"{users}/group-member7x1: {why}", f"{users}/group-owner7x1: {why}")
    assert sorted(place.left()) == ["group-member7x1", "group-owner7x1"]


@pytest.mark.parametrize(
    ("environment", "told"),
    [
        ({"APP": "", "CLIENT_SECRET": ""}, "missing: --app and --client-secret."),
        ({"BASE_URL": ""}, "missing: --base-url."),
        ({"BASE_URL": "a1.easemob.com"}, "--base-url: 'a1.easemob.com' is no address."),
        ({"BASE_URL": "ftp://a1.easemob.com"}, "is no address."),
        ({"AS": "easemob-demo/shut"}, "no example lives in 'easemob-demo/shut'. Choose easemob-demo/closed"),
        ({"CLIENT_SECRET": "wrong"}, "gives no token for easemob-demo/open: login answered 400"),
        ({"APP": "none"}, "gives no token for easemob-demo/none: login answered 404"),
        (
            {"BASE_URL": "http://127.0.0.1:9"},
            "http://127.0.0.1:9 gives no token for easemob-demo/open: no answer",
        ),
    ],
)
def test_a_run_that_cannot_begin_ends_with_a_sentence(
    place: Place, environment: dict[str, str], told: str
) -> None:
    result = place.run(**environment)
    assert (result.exit_code, result.stdout) == (1, "")
    assert told in result.stderr
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize("error", ["user-name-taken", ""])
def test_an_unknown_error_is_named(place: Place, error: str) -> None:
    result = place.run(error)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"{error}: no such error.")


def test_a_slash_at_the_end_of_the_address_does_no_harm(place: Place) -> None:
    assert place.run("username-taken", BASE_URL=f"{place.url}/").exit_code == 0
    assert place.left() == []


@pytest.mark.parametrize("told", ["POST /token", "PUT /users"])
def test_secrets_are_never_printed(place: Place, told: str) -> None:
    async def repeat(call: Call) -> Response:
        if call.name.startswith(told):
            return JSONResponse({"error": "invalid_grant", "error_description": f"not {KEY}"}, 400)
        return await call.pass_on()

    place.service.change = repeat
    result = place.run("new-password-required")
    assert "***" in result.output
    assert KEY not in result.output


def test_tokens_in_answers_are_not_printed(place: Place) -> None:
    result = place.run("invalid-credentials", "--json", AS="usergrid-demo/open", ORG="usergrid-demo")
    (case,) = json.loads(result.stdout)["cases"]
    assert case["fixed"]["got"].startswith('200, {"access_token":"***"')
