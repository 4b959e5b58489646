"""The labels that users have for push."""

from sandbox.call import Call
from sandbox.failures import Refusal
from sandbox.failures import push as failed
from sandbox.operations.push import PUSHING
from sandbox.replies import Reply, data
from sandbox.routes import Route


def list_labels(call: Call) -> Reply:
    """All labels."""
    labels = call.application.archive.labels
    return data([{"name": name, "count": len(users)} for name, users in labels.items()])


def create_label(call: Call) -> Reply:
    """Add a label."""
    name = call.text("name")
    if not name:
        raise Refusal(failed.PushParameterIllegal("name"))
    call.application.archive.labels.setdefault(name, [])
    return data({"name": name, "description": call.text("description")})


def read_label(call: Call) -> Reply:
    """One label."""
    return data({"name": call.taken("label"), "count": len(_find_label(call))})


def delete_label(call: Call) -> Reply:
    """Remove a label."""
    _find_label(call)
    del call.application.archive.labels[call.taken("label")]
    return data("success")


def list_labelled(call: Call) -> Reply:
    """Who has a label."""
    return data(list(_find_label(call)))


def read_labelled(call: Call) -> Reply:
    """Whether one user has a label."""
    username = call.taken("username").lower()
    return data({"username": username} if username in _find_label(call) else {})


def add_labelled(call: Call) -> Reply:
    """Give users a label."""
    users = _find_label(call)
    names = [name.lower() for name in call.texts("usernames")]
    users.extend(name for name in dict.fromkeys(names) if name not in users)
    return data({"success": names, "fail": {}})


def remove_labelled(call: Call) -> Reply:
    """Take a label from users."""
    users = _find_label(call)
    names = [name.lower() for name in call.texts("usernames")]
    users[:] = [name for name in users if name not in names]
    return data({"success": names, "fail": {}})


def _find_label(call: Call) -> list[str]:
    users = call.application.archive.labels.get(call.taken("label"))
    if users is None:
        raise Refusal(failed.LabelNotFound(call.taken("label")))
    return users


_LABEL = "/push/label/{label}"

ROUTES = tuple(
    Route(method, f"/{{org}}/{{app}}{path}", handler, guard=PUSHING)
    for method, path, handler in (
        ("GET", "/push/label", list_labels),
        ("POST", "/push/label", create_label),
        ("GET", _LABEL, read_label),
        ("DELETE", _LABEL, delete_label),
        ("GET", f"{_LABEL}/user", list_labelled),
        ("POST", f"{_LABEL}/user", add_labelled),
        ("DELETE", f"{_LABEL}/user", remove_labelled),
        ("GET", f"{_LABEL}/user/{{username}}", read_labelled),
    )
)
