"""The attributes of the members of a group, and those of a chat room."""

from collections.abc import Mapping
from functools import partial

from sandbox.call import Call, as_text
from sandbox.failures import Refusal
from sandbox.failures.attributes import (
    MemberAttributeBatchTooLarge,
    MemberAttributeGroupNotFound,
    MemberAttributeKeyTooLong,
    MemberAttributeQueryTooLarge,
    MemberAttributesBusy,
    MemberAttributeStranger,
    MemberAttributeStrangers,
    MemberAttributesUnopened,
    MemberAttributeValueTooLong,
    RoomAttributesForeign,
    RoomAttributesTooMany,
    RoomAttributeStranger,
)
from sandbox.operations.bodies import as_object, as_objects
from sandbox.operations.grouping import find_group
from sandbox.operations.guards import check_fault, demand_application, demand_service
from sandbox.operations.kinds import GROUPS, ROOMS
from sandbox.replies import Json, Reply, data
from sandbox.routes import Route
from sandbox.state import Group

_LONGEST_KEY, _LONGEST_VALUE = 16, 512  # bytes, of a member's
_LONGEST_ROOM_KEY, _LONGEST_ROOM_VALUE = 128, 4096  # characters, of a room's
_MOST_IN_ROOM = 100
_MOST_MEMBERS = 20
_MOST_READ = 10
_MOST_KEYS = 10

_METADATA = "/{org}/{app}/metadata"


def set_member(call: Call) -> Reply:
    """Set attributes of one member; an empty value deletes one."""
    group = find_group(GROUPS, call, call.taken("group"))
    username = _find_member(group, call)
    values = _check_values(as_object(call.fields.get("metaData")))
    _update(group, username, values)
    return data(dict(values))


def set_members(call: Call) -> Reply:
    """Set attributes of several members, all or none."""
    group = call.application.groups.get(call.taken("group"))
    if group is None:
        raise Refusal(MemberAttributeGroupNotFound())
    items = as_objects(call.body)
    if len(items) > _MOST_MEMBERS:
        raise Refusal(MemberAttributeBatchTooLarge())
    changes = {
        as_text(item.get("username")).lower(): _check_values(as_object(item.get("metadata")))
        for item in items
    }
    strangers = [username for username in changes if not group.has(username)]
    if strangers:
        raise Refusal(MemberAttributeStrangers(",".join(strangers)))
    check_fault(call, "member_attributes_busy", MemberAttributesBusy())
    for username, values in changes.items():
        _update(group, username, values)
    return data(dict.fromkeys(changes, "success"))


def read_member(call: Call) -> Reply:
    """All attributes of one member."""
    group = find_group(GROUPS, call, call.taken("group"))
    return data(dict(group.member_attributes.get(_find_member(group, call), {})))


def read_members(call: Call) -> Reply:
    """Some attributes of several members."""
    group = find_group(GROUPS, call, call.taken("group"))
    targets, wanted = call.texts("targets"), call.texts("properties")
    if len(targets) > _MOST_READ:
        raise Refusal(MemberAttributeQueryTooLarge())
    found: dict[str, Json] = {}
    for target in targets:
        attributes = group.member_attributes.get(target.lower(), {})
        found[target] = {name: value for name, value in attributes.items() if name in wanted}
    return data(found)


def set_room(call: Call, *, forced: bool) -> Reply:
    """Set attributes of a room; those of another user only if forced. The answer says which were not set."""
    room = find_group(ROOMS, call, call.taken("group"))
    given = as_object(call.fields.get("metaData"))
    _check_keys(list(given))
    username = _find_in_room(room, call)
    errors = {
        key: _refuse_attribute(room, username, key, as_text(value), forced=forced)
        for key, value in given.items()
    }
    if given and all(error == _FOREIGN for error in errors.values()):
        raise Refusal(RoomAttributesForeign())
    done = [key for key, error in errors.items() if not error]
    room.attributes.update({key: (as_text(given[key]), username) for key in done})
    return data(
        {
            "status": "ok",
            "successKeys": done,
            "errorKeys": {key: text for key, text in errors.items() if text},
        }
    )


def read_room(call: Call) -> Reply:
    """Some attributes of a room, all where none are named."""
    room = find_group(ROOMS, call, call.taken("group"))
    keys = call.texts("keys") or list(room.attributes)
    return data({key: room.attributes[key][0] for key in keys if key in room.attributes})


def delete_room(call: Call, *, forced: bool) -> Reply:
    """Delete attributes of a room; those of another user only if forced."""
    room = find_group(ROOMS, call, call.taken("group"))
    keys = call.texts("keys")
    _check_keys(keys)
    username = call.taken("username").lower() if forced else _find_in_room(room, call)
    errors: dict[str, str] = {}
    for key in keys:
        if key in room.attributes and not forced and room.attributes[key][1] != username:
            errors[key] = _FOREIGN
        else:
            room.attributes.pop(key, None)
    done = [key for key in keys if key not in errors]
    return data({"status": "ok", "successKeys": done, "errorKeys": errors})


_FOREIGN = "permission is not enough, can not set other's metadata"


def _check_values(values: Mapping[str, Json]) -> Mapping[str, str]:
    texts = {key: as_text(value) for key, value in values.items()}
    if any(_bytes(key) > _LONGEST_KEY for key in texts):
        raise Refusal(MemberAttributeKeyTooLong())
    if any(_bytes(value) > _LONGEST_VALUE for value in texts.values()):
        raise Refusal(MemberAttributeValueTooLong())
    return texts


def _update(group: Group, username: str, values: Mapping[str, str]) -> None:
    kept = {**group.member_attributes.get(username, {}), **values}
    group.member_attributes[username] = {key: value for key, value in kept.items() if value}


def _find_member(group: Group, call: Call) -> str:
    username = call.taken("username").lower()
    if not group.has(username):
        raise Refusal(MemberAttributeStranger())
    return username


def _find_in_room(room: Group, call: Call) -> str:
    username = call.taken("username").lower()
    if not room.has(username):
        raise Refusal(RoomAttributeStranger())
    return username


def _check_keys(keys: list[str]) -> None:
    if len(keys) > _MOST_KEYS:
        raise Refusal(RoomAttributesTooMany(_MOST_KEYS))


def _refuse_attribute(room: Group, username: str, key: str, value: str, *, forced: bool) -> str:
    """Why an attribute is not set, nothing if it is."""
    if len(key) > _LONGEST_ROOM_KEY or len(value) > _LONGEST_ROOM_VALUE:
        return "key or value is too long"
    if key in room.attributes:
        return "" if forced or room.attributes[key][1] == username else _FOREIGN
    return "exceeds the number of metadata" if len(room.attributes) >= _MOST_IN_ROOM else ""


def _bytes(text: str) -> int:
    return len(text.encode("utf-8", "replace"))


_MEMBERS = f"{_METADATA}/chatgroup/{{group}}"
_ROOM = f"{_METADATA}/chatroom/{{group}}"
_GUARD = demand_service("member_metadata", lambda _call: MemberAttributesUnopened())

ROUTES = (
    Route("PUT", f"{_MEMBERS}/user/{{username}}", set_member, guard=_GUARD),
    Route("GET", f"{_MEMBERS}/user/{{username}}", read_member, guard=_GUARD),
    Route("PUT", f"{_MEMBERS}/users/batch", set_members, guard=_GUARD),
    Route("POST", f"{_MEMBERS}/get", read_members, guard=_GUARD),
    Route("POST", _ROOM, read_room, guard=demand_application),
    *(
        Route(
            method,
            f"{_ROOM}/user/{{username}}{tail}",
            partial(handler, forced=bool(tail)),
            guard=demand_application,
        )
        for tail in ("", "/forced")
        for method, handler in (("PUT", set_room), ("DELETE", delete_room))
    ),
)
