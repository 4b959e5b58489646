"""The attributes of users."""

from collections.abc import Mapping

from sandbox.call import FORM, Call
from sandbox.failures import Refusal
from sandbox.failures.attributes import (
    AttributeBatchTooLarge,
    AttributesBusy,
    AttributesExhausted,
    AttributesForbidden,
    AttributesMediaType,
    AttributesTooLarge,
    AttributesUnchanged,
    AttributesUnopened,
    AttributesUnreadable,
    AttributeTooLong,
    CapacityForbidden,
)
from sandbox.operations.guards import check_fault
from sandbox.replies import Reply, data
from sandbox.routes import Route
from sandbox.state import UserPrincipal

_LARGEST_SET = 2 * 1024
_MOST_TARGETS = 100
# In characters; what else an app keeps is bound by the sum only.
_LONGEST = {"nickname": 64, "avatarurl": 256, "phone": 32, "mail": 64, "sign": 256, "birth": 64}

_ATTRIBUTES = "/{org}/{app}/metadata/user"


def set_attributes(call: Call) -> Reply:
    """Add attributes to those of a user, or change them; the body is a form. The user need not exist."""
    owner = _open(call)
    if call.request.media_type != FORM:
        raise Refusal(AttributesMediaType(call.request.headers.get("content-type", "")))
    given = {name: call.text(name) for name in call.fields}
    for name, value in given.items():
        if len(value) > _LONGEST.get(name, _LARGEST_SET):
            raise Refusal(AttributeTooLong(_LONGEST.get(name, _LARGEST_SET)))
    attributes = {**_find(call, owner), **given}
    if _size(attributes) > _LARGEST_SET:
        raise Refusal(AttributesTooLarge(_LARGEST_SET))
    most = call.application.plan.limit("attribute_bytes")
    if most is not None and _total(call) - _size(_find(call, owner)) + _size(attributes) > most:
        raise Refusal(AttributesExhausted(most))
    check_fault(call, "attributes_busy", AttributesBusy("set user metadata"))
    check_fault(call, "attributes_failing", AttributesUnchanged())
    call.application.attributes[owner] = attributes
    return data(attributes)


def read_attributes(call: Call) -> Reply:
    """All attributes of a user."""
    owner = _open(call)
    check_fault(call, "attributes_unreadable", AttributesUnreadable())
    return data(dict(_find(call, owner)))


def delete_attributes(call: Call) -> Reply:
    """Forget all attributes of a user."""
    call.application.attributes.pop(_open(call), None)
    return data(True)  # noqa: FBT003  # the service's data


def read_several(call: Call) -> Reply:
    """Some attributes of several users."""
    _check_open(call)
    targets, wanted = call.texts("targets"), call.texts("properties")
    if len(targets) > _MOST_TARGETS:
        raise Refusal(AttributeBatchTooLarge(_MOST_TARGETS))
    return data(
        {
            target: {name: value for name, value in _find(call, target.lower()).items() if name in wanted}
            for target in targets
        }
    )


def read_capacity(call: Call) -> Reply:
    """How many bytes all attributes of the app take."""
    _check_open(call)
    if not call.trusted:
        raise Refusal(CapacityForbidden())
    return data(_total(call))


def _check_open(call: Call) -> None:
    if "metadata" in call.application.plan.closed:
        raise Refusal(AttributesUnopened(call.appkey))


def _open(call: Call) -> str:
    """The user in the path, whose attributes the app and that user may touch."""
    _check_open(call)
    owner = call.taken("username").lower()
    principal = call.principal
    if isinstance(principal, UserPrincipal) and principal.username != owner:
        raise Refusal(AttributesForbidden())
    return owner


def _find(call: Call, owner: str) -> Mapping[str, str]:
    return call.application.attributes.get(owner, {})


def _total(call: Call) -> int:
    return sum(_size(attributes) for attributes in call.application.attributes.values())


def _size(attributes: Mapping[str, str]) -> int:
    return sum(len(text.encode("utf-8", "replace")) for pair in attributes.items() for text in pair)


ROUTES = (
    Route("PUT", f"{_ATTRIBUTES}/{{username}}", set_attributes, form=True),
    Route("GET", f"{_ATTRIBUTES}/{{username}}", read_attributes),
    Route("DELETE", f"{_ATTRIBUTES}/{{username}}", delete_attributes),
    Route("POST", f"{_ATTRIBUTES}/get", read_several),
    Route("GET", f"{_ATTRIBUTES}/capacity", read_capacity),
)
