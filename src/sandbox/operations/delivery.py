"""Sending messages to users, groups and rooms; nobody is online to receive them, so they are kept."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from sandbox.call import Call
from sandbox.failures import Refusal
from sandbox.failures.delivery import ImportBodyEmpty, ImportTypeEmpty
from sandbox.failures.messages import (
    MessageTooLarge,
    RecipientsTooMany,
    SendExtIllegal,
    SendFieldEmpty,
    SendRateReached,
)
from sandbox.operations.bodies import as_object, as_texts, check_types, read_object
from sandbox.operations.guards import demand_application
from sandbox.plan import MINUTE, SECOND
from sandbox.records import Message
from sandbox.replies import Json, Reply, data
from sandbox.routes import Route

_LARGEST_MESSAGE = 5 * 1024
LARGEST_CLASSIC_MESSAGE = 40 * 1024
_SYSTEM = "admin"  # the sender of a message without one
_TYPES: Mapping[str, type] = {"from": str, "to": list, "type": str, "body": dict, "users": list}
_IMPORT_TYPES: Mapping[str, type] = {"from": str, "target": str, "type": str, "body": dict}
_MESSAGES = "/{org}/{app}/messages"


@dataclass(frozen=True, slots=True)
class Destination:
    """Where messages go: at most to so many at once, and at most so many in a span of milliseconds."""

    segment: str
    chat: str
    most: int
    limit: str
    span: int


USERS = Destination("users", "chat", 600, "user_messages_per_minute", MINUTE)
GROUPS = Destination("chatgroups", "groupchat", 3, "group_messages_per_second", SECOND)
ROOMS = Destination("chatrooms", "chatroom", 10, "room_messages_per_second", SECOND)


def send(
    destination: Destination, call: Call, *, targeted: bool = False, largest: int = _LARGEST_MESSAGE
) -> Reply:
    """Send a message to several at once, in groups and rooms to some of their users if it is targeted."""
    fields = read_object(call)
    check_types(fields, _TYPES)
    _check_ext(fields)
    targets = _check_filled(fields, targeted=targeted)
    if len(targets) > destination.most:
        raise Refusal(RecipientsTooMany(destination.most))
    check_size([fields.get("body"), fields.get("ext") or {}], largest)
    _check_rate(destination, call, len(targets))
    return data({target: keep(call, destination.chat, target, fields).id for target in targets})


def import_message(destination: Destination, call: Call) -> Reply:
    """Put a message of the past into the history."""
    fields = read_object(call)
    check_types(fields, _IMPORT_TYPES)
    if not fields.get("type"):
        raise Refusal(ImportTypeEmpty())
    if not fields.get("body"):
        raise Refusal(ImportBodyEmpty())
    message = keep(call, destination.chat, str(fields.get("target", "")), fields)
    return data({"msg_id": message.id})


def keep(call: Call, chat: str, target: str, fields: Mapping[str, Json]) -> Message:
    """Keep a message for one who gets it."""
    message = Message(
        id=call.world.chance.message_id(),
        chat=chat,
        sender=str(fields.get("from") or _SYSTEM),
        target=target.lower(),
        type=str(fields.get("type", "")),
        body=as_object(fields.get("body")),
        sent=call.now,
    )
    call.application.archive.messages[message.id] = message
    return message


def _check_ext(fields: Mapping[str, Json]) -> None:
    ext = fields.get("ext")
    if ext is not None and not isinstance(ext, Mapping):
        raise Refusal(SendExtIllegal())


def _check_filled(fields: Mapping[str, Json], *, targeted: bool) -> list[str]:
    """Those to whom it goes. A message may leave out who sends it, but not leave that empty."""
    if fields.get("from") == "":
        raise Refusal(SendFieldEmpty("from"))
    needed = ("to", "type", "body", "users") if targeted else ("to", "type", "body")
    for name in needed:
        if not fields.get(name):
            raise Refusal(SendFieldEmpty(name))
    return [target for target in as_texts(fields["to"]) if target]


def check_size(content: Json, largest: int) -> None:
    """What a message says takes so many bytes, and no more."""
    if len(json.dumps(content, ensure_ascii=False).encode("utf-8", "replace")) > largest:
        raise Refusal(MessageTooLarge())


def _check_rate(destination: Destination, call: Call, amount: int) -> None:
    plan = call.application.plan
    most = plan.limit(destination.limit)
    if not plan.admits(destination.limit, most, destination.span, call.now, amount):
        raise Refusal(SendRateReached(call.request.uri))


CLASSIC_ROUTES = tuple(
    Route(
        "POST",
        f"{_MESSAGES}/{where.segment}",
        partial(send, where, largest=LARGEST_CLASSIC_MESSAGE),
        guard=demand_application,
    )
    for where in (USERS, GROUPS, ROOMS)
)
TODAYS_ROUTES = (
    *(
        Route(
            "POST",
            f"{_MESSAGES}/{where.segment}",
            partial(send, where),
            guard=demand_application,
            strict=True,
        )
        for where in (USERS, GROUPS, ROOMS)
    ),
    *(
        Route(
            "POST",
            f"{_MESSAGES}/{where.segment}/users",
            partial(send, where, targeted=True),
            guard=demand_application,
        )
        for where in (GROUPS, ROOMS)
    ),
    *(
        Route(
            "POST",
            f"{_MESSAGES}/{where.segment}/import",
            partial(import_message, where),
            guard=demand_application,
        )
        for where in (USERS, GROUPS)
    ),
)
