"""Files that accompany messages, and those which a group shares."""

from sandbox.call import Call
from sandbox.failures import Failure, Refusal
from sandbox.failures.files import (
    FileExpired,
    FileGroupNotFound,
    FileMissing,
    FileNotFound,
    FileTooLarge,
    GroupFileMissing,
    LifetimeFilesTooMany,
    LifetimeIllegal,
    LifetimeUnopened,
)
from sandbox.operations.grouping import find_group
from sandbox.operations.guards import demand_application, demand_service
from sandbox.operations.kinds import GROUPS
from sandbox.operations.multipart import read_file
from sandbox.operations.paging import numbered_page
from sandbox.plan import DAY
from sandbox.records import StoredFile
from sandbox.replies import Json, Reply, data, entities
from sandbox.routes import Route
from sandbox.state import Group

_LARGEST_FILE = 10 * 1024 * 1024
_KEPT_FOR = 7 * DAY
_MOST_FILES = 100
_PAGE = 1000
_LIFETIMES = frozenset({"forever", "default", "refresh"})


def upload(call: Call) -> Reply:
    """Take a file of a message in."""
    call.permit()
    stored = _store(call, FileMissing())
    return entities([{"uuid": stored.uuid, "type": "chatfile", "share-secret": stored.uuid[:8]}])


def download(call: Call) -> Reply:
    """A file of a message, or its thumbnail, which is the same here."""
    call.permit()
    return _deliver(call, call.application.archive.files.get(call.taken("file")))


def set_lifetime(call: Call) -> Reply:
    """How long files are kept."""
    lifetime, names = call.text("lifetime"), call.texts("chatfile_ids")
    if lifetime not in _LIFETIMES:
        raise Refusal(LifetimeIllegal())
    if len(names) > _MOST_FILES:
        raise Refusal(LifetimeFilesTooMany())
    files = call.application.archive.files
    for stored in (files[name] for name in names if name in files):
        stored.expires = 0 if lifetime == "forever" else call.now + _KEPT_FOR
    return data({"success": True})


def list_shared(call: Call) -> Reply:
    """The files of a group, a page of them."""
    shown = numbered_page(call, _shared(call, _find_group(call)), _PAGE)
    return data([_describe(stored) for stored in shown], count=len(shown))


def share(call: Call) -> Reply:
    """Take a file of a group in."""
    group = _find_group(call)
    stored = _store(call, GroupFileMissing(), group.id)
    return data({**_describe(stored), "group_id": group.id})


def download_shared(call: Call) -> Reply:
    """A file of a group."""
    return _deliver(call, _find_shared(call))


def remove_shared(call: Call) -> Reply:
    """Delete a file of a group."""
    stored = _find_shared(call)
    if stored is None:
        raise Refusal(FileNotFound())
    del call.application.archive.files[stored.uuid]
    return data({"file_id": stored.uuid, "result": True, "group_id": stored.group})


def _store(call: Call, absent: Failure, group: str = "") -> StoredFile:
    part = read_file(call.request)
    if part is None:
        raise Refusal(absent)
    if len(part.content) > _LARGEST_FILE:
        raise Refusal(FileTooLarge())
    uuid = str(call.world.chance.uuid())
    stored = StoredFile(uuid, part.name, part.content, part.media_type, call.now, call.now + _KEPT_FOR, group)
    call.application.archive.files[uuid] = stored
    return stored


def _deliver(call: Call, stored: StoredFile | None) -> Reply:
    if stored is None:
        raise Refusal(FileNotFound())
    if stored.expires and call.now >= stored.expires:
        raise Refusal(FileExpired(stored.uuid))
    return Reply({}, content=stored.content)


def _find_group(call: Call) -> Group:
    return find_group(GROUPS, call, call.taken("group"), FileGroupNotFound)


def _shared(call: Call, group: Group) -> list[StoredFile]:
    return [stored for stored in call.application.archive.files.values() if stored.group == group.id]


def _find_shared(call: Call) -> StoredFile | None:
    shared = {stored.uuid: stored for stored in _shared(call, _find_group(call))}
    return shared.get(call.taken("file"))


def _describe(stored: StoredFile) -> dict[str, Json]:
    return {
        "file_id": stored.uuid,
        "file_name": stored.name,
        "file_size": len(stored.content),
        "created": stored.created,
    }


_FILES = "/{org}/{app}/chatfiles"
_SHARED = "/{org}/{app}/chatgroups/{group}/share_files"
_LIFETIME = "/{org}/{app}/users/{username}/chatfiles/lifetime"
_LIFETIME_GUARD = demand_service("file_lifetime", lambda _call: LifetimeUnopened())

ROUTES = (
    Route("POST", _FILES, upload, form=True),
    Route("GET", f"{_FILES}/{{file}}", download),
)
TODAYS_ROUTES = (
    Route("POST", _LIFETIME, set_lifetime, guard=_LIFETIME_GUARD),
    Route("GET", _SHARED, list_shared, guard=demand_application),
    Route("POST", _SHARED, share, guard=demand_application, form=True),
    Route("GET", f"{_SHARED}/{{file}}", download_shared, guard=demand_application),
    Route("DELETE", f"{_SHARED}/{{file}}", remove_shared, guard=demand_application),
)
