"""Registering users."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sandbox.call import Call, as_text
from sandbox.failures import Refusal
from sandbox.failures.users import (
    BatchTooLarge,
    NicknameTooLong,
    PasswordMissing,
    PasswordsDiffer,
    PropertyMissing,
    PropertyTaken,
    RegistrationClosed,
    UsernameIllegal,
    UsernameTaken,
    UsernameTooLong,
    UsersExhausted,
)
from sandbox.operations.entities import render_user
from sandbox.replies import Json, Reply, entities
from sandbox.state import Application, User

_LEGAL_NAME = re.compile(r"[a-z0-9_.-]+")
_LONGEST_NAME = 64
_LONGEST_NICKNAME = 100
_LARGEST_BATCH = 60
_FIXED = frozenset({"uuid", "type", "created", "modified", "username", "activated", "password", "pin"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A user to be; without a password, only the app can get a token for it."""

    username: str
    password: str | None
    properties: Mapping[str, str]


def register(call: Call) -> Reply:
    """Register one user or several, one after the other; the first that fails ends it."""
    created = [add_user(call, _check_candidate(item)) for item in _read_items(call)]
    return entities([render_user(user) for user in created])


def register_today(call: Call) -> Reply:
    """Register one user or several; of several, the answer says which existed already."""
    items = _read_items(call)
    if len(items) > _LARGEST_BATCH:
        raise Refusal(BatchTooLarge(len(items), _LARGEST_BATCH))
    candidates = [_check_candidate(item) for item in items]
    _check_repetitions(candidates)
    if candidates and all(call.find_user(candidate.username) for candidate in candidates):
        raise Refusal(_taken(call.application, candidates[0]))
    created: list[Json] = []
    failed: list[Json] = []
    for candidate in candidates:
        if call.find_user(candidate.username):
            reason = f"the {candidate.username} already exists"
            failed.append({"username": candidate.username, "registerUserFailReason": reason})
        else:
            created.append(render_user(add_user(call, candidate)))
    return entities(created, data=failed) if failed else entities(created)


def add_user(call: Call, candidate: Candidate) -> User:
    """Create a user whose name nobody has yet."""
    application = call.application
    if candidate.username in application.users:
        raise Refusal(_taken(application, candidate))
    if application.plan.exceeded("users", len(application.users) + 1):
        raise Refusal(UsersExhausted())
    now = call.world.clock.milliseconds()
    user = User(call.world.chance.uuid(), candidate.username, candidate.password, now, now)
    set_properties(application, user, candidate.properties)
    application.users[user.username] = user
    return user


def set_properties(application: Application, user: User, properties: Mapping[str, str]) -> None:
    """Set what an app keeps with a user. Upstream holds e-mail addresses unique, as it does names."""
    email = properties.get("email")
    if email and any(
        other is not user and other.properties.get("email") == email for other in application.users.values()
    ):
        raise Refusal(PropertyTaken("user", "email", email))
    user.properties.update(properties)


def read_properties(fields: Mapping[str, Json]) -> dict[str, str]:
    """The fields of a body which are the app's to set."""
    return {name: as_text(value) for name, value in fields.items() if name not in _FIXED}


def is_legal(username: str) -> bool:
    """Whether a user may have this name."""
    lowered = username.lower()
    return _LEGAL_NAME.fullmatch(lowered) is not None and len(lowered) <= _LONGEST_NAME


def check_username(username: str) -> str:
    """A legal name, in lower case as it is stored."""
    lowered = username.lower()
    if len(lowered.encode("utf-8", "replace")) > _LONGEST_NAME:
        raise Refusal(UsernameTooLong(username))
    if not _LEGAL_NAME.fullmatch(lowered):
        raise Refusal(UsernameIllegal(username))
    return lowered


def check_nickname(fields: Mapping[str, Json]) -> None:
    """The name that notifications show."""
    if len(as_text(fields.get("nickname"))) > _LONGEST_NICKNAME:
        raise Refusal(NicknameTooLong())


def _read_items(call: Call) -> Sequence[Mapping[str, Json]]:
    """The users of the body, if the one who asks may register any."""
    if not call.application.open_registration and not call.trusted:
        raise Refusal(RegistrationClosed())
    if isinstance(call.body, list):
        return [item if isinstance(item, Mapping) else {} for item in call.body]
    return [call.fields]


def _check_candidate(fields: Mapping[str, Json]) -> Candidate:
    """Whether name or password goes first is on no record; the entity's required property does here."""
    if fields.get("username") is None:
        raise Refusal(PropertyMissing("user", "username"))
    username = check_username(as_text(fields["username"]))
    password = as_text(fields.get("password")) or as_text(fields.get("pin"))
    if not password:
        raise Refusal(PasswordMissing())
    check_nickname(fields)
    return Candidate(username, password, read_properties(fields))


def _check_repetitions(candidates: Sequence[Candidate]) -> None:
    """A name may stand in a batch twice, but with one password."""
    if len(candidates) == 1:
        return
    passwords: dict[str, list[str]] = {}
    for candidate in candidates:
        passwords.setdefault(candidate.username, []).append(candidate.password or "")
    for username, given in passwords.items():
        if len(set(given)) > 1:
            raise Refusal(PasswordsDiffer(username, ",".join(given)))


def _taken(application: Application, candidate: Candidate) -> UsernameTaken:
    return UsernameTaken(str(application.uuid), candidate.username)
