"""The part of Usergrid's query language that selects users by one property."""

import re
from collections.abc import Sequence

from sandbox.call import Call, as_text
from sandbox.failures import Refusal
from sandbox.failures.users import PropertyNotIndexed, QueryMalformed
from sandbox.operations.entities import render_user
from sandbox.state import User

_PREFIX = re.compile(r"\s*(?:select\s+\*(?:\s+where)?\s*|where\s+)?", re.IGNORECASE)
_CONDITION = re.compile(r"(\w+)\s*(=|contains)\s*'([^']*)'\s*", re.IGNORECASE)
_FULL_TEXT = frozenset({"nickname", "name"})  # what upstream indexes by words


def select_users(call: Call) -> Sequence[User]:
    """The users whom the request's query selects, all without one."""
    users = list(call.application.users.values())
    query = call.request.parameter("ql")
    start = _PREFIX.match(query)
    condition = query[start.end() :] if start else query
    if not condition:
        return users
    name, operator, value = _parse(condition, len(query) - len(condition))
    if operator == "=":
        return [user for user in users if _read(user, name) == value]
    if name not in _FULL_TEXT:
        raise Refusal(PropertyNotIndexed("user", name))
    return [user for user in users if value.lower() in _read(user, name).lower().split()]


def _parse(condition: str, column: int) -> tuple[str, str, str]:
    found = _CONDITION.fullmatch(condition)
    if found is None:
        raise Refusal(QueryMalformed(condition.split(maxsplit=1)[0], column))
    return found[1].lower(), found[2].lower(), found[3]


def _read(user: User, name: str) -> str:
    return as_text(render_user(user).get(name))
