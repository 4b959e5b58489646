"""Scenes for the sandbox, in steps that read like sentences, and requests that use what they made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from httpx2 import Response
from service import Service


@dataclass
class Stage:
    """An app, and what the steps made, by name: `{group}` in a path or a body stands for the group's id."""

    service: Service
    names: dict[str, str] = field(default_factory=dict)

    def send(self, request: str, body: Any = None, **more: Any) -> Response:
        """Send `METHOD /path`; names of the stage are filled in."""
        method, _, path = request.partition(" ")
        return self.service.send(method, self._fill(path), self._fill(body), **more)

    def control(self, name: str, **fields: Any) -> None:
        """Use a control of the sandbox on this app."""
        body = {"org": self.service.org, "app": self.service.app, **fields}
        self.service.client.post(f"/_sandbox/{name}", json=body).raise_for_status()

    def _fill(self, value: Any) -> Any:
        if isinstance(value, dict):
            return {name: self._fill(item) for name, item in value.items()}
        if isinstance(value, list):
            return [self._fill(item) for item in value]
        if isinstance(value, str):
            for name, text in self.names.items():
                value = value.replace(f"{{{name}}}", text)
        return value


Step: TypeAlias = Callable[[Stage], object]


def people(*usernames: str) -> Step:
    return lambda stage: stage.service.register(*usernames)


def numbered(count: int) -> list[str]:
    """So many user names, of people who need not exist."""
    return [f"u{number}" for number in range(count)]


def group(owner: str, *members: str, **more: Any) -> Step:
    """A group of new people, called `{group}`."""

    def create(stage: Stage) -> None:
        stage.names["group"] = stage.service.create_group(owner, *members, **more)

    return create


def room(owner: str, *members: str) -> Step:
    """A chat room of new people, called `{room}`."""

    def create(stage: Stage) -> None:
        stage.names["room"] = stage.service.create_room(owner, *members)

    return create


def message(where: str, target: str, **more: Any) -> Step:
    """A text of ann to someone or something, called `{message}`."""

    def send(stage: Stage) -> None:
        body = {"from": "ann", "to": [target], "type": "txt", "body": {"msg": "hi"}, **more}
        data = stage.send(f"POST /messages/{where}", body).raise_for_status().json()["data"]
        stage.names["message"] = next(iter(data.values()))

    return send


def thread(**more: Any) -> Step:
    """A thread of ann on `{message}` in `{group}`, called `{thread}`."""

    def create(stage: Stage) -> None:
        body = {"group_id": "{group}", "name": "t", "msg_id": "{message}", "owner": "ann", **more}
        answer = stage.send("POST /thread", body).raise_for_status()
        stage.names["thread"] = answer.json()["data"]["thread_id"]

    return create


def chunk(where: str, **more: Any) -> Step:
    """The first chunk of a stream from ann to bob, called `{stream}`."""

    def send(stage: Stage) -> None:
        body = {"from": "ann", "to": "bob", "body": {"msg": "a", "seq": 0, **more}}
        answer = stage.send(f"POST /stream_message/{where}", body).raise_for_status()
        stage.names["stream"] = answer.json()["data"]["msgId"]

    return send


def file(content: bytes = b"x") -> Step:
    """An uploaded file, called `{file}`."""

    def upload(stage: Stage) -> None:
        answer = stage.send("POST /chatfiles", files={"file": ("f.txt", content)}).raise_for_status()
        stage.names["file"] = answer.json()["entities"][0]["uuid"]

    return upload


def keyword_list(*keywords: str, name: str = "l", disposition: str = "REJECT") -> Step:
    """A list of keywords, called `{list}`."""

    def create(stage: Stage) -> None:
        body = {"name": name, "scope": "ALL", "disposition": disposition, "textContexts": keywords}
        answer = stage.send("POST /moderation/text/list", body).raise_for_status()
        stage.names["list"] = answer.json()["entity"]["id"]

    return create


def sent(request: str, body: Any = None, times: int = 1, **more: Any) -> Step:
    """A request that succeeds, several times if asked."""

    def send(stage: Stage) -> None:
        for _ in range(times):
            stage.send(request, body, **more).raise_for_status()

    return send


def closed(service: str) -> Step:
    return lambda stage: stage.control("services", **{service: False})


def opened(service: str) -> Step:
    return lambda stage: stage.control("services", **{service: True})


def failing(fault: str) -> Step:
    return lambda stage: stage.control("faults", **{fault: True})


def limits(**most: int) -> Step:
    return lambda stage: stage.control("limits", **most)


def words(*refused: str) -> Step:
    return lambda stage: stage.control("services", words=list(refused))


def later(seconds: float) -> Step:
    """The clock is put forward."""
    return lambda stage: stage.service.client.post("/_sandbox/clock", json={"advance": seconds})
