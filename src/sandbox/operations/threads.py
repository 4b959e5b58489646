"""Threads on the messages of groups."""

from sandbox.call import Call
from sandbox.failures import Refusal
from sandbox.failures import threads as failed
from sandbox.operations.bodies import read_object
from sandbox.operations.guards import demand_service
from sandbox.operations.paging import following, page
from sandbox.records import Message, Thread
from sandbox.replies import Json, Reply, data
from sandbox.routes import Route
from sandbox.state import Application

_LONGEST_NAME = 64
_LARGEST_PAGE = 50
_MOST_USERS = 10


def create_thread(call: Call) -> Reply:
    """Begin a thread on a message, for a member of its group."""
    read_object(call, failed.ThreadBodyUnreadable())
    name = _check_name(call)
    group = call.application.groups.get(call.text("group_id"))
    if group is None:
        raise Refusal(failed.ThreadGroupNotFound())
    owner = call.text("owner").lower()
    if not group.has(owner):
        raise Refusal(failed.ThreadOwnerNotMember())
    message = _find_parent(call, call.text("msg_id"))
    if message.target != group.id:
        raise Refusal(failed.ThreadMessageOfGroup())
    archive = call.application.archive
    if any(thread.message == message.id for thread in archive.threads.values()):
        raise Refusal(failed.ThreadTaken())
    if call.application.plan.exceeded("threads", len(archive.threads) + 1):
        raise Refusal(failed.ThreadsExhausted())
    _check_memberships(call.application, owner)
    thread = Thread(call.world.chance.message_id(), group.id, message.id, name, owner, call.now, [owner])
    archive.threads[thread.id] = thread
    return data({"thread_id": thread.id})


def rename_thread(call: Call) -> Reply:
    """Give a thread another name."""
    read_object(call, failed.ThreadBodyUnreadable())
    thread = _find_thread(call)
    thread.name = _check_name(call)
    return data({"name": thread.name})


def delete_thread(call: Call) -> Reply:
    """End a thread."""
    thread = _find_thread(call)
    del call.application.archive.threads[thread.id]
    return data({"status": "ok"})


def list_threads(call: Call) -> Reply:
    """A page of the threads of the app, of a user, or of a user in a group."""
    _check_page(call)
    user, group = call.taken_if_any("username").lower(), call.taken_if_any("group")
    threads = [
        thread
        for thread in call.application.archive.threads.values()
        if user in ("", *thread.members) and group in ("", thread.group)
    ]
    shown, cursor = page(call, threads, size=_LARGEST_PAGE)
    return data([_describe(thread) for thread in shown], **following(cursor), count=len(shown))


def list_users(call: Call) -> Reply:
    """A page of those who are in a thread."""
    thread = _find_thread(call)
    _check_page(call)
    shown, cursor = page(call, thread.members, size=_LARGEST_PAGE)
    return data({"affiliations": list(shown)}, **following(cursor), count=len(shown))


def add_users(call: Call) -> Reply:
    """Let users join."""
    thread = _find_thread(call)
    names = _read_names(call)
    for name in names:
        _check_memberships(call.application, name)
    thread.members += [name for name in dict.fromkeys(names) if name not in thread.members]
    return data({"status": "ok"})


def remove_users(call: Call) -> Reply:
    """Take users out."""
    thread = _find_thread(call)
    names = _read_names(call)
    results: list[Json] = [{"result": name in thread.members, "user": name} for name in names]
    thread.members = [name for name in thread.members if name not in names]
    return data(results)


def _check_name(call: Call) -> str:
    name = call.text("name")
    if len(name) > _LONGEST_NAME:
        raise Refusal(failed.ThreadNameTooLong())
    return name


def _find_parent(call: Call, message_id: str) -> Message:
    archive = call.application.archive
    message = archive.messages.get(message_id)
    if message is None:
        raise Refusal(
            failed.ThreadMessageOfApplication()
            if _is_elsewhere(call, message_id)
            else failed.ThreadMessageNotFound()
        )
    if message.chat != "groupchat":
        raise Refusal(failed.ThreadMessageNotOfGroups())
    if message.target in archive.threads:
        raise Refusal(failed.ThreadNested())
    return message


def _is_elsewhere(call: Call, message_id: str) -> bool:
    """Whether another app of the service has the message."""
    organizations = call.world.organizations.values()
    applications = [app for organization in organizations for app in organization.applications.values()]
    return any(message_id in app.archive.messages for app in applications)


def _check_memberships(application: Application, username: str) -> None:
    joined = sum(username in thread.members for thread in application.archive.threads.values())
    if application.plan.exceeded("joined_threads", joined + 1):
        raise Refusal(failed.ThreadMembershipsExhausted())


def _find_thread(call: Call) -> Thread:
    thread = call.application.archive.threads.get(call.taken("thread"))
    if thread is None:
        raise Refusal(failed.ThreadNotFound())
    return thread


def _check_page(call: Call) -> None:
    if call.request.number("limit", default=1, most=_LARGEST_PAGE + 1) > _LARGEST_PAGE:
        raise Refusal(failed.ThreadQueryTooLarge())


def _read_names(call: Call) -> list[str]:
    names = [name.lower() for name in call.texts("usernames")]
    if len(names) > _MOST_USERS:
        raise Refusal(failed.ThreadUsersTooMany())
    return names


def _describe(thread: Thread) -> dict[str, Json]:
    return {
        "id": thread.id,
        "name": thread.name,
        "owner": thread.owner,
        "msgId": thread.message,
        "groupId": thread.group,
        "created": thread.created,
    }


_GUARD = demand_service("thread", lambda _call: failed.ThreadUnopened())

ROUTES = tuple(
    Route(method, f"/{{org}}/{{app}}{path}", handler, guard=_GUARD)
    for method, path, handler in (
        ("POST", "/thread", create_thread),
        ("GET", "/thread", list_threads),
        ("PUT", "/thread/{thread}", rename_thread),
        ("DELETE", "/thread/{thread}", delete_thread),
        ("GET", "/thread/{thread}/users", list_users),
        ("POST", "/thread/{thread}/users", add_users),
        ("DELETE", "/thread/{thread}/users", remove_users),
        ("GET", "/threads/user/{username}", list_threads),
        ("GET", "/threads/chatgroups/{group}/user/{username}", list_threads),
    )
)
