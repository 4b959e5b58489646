"""Messages to everybody: to all users, to those online, to all rooms."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from sandbox.call import Call
from sandbox.failures import Failure, Refusal
from sandbox.failures.delivery import (
    BroadcastExhausted,
    BroadcastExtIllegal,
    BroadcastFieldEmpty,
    BroadcastTargetIllegal,
    BroadcastTargetMissing,
    BroadcastUnopened,
    OnlineBroadcastExhausted,
    RoomBroadcastExhausted,
)
from sandbox.failures.requests import BroadcastRateReached
from sandbox.operations.bodies import check_types, read_object
from sandbox.operations.guards import demand_service
from sandbox.plan import DAY, MINUTE
from sandbox.replies import Reply, data
from sandbox.routes import Route

_TYPES: Mapping[str, type] = {"from": str, "msg": dict, "target_type": str}


@dataclass(frozen=True, slots=True)
class Broadcast:
    """A kind of broadcast: so many in a span of milliseconds, and so many a day."""

    path: str
    most: int
    span: int
    most_a_day: int
    exhausted: Failure
    to_users: bool = False
    strict: bool = False


_KINDS = (
    Broadcast("broadcast", 1, 30 * MINUTE, 3, BroadcastExhausted(), to_users=True),
    Broadcast("users/broadcast", 1, MINUTE, 50, OnlineBroadcastExhausted(), strict=True),
    Broadcast("chatrooms/broadcast", 10, MINUTE, 100, RoomBroadcastExhausted()),
)


def broadcast(kind: Broadcast, call: Call) -> Reply:
    """Send to everybody whom this kind reaches."""
    fields = read_object(call)
    check_types(fields, _TYPES)
    if kind.to_users and not fields.get("target_type"):
        raise Refusal(BroadcastTargetMissing())
    if kind.to_users and fields["target_type"] != "users":
        raise Refusal(BroadcastTargetIllegal())
    if not fields.get("from"):
        raise Refusal(BroadcastFieldEmpty("from"))
    ext = fields.get("ext")
    if ext is not None and not isinstance(ext, Mapping):
        raise Refusal(BroadcastExtIllegal())
    _check_rates(kind, call)
    return data({"id": call.world.chance.message_id()})


def _check_rates(kind: Broadcast, call: Call) -> None:
    plan = call.application.plan
    if not plan.admits(kind.path, kind.most, kind.span, call.now):
        raise Refusal(BroadcastRateReached())
    if not plan.admits(f"{kind.path} a day", kind.most_a_day, DAY, call.now):
        raise Refusal(kind.exhausted)


_GUARD = demand_service("broadcast", lambda _call: BroadcastUnopened())

ROUTES = tuple(
    Route(
        "POST",
        f"/{{org}}/{{app}}/messages/{kind.path}",
        partial(broadcast, kind),
        guard=_GUARD,
        strict=kind.strict,
    )
    for kind in _KINDS
)
