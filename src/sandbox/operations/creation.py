"""Creating groups and chat rooms."""

from sandbox.call import Call
from sandbox.failures import Refusal
from sandbox.failures.group_limits import (
    AvatarTooLong,
    GroupIdTaken,
    GroupNameViolation,
    MembersExceedMaxUsers,
)
from sandbox.failures.groups import PublicFieldMissing
from sandbox.operations.grouping import find_group_user, require_text
from sandbox.operations.groups import read_name
from sandbox.operations.kinds import Kind
from sandbox.replies import Reply, data
from sandbox.request import parse_number
from sandbox.state import Group

_LONGEST_AVATAR = 1024


def create_group(kind: Kind, call: Call) -> Reply:
    """Create a group or a room. Which of several mistakes the service names first is on no record."""
    name = _check_name(kind, call)
    if kind.public_or_not and "public" not in call.fields:
        raise Refusal(PublicFieldMissing())
    if len(call.text("avatar")) > _LONGEST_AVATAR:
        raise Refusal(AvatarTooLong())
    owner = find_group_user(call, require_text(call, "owner")).username
    group = Group(
        id=_choose_id(kind, call),
        collection=kind.collection,
        name=name,
        owner=owner,
        created=call.now,
        description=call.text("description") or call.text("desc"),
        public=call.fields.get("public") is not False,
        max_users=parse_number(call.text("maxusers")) or kind.max_users,
        members=_read_members(call, owner),
    )
    _check_quotas(kind, call, group)
    call.application.groups[group.id] = group
    return data({kind.id_field: group.id})


def _check_name(kind: Kind, call: Call) -> str:
    name = read_name(kind, call)
    if not name:
        raise Refusal(kind.name_missing)
    if call.application.plan.violated_by(name):
        raise Refusal(GroupNameViolation(name))
    return name


def _choose_id(kind: Kind, call: Call) -> str:
    wanted = call.text(kind.wanted_id)
    if wanted in call.application.groups:
        raise Refusal(GroupIdTaken(wanted))
    return wanted or call.world.chance.group_id()


def _read_members(call: Call, owner: str) -> list[str]:
    members = [find_group_user(call, username).username for username in call.texts("members")]
    return [member for member in dict.fromkeys(members) if member != owner]


def _check_quotas(kind: Kind, call: Call, group: Group) -> None:
    application = call.application
    if group.size > group.max_users:
        raise Refusal(MembersExceedMaxUsers())
    kept = sum(other.collection == kind.collection for other in application.groups.values())
    if application.plan.exceeded(kind.quota, kept + 1):
        raise Refusal(kind.exhausted(call.appkey))
    for username in (group.owner, *group.members):
        joined = len(application.joined(username, kind.collection))
        if application.plan.exceeded(kind.joined_quota, joined + 1):
            raise Refusal(kind.creator_exhausted(username))
