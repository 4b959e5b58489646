"""Push: what users set, names that notifications show, templates, and pushes that reach nobody."""

from collections.abc import Mapping

from sandbox.call import Call, as_text
from sandbox.failures import Refusal
from sandbox.failures import push as failed
from sandbox.operations.bodies import as_object, as_objects
from sandbox.operations.guards import check_fault, demand_application, demand_service
from sandbox.plan import SECOND
from sandbox.replies import Json, Reply, data
from sandbox.routes import Guard, Route
from sandbox.state import User

_LONGEST_NICKNAME = 100
_MOST_NICKNAMES = 50
_LEVELS = frozenset({"", "ALL", "AT", "NONE"})
_CHATS = frozenset({"user", "chatgroup"})


def set_nicknames(call: Call) -> Reply:
    """Set the names of several users that notifications show."""
    items = as_objects(call.body)
    if not items:
        raise Refusal(failed.NicknamesMissing())
    if len(items) > _MOST_NICKNAMES:
        raise Refusal(failed.NicknamesTooMany())
    names = {as_text(item.get("username")): as_text(item.get("push_nickname")) for item in items}
    for username, nickname in names.items():
        if len(nickname) > _LONGEST_NICKNAME:
            raise Refusal(failed.NicknameOfBatchTooLong(username))
    for username, nickname in names.items():
        user = call.find_user(username)
        if user is not None:
            user.properties["nickname"] = nickname
    return data([{"username": username, "push_nickname": nickname} for username, nickname in names.items()])


def read_settings(call: Call) -> Reply:
    """What a user set for a conversation."""
    _check_chat(call)
    return data(dict(_find_user(call).push.get(_key(call), {})))


def change_settings(call: Call) -> Reply:
    """Set what a user gets notified of in a conversation."""
    _check_chat(call)
    user = _find_user(call)
    if call.text("type") not in _LEVELS:
        raise Refusal(failed.PushParameterIllegal("type"))
    user.push[_key(call)] = {name: as_text(value) for name, value in call.fields.items()}
    return data(dict(user.push[_key(call)]))


def read_preference(call: Call) -> Reply:
    """The language or the template of a user."""
    return data(dict(_find_user(call).push.get(_key(call), {})))


def change_preference(call: Call) -> Reply:
    """Set the language or the template of a user."""
    user = _find_user(call)
    user.push[_key(call)] = {name: as_text(value) for name, value in call.fields.items()}
    return data(dict(user.push[_key(call)]))


def create_template(call: Call) -> Reply:
    """Add a template of notifications."""
    name = call.text("name")
    call.application.archive.templates[name] = dict(call.fields)
    return data({"name": name})


def read_template(call: Call) -> Reply:
    """One template."""
    return data(dict(_find_template(call)))


def change_template(call: Call) -> Reply:
    """Change a template."""
    changed: Mapping[str, Json] = {**_find_template(call), **call.fields}
    call.application.archive.templates[call.taken("template")] = changed
    return data(dict(changed))


def delete_template(call: Call) -> Reply:
    """Remove a template."""
    _find_template(call)
    del call.application.archive.templates[call.taken("template")]
    return data("success")


def read_statistics(_call: Call) -> Reply:
    """How many pushes went out: none ever do."""
    return data([])


def push(call: Call) -> Reply:
    """Take a push for users, labels or everybody; no device is there to show it."""
    if not as_object(call.fields.get("pushMessage")):
        raise Refusal(failed.PushMessageIllegal())
    if not isinstance(call.fields.get("targets", []), list):
        raise Refusal(failed.PushParameterIllegal("targets"))
    plan = call.application.plan
    if not plan.admits("pushes", plan.limit("pushes_per_second"), SECOND, call.now):
        raise Refusal(failed.PushRateReached())
    return data({"taskId": call.world.chance.message_id(), "pushStatus": "FAIL"})


def _check_chat(call: Call) -> None:
    if call.taken("chat") not in _CHATS:
        raise Refusal(failed.PushParameterIllegal("chattype"))


def _find_user(call: Call) -> User:
    user = call.find_user(call.taken("username"))
    if user is None:
        raise Refusal(failed.PushUserNotFound())
    return user


def _key(call: Call) -> str:
    """The part of the path that names what is set."""
    return "/".join(call.request.segments[5:])


def _find_template(call: Call) -> Mapping[str, Json]:
    template = call.application.archive.templates.get(call.taken("template"))
    if template is None:
        raise Refusal(failed.TemplateNotFound(call.taken("template")))
    return template


def _while_working(guard: Guard) -> Guard:
    """What all operations of the push service ask first, and then that it works."""

    def check(call: Call) -> None:
        guard(call)
        check_fault(call, "push_failing", failed.PushFailed())

    return check


UNKNOWN = {"push": failed.PushPathUnknown(), "notification": failed.PushPathUnknown()}

_SETTING = _while_working(demand_application)
PUSHING = _while_working(demand_service("push", lambda _call: failed.PushUnopened()))
_STATISTICS = "/{org}/{app}/push/data/offline-push/begin/{from}/end/{to}"
_COUNTING = _while_working(demand_service("push_statistics", lambda _call: failed.PushStatisticsUnopened()))
_SETTINGS = "/users/{username}/notification"

ROUTES = (
    Route("GET", _STATISTICS, read_statistics, guard=_COUNTING),
    *(
        Route(method, f"/{{org}}/{{app}}{path}", handler, guard=_SETTING)
        for method, path, handler in (
            ("PUT", "/push/nickname", set_nicknames),
            ("GET", f"{_SETTINGS}/language", read_preference),
            ("PUT", f"{_SETTINGS}/language", change_preference),
            ("GET", f"{_SETTINGS}/template", read_preference),
            ("PUT", f"{_SETTINGS}/template", change_preference),
            ("GET", f"{_SETTINGS}/{{chat}}/{{key}}", read_settings),
            ("PUT", f"{_SETTINGS}/{{chat}}/{{key}}", change_settings),
            ("GET", "/users/{username}/push/binding", read_preference),
            ("PUT", "/users/{username}/push/binding", change_preference),
            ("POST", "/notification/template", create_template),
            ("DELETE", "/notification/template/{template}", delete_template),
            ("GET", "/notification/template/{template}", read_template),
            ("PUT", "/notification/template/{template}", change_template),
        )
    ),
    *(
        Route(method, f"/{{org}}/{{app}}{path}", handler, guard=PUSHING)
        for method, path, handler in (
            ("POST", "/push/sync/{target}", push),
            ("POST", "/push/async/{target}", push),
            ("POST", "/push/single", push),
            ("POST", "/push/list/label", push),
            ("POST", "/push/task", push),
        )
    ),
)
