"""Whether users are online: none ever is, as no client connects to a stand-in."""

from sandbox.call import Call
from sandbox.operations.guards import demand_admin
from sandbox.replies import Reply, data
from sandbox.routes import Route

_USERS = "/{org}/{app}/users"


def read_status(call: Call) -> Reply:
    """The status of one user."""
    user = call.owner()
    return data({user.username: "offline"})


def read_statuses(call: Call) -> Reply:
    """The status of several users, unknown ones too."""
    return data([{username: "offline"} for username in call.texts("usernames")])


def disconnect(call: Call) -> Reply:
    """End the connections of a user."""
    call.owner()
    return data({"result": True})


ROUTES = (
    Route("GET", f"{_USERS}/{{username}}/status", read_status),
    Route("POST", f"{_USERS}/batch/status", read_statuses, guard=demand_admin),
    Route("GET", f"{_USERS}/{{username}}/disconnect", disconnect),
)
