"""Presence: what users say about being there, and who follows whom."""

from collections.abc import Callable

from sandbox.call import Call
from sandbox.failures import Failure, Refusal
from sandbox.failures import presence as failed
from sandbox.operations.bodies import as_texts, parse_integer
from sandbox.operations.grouping import find_group
from sandbox.operations.guards import check_fault, demand_service
from sandbox.operations.kinds import GROUPS
from sandbox.operations.paging import numbered_page
from sandbox.replies import Json, Reply, data
from sandbox.request import parse_number
from sandbox.routes import Route
from sandbox.state import User

_LARGEST_EXT = 1024
_MOST_USERS = 100
_MOST_SUBSCRIPTIONS = 3000
_LONGEST_SUBSCRIPTION = 30 * 24 * 3600
_PAGE = 100


def set_presence(call: Call) -> Reply:
    """Say something about a user on one device."""
    user = call.owner()
    ext = call.text("ext")
    if not ext:
        raise Refusal(failed.PresenceExtMissing())
    if len(ext.encode("utf-8", "replace")) > _LARGEST_EXT:
        raise Refusal(failed.PresenceExtTooLarge())
    check_fault(call, "presence_failing", failed.PresenceFailed())
    user.presence[call.taken("device")] = (parse_number(call.taken("status")) or 0, ext)
    return Reply({"result": "ok"})


def subscribe(call: Call) -> Reply:
    """Follow several users for a number of seconds."""
    user = call.owner()
    names = _read_names(call.texts("usernames"), failed.PresenceUsersEmpty, failed.SubscriptionsTooMany)
    if user.username in names:
        raise Refusal(failed.SelfSubscription())
    if len({*user.subscriptions, *names}) > _MOST_SUBSCRIPTIONS:
        raise Refusal(failed.SubscriptionsTooMany())
    seconds = min(parse_number(call.taken("expiry")) or 0, _LONGEST_SUBSCRIPTION)
    until = call.now // 1000 + seconds
    user.subscriptions.update(dict.fromkeys(names, until))
    followed: list[Json] = [{**_describe(call, name), "expiry": until} for name in names]
    return Reply({"result": followed})


def unsubscribe(call: Call) -> Reply:
    """Follow several users no more."""
    user = call.owner()
    names = _read_names(as_texts(call.body), failed.PresenceUsersMissing, failed.UnsubscriptionsTooMany)
    for name in names:
        user.subscriptions.pop(name, None)
    return Reply({"result": "ok"})


def list_subscriptions(call: Call) -> Reply:
    """Whom a user follows, and until when."""
    user = call.owner()
    lasting = [(name, until) for name, until in user.subscriptions.items() if until * 1000 > call.now]
    page = numbered_page(call, lasting, _PAGE, parameters=("pageNum", "pageSize"))
    shown: list[Json] = [{"uid": name, "expiry": until} for name, until in page]
    return Reply({"result": {"totalnum": len(lasting), "sublist": shown}})


def read_presences(call: Call) -> Reply:
    """What several users say about themselves."""
    call.owner()
    names = _read_names(call.texts("usernames"), failed.PresenceUsersEmpty, failed.PresenceReadsTooMany)
    described: list[Json] = [_describe(call, name) for name in names]
    return Reply({"result": described})


def count_online(call: Call) -> Reply:
    """How many of a group are online: nobody ever is."""
    group_id, kind = call.taken("group").strip(), call.taken("type").strip()
    if not group_id:
        raise Refusal(failed.OnlineCountIdMissing())
    if not kind:
        raise Refusal(failed.OnlineCountTypeMissing())
    if parse_integer(kind) not in {0, 1}:
        raise Refusal(failed.OnlineCountTypeIllegal())
    find_group(GROUPS, call, group_id)
    return data({"count": 0})


def _read_names(
    names: list[str], missing: Callable[[], Failure], too_many: Callable[[], Failure]
) -> list[str]:
    if not names:
        raise Refusal(missing())
    if len(names) > _MOST_USERS:
        raise Refusal(too_many())
    return [name.lower() for name in names]


def _describe(call: Call, username: str) -> dict[str, Json]:
    user: User | None = call.find_user(username)
    devices = user.presence if user else {}
    status: Json = {device: str(number) for device, (number, _) in devices.items()}
    ext = next((text for _, text in reversed(devices.values())), "")
    return {"uid": username, "last_time": call.now // 1000, "expiry": 0, "ext": ext, "status": status}


_USER = "/{org}/{app}/users/{username}/presence"
_GUARD = demand_service("presence", lambda _call: failed.PresenceUnopened())
_COUNTING = demand_service("group_online", lambda _call: failed.OnlineCountUnopened())

ROUTES = (
    Route("POST", f"{_USER}/{{device}}/{{status}}", set_presence, guard=_GUARD),
    Route("POST", f"{_USER}/{{expiry}}", subscribe, guard=_GUARD),
    Route("DELETE", _USER, unsubscribe, guard=_GUARD),
    Route("GET", f"{_USER}/sublist", list_subscriptions, guard=_GUARD),
    Route("POST", _USER, read_presences, guard=_GUARD),
    Route("GET", "/{org}/{app}/presence/online/{group}/type/{type}", count_online, guard=_COUNTING),
)
