"""Anything may arrive: every answer is one that the service has words for, and none is a traceback.

`SANDBOX_EXAMPLES=20000` runs for minutes.
"""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass

import pytest
from httpx2 import Response
from hypothesis import given, settings
from hypothesis import strategies as st
from service import Service
from starlette.testclient import TestClient

from sandbox import create_app
from sandbox.generations import GENERATIONS
from sandbox.routes import Route

EXAMPLES = int(os.environ.get("SANDBOX_EXAMPLES", "400"))
ORGS = {"easemob-demo": GENERATIONS["REST2"], "usergrid-demo": GENERATIONS["REST1"]}
METHODS = ("GET", "POST", "PUT", "DELETE", "HEAD", "PATCH", "BREW")
TAKEN = re.compile(r"\{(\w+)\}")
# What operations read, so that bodies get past the first check.
FIELDS = (
    *("username", "password", "nickname", "usernames", "grant_type", "client_id", "ttl", "autoCreateUser"),
    *("groupname", "name", "owner", "members", "public", "maxusers", "newowner", "newadmin", "mute_duration"),
    *(
        "from",
        "to",
        "type",
        "body",
        "ext",
        "msg",
        "users",
        "target_type",
        "target",
        "new_msg",
        "user",
        "msgs",
    ),
    *("msg_id", "chat_type", "force", "channel", "delete_roam", "metaData", "metadata", "keys", "targets"),
    *("properties", "lifetime", "chatfile_ids", "tags", "tag", "announcement", "superadmin", "chat", "seq"),
    *("group_id", "msgId", "message", "id", "check_list", "remark", "pushMessage", "title", "finish"),
    *("scope", "disposition", "textContexts", "wordContents", "wordIds", "word", "content", "text"),
    *("data", "keyword", "keywords", "groupIds", "participantPairs", "startTime", "endTime", "page", "size"),
    *("collections", "collection_ids", "push_nickname", "owner"),
)
WORDS = st.sampled_from(
    ["ann", "bob", "ANN", "1", "-1", "", " ", "users", "chatgroups", "txt", "{x}", "\ud800"]
)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | WORDS | st.text(max_size=5)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(FIELDS), inner, max_size=4),
    max_leaves=8,
)
OBJECTS = st.dictionaries(st.sampled_from(FIELDS), VALUES, max_size=6)
ENCODINGS = st.sampled_from(["utf-8", "utf-16", "utf-32", "latin-1", "gb18030", "utf-8-sig"])
TYPES = st.sampled_from(
    [
        "",
        "application/json",
        "application/json; charset=gbk",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=b",
        "text/plain",
        "\x01;;",
    ]
)
MULTIPART = b'--b\r\nContent-Disposition: form-data; name="file"; filename="f"\r\n\r\nx\r\n--b--\r\n'
RAW = st.binary(max_size=40) | st.sampled_from([b"", b"{", b"[" * 2000, b"a=b&nickname=%ff", MULTIPART])


def encode(value: object, encoding: str) -> bytes:
    return json.dumps(value, ensure_ascii=encoding != "utf-8").encode(encoding, "replace")


BODIES = st.builds(encode, OBJECTS | VALUES | st.lists(OBJECTS, max_size=3), ENCODINGS) | RAW
QUERIED = ("limit", "cursor", "ql", "pagenum", "pagesize", "access_token", "msgId", "direction", "wordId")
QUERIES = st.dictionaries(
    st.sampled_from((*QUERIED, "page", "size")), WORDS | st.text(max_size=5), max_size=3
)

# GROUP, ROOM and LIST, one of keywords, stand for those of the target.
NAMES = st.sampled_from(
    ["ann", "bob", "nobody", "GROUP", "ROOM", "LIST", "1", ",", "%20", "%00", "%ff", "ann,bob", "x" * 70]
)
CONTROLS = ("reset", "clock", "organizations", "limits", "services", "faults", "x", "")
CONTROLLED = st.sampled_from(
    ["org", "app", "advance", "name", "generation", "words", "users", "push", "push_failing"]
)


@dataclass(frozen=True)
class Shot:
    """A request at random; the names are for what the path of the route takes."""

    org: str
    route: Route
    method: str | None
    names: list[str]
    body: bytes
    media_type: str
    query: dict[str, str]

    @property
    def path(self) -> str:
        fixed = {"org": self.org, "app": "open"}
        names = iter(self.names)
        return TAKEN.sub(lambda found: fixed.get(found[1]) or next(names), self.route.path)


SHOTS = st.one_of(
    [
        st.builds(
            Shot,
            org=st.just(org),
            route=st.sampled_from(generation.routes.all),
            method=st.none() | st.sampled_from(METHODS),
            names=st.lists(NAMES, min_size=3, max_size=3),
            body=BODIES,
            media_type=TYPES,
            query=QUERIES,
        )
        for org, generation in ORGS.items()
    ]
)


class Target:
    """A sandbox that lives through all examples, with something of each kind that a path may name."""

    def __init__(self) -> None:
        self.client = TestClient(create_app(clock=lambda: 1_500_000_000.0, seed=1))
        self.tokens: dict[str, str] = {}
        self.ids: dict[str, dict[str, str]] = {}
        for org in ORGS:
            service = Service(self.client, org)
            self.tokens[org] = service.own_token
            self.ids[org] = {
                "GROUP": service.create_group("ann", "bob"),
                "ROOM": service.create_room("cid", "dan"),
            }
        words = {"name": "l", "scope": "ALL", "disposition": "REJECT", "textContexts": ["ann"]}
        created = Service(self.client, "easemob-demo").send("POST", "/moderation/text/list", words)
        self.ids["easemob-demo"]["LIST"] = created.json()["entity"]["id"]

    def take(self, shot: Shot) -> Response:
        headers = {"Authorization": f"Bearer {self.tokens[shot.org]}"}
        if shot.media_type:
            headers["Content-Type"] = shot.media_type
        query = {name: value.encode("utf-8", "replace").decode() for name, value in shot.query.items()}
        url = "http://testserver" + shot.path
        for word, id_ in self.ids[shot.org].items():
            url = url.replace(word, id_)
        method = shot.method or shot.route.method
        return self.client.request(method, url, content=shot.body, headers=headers, params=query)


@pytest.fixture(scope="module")
def target() -> Target:
    return Target()


def check(shot: Shot, answer: Response) -> None:
    """An answer that grants, or one of the refusals that the generation has words for."""
    if answer.status_code == 200:
        return
    # A path without an organization is answered as today's service does.
    generation = ORGS[shot.org] if f"/{shot.org}" in shot.path else GENERATIONS["REST2"]
    refusals = {(wording.status, wording.error) for wording in generation.dialect.wordings.values()}
    if shot.method == "HEAD":
        assert answer.status_code in {status for status, _ in refusals}
    else:
        assert (answer.status_code, answer.json().get("error", "")) in refusals


@settings(max_examples=EXAMPLES, deadline=None)
@given(shot=SHOTS)
def test_every_operation_survives_anything(target: Target, shot: Shot) -> None:
    check(shot, target.take(shot))


@settings(max_examples=max(EXAMPLES // 4, 50), deadline=None)
@given(fields=st.dictionaries(CONTROLLED, VALUES), control=st.sampled_from(CONTROLS))
def test_the_controls_survive_anything(fields: dict[str, object], control: str) -> None:
    client = TestClient(create_app(clock=lambda: 0.0, seed=0))
    answer = client.post(f"/_sandbox/{control}", content=encode(fields, "ascii"))
    assert answer.status_code in {200, 400, 404}
    assert client.get("/easemob-demo/open/users").status_code == 401
