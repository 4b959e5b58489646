"""What the service keeps: organizations, their applications, users, groups, and the tokens it issued."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import UUID

from sandbox.chance import Chance
from sandbox.clock import Clock
from sandbox.plan import Plan
from sandbox.records import Archive
from sandbox.tokens import Seal, render_token

if TYPE_CHECKING:
    from sandbox.generations import Generation


@dataclass(slots=True)
class User:
    """A registered user of an application; the times are milliseconds since 1970.

    Contacts have a remark each; a presence is a status and a text by device; a subscription has its end,
    a mute its seconds by kind of chat, and settings of push what they are about.
    """

    uuid: UUID
    username: str
    password: str | None
    created: int
    modified: int
    activated: bool = True
    properties: dict[str, str] = field(default_factory=dict)
    contacts: dict[str, str] = field(default_factory=dict)
    blocks: list[str] = field(default_factory=list)
    presence: dict[str, tuple[int, str]] = field(default_factory=dict)
    subscriptions: dict[str, int] = field(default_factory=dict)
    mutes: dict[str, int] = field(default_factory=dict)
    push: dict[str, dict[str, str]] = field(default_factory=dict)


@dataclass(slots=True)
class Group:
    """A group or a chat room, as its collection says. The owner is not among the members; mutes end at a time
    in milliseconds, or never at -1. An attribute of a room has a value and the user who set it.
    """

    id: str
    collection: str
    name: str
    owner: str
    created: int
    description: str = ""
    public: bool = True
    max_users: int = 200
    members: list[str] = field(default_factory=list)
    admins: list[str] = field(default_factory=list)
    mutes: dict[str, int] = field(default_factory=dict)
    blocks: list[str] = field(default_factory=list)
    allowed: list[str] = field(default_factory=list)
    announcement: str = ""
    silent: bool = False
    disabled: bool = False
    tags: dict[str, list[str]] = field(default_factory=dict)
    attributes: dict[str, tuple[str, str]] = field(default_factory=dict)
    member_attributes: dict[str, dict[str, str]] = field(default_factory=dict)

    def has(self, username: str) -> bool:
        """Whether a user is in it, as owner or as member."""
        return username == self.owner or username in self.members

    def led_by(self, username: str) -> bool:
        """Whether a user may change it."""
        return username == self.owner or username in self.admins

    @property
    def size(self) -> int:
        """How many are in it."""
        return 1 + len(self.members)

    def drop(self, username: str) -> None:
        """Take a member out, with all that the membership brought."""
        if username in self.members:
            self.members.remove(username)
        if username in self.admins:
            self.admins.remove(username)
        if username in self.allowed:
            self.allowed.remove(username)
        self.mutes.pop(username, None)
        self.tags.pop(username, None)
        self.member_attributes.pop(username, None)


@dataclass(frozen=True, slots=True)
class Credentials:
    """What an app shows to get a token."""

    client_id: str
    client_secret: str


@dataclass(slots=True)
class Application:
    """An app of an organization. `users` and `groups` keep the order of creation."""

    uuid: UUID
    name: str
    credentials: Credentials
    product_name: str
    created: int
    open_registration: bool
    users: dict[str, User] = field(default_factory=dict)
    groups: dict[str, Group] = field(default_factory=dict)
    super_admins: list[str] = field(default_factory=list)
    attributes: dict[str, dict[str, str]] = field(default_factory=dict)
    archive: Archive = field(default_factory=Archive)
    plan: Plan = field(default_factory=Plan)

    def joined(self, username: str, collection: str) -> list[Group]:
        """The groups or rooms that a user is in."""
        groups = self.groups.values()
        return [group for group in groups if group.collection == collection and group.has(username)]

    def remove_user(self, username: str) -> None:
        """Forget a user, who leaves contacts, blocks and groups; the groups of an owner go as well."""
        del self.users[username]
        for other in self.users.values():
            other.contacts.pop(username, None)
            if username in other.blocks:
                other.blocks.remove(username)
        for group in list(self.groups.values()):
            if group.owner == username:
                del self.groups[group.id]
            group.drop(username)
            if username in group.blocks:
                group.blocks.remove(username)
        self.attributes.pop(username, None)
        if username in self.super_admins:
            self.super_admins.remove(username)


@dataclass(slots=True)
class Organization:
    """A customer of the service; the generation decides how its apps answer."""

    name: str
    generation: "Generation"
    applications: dict[str, Application] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Guest:
    """Someone without a token."""


@dataclass(frozen=True, slots=True, eq=False)
class ApplicationPrincipal:
    """An app, which may do everything below its own address."""

    application: Application


@dataclass(frozen=True, slots=True, eq=False)
class UserPrincipal:
    """A user of an app; the name alone would let a token outlive its user."""

    application: Application
    username: str
    uuid: UUID


@dataclass(frozen=True, slots=True)
class ConsolePrincipal:
    """The user of the console, who administers every organization here."""

    username: str


Principal = Guest | ApplicationPrincipal | UserPrincipal | ConsolePrincipal


@dataclass(slots=True)
class World:
    """All state of one sandbox."""

    clock: Clock
    chance: Chance
    organizations: dict[str, Organization] = field(default_factory=dict)
    issued: dict[str, Principal] = field(default_factory=dict)

    def issue_token(self, principal: Principal, life: int) -> str:
        """A new token; `life` in seconds, 0 for ever."""
        expires = self.clock.milliseconds() + life * 1000 if life else 0
        token = render_token(Seal(self.chance.token_id(), expires))
        self.issued[token] = principal
        return token

    def find_user(self, principal: UserPrincipal) -> User | None:
        """The user behind a token, if not deleted since."""
        user = principal.application.users.get(principal.username)
        return user if user is not None and user.uuid == principal.uuid else None
