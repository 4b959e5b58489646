"""What users leave behind: messages, files, threads, reactions, favorites."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sandbox.replies import Json


@dataclass(slots=True)
class Message:
    """A message to one user, group, room or thread; `chat` is `chat`, `groupchat` or `chatroom`."""

    id: str
    chat: str
    sender: str
    target: str
    type: str
    body: Mapping[str, Json]
    sent: int
    edits: int = 0
    recalled: bool = False


@dataclass(slots=True)
class StoredFile:
    """An uploaded file; it expires at a time in milliseconds, never at 0. `group` keeps it, if any."""

    uuid: str
    name: str
    content: bytes
    media_type: str
    created: int
    expires: int
    group: str = ""


@dataclass(slots=True)
class Thread:
    """A thread on a message of a group."""

    id: str
    group: str
    message: str
    name: str
    owner: str
    created: int
    members: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Stream:
    """A message that is sent in chunks, as far as it has come."""

    sender: str
    target: str
    started: int
    last: int
    seq: int
    length: int
    finished: bool = False


@dataclass(slots=True)
class Favorite:
    """A message that a user keeps."""

    id: str
    owner: str
    ext: str
    created: int
    fields: Mapping[str, Json]


@dataclass(slots=True)
class Keyword:
    """A word that the moderation of texts looks for, and the user who put it into its list."""

    id: str
    word: str
    user: str
    created: int
    changed: int


@dataclass(slots=True)
class KeywordList:
    """A list of keywords, by their ids; the disposition is what becomes of a text that has one."""

    id: str
    created: int
    changed: int
    name: str
    scope: str
    disposition: str
    tag: str
    full_match: bool
    words: dict[str, Keyword] = field(default_factory=dict)


@dataclass(slots=True)
class Archive:
    """All records of an app, by their ids; a reaction is kept by message and emoji, and names its users."""

    messages: dict[str, Message] = field(default_factory=dict)
    files: dict[str, StoredFile] = field(default_factory=dict)
    threads: dict[str, Thread] = field(default_factory=dict)
    streams: dict[str, Stream] = field(default_factory=dict)
    favorites: dict[str, Favorite] = field(default_factory=dict)
    reactions: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    labels: dict[str, list[str]] = field(default_factory=dict)
    keyword_lists: dict[str, KeywordList] = field(default_factory=dict)
    templates: dict[str, Mapping[str, Json]] = field(default_factory=dict)
