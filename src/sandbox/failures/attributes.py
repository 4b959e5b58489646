"""Failures of the attributes of users, of the members of groups, and of rooms."""

from dataclasses import dataclass

from sandbox.failures import Failure


@dataclass(frozen=True, slots=True)
class AttributesUnopened(Failure):
    appkey: str


@dataclass(frozen=True, slots=True)
class AttributesForbidden(Failure):
    """A user asks for the attributes of another."""


@dataclass(frozen=True, slots=True)
class CapacityForbidden(Failure):
    pass


@dataclass(frozen=True, slots=True)
class AttributesMediaType(Failure):
    content_type: str


@dataclass(frozen=True, slots=True)
class AttributesTooLarge(Failure):
    limit: int


@dataclass(frozen=True, slots=True)
class AttributeTooLong(Failure):
    limit: int


@dataclass(frozen=True, slots=True)
class AttributesExhausted(Failure):
    limit: int


@dataclass(frozen=True, slots=True)
class AttributesBusy(Failure):
    """Another request changes the same attributes."""

    operation: str


@dataclass(frozen=True, slots=True)
class AttributesUnchanged(Failure):
    """The service fails to change them."""


@dataclass(frozen=True, slots=True)
class AttributesUnreadable(Failure):
    """The service fails to read them."""


@dataclass(frozen=True, slots=True)
class MemberAttributesBusy(Failure):
    """Another request changes those of the same member."""


@dataclass(frozen=True, slots=True)
class AttributeBatchTooLarge(Failure):
    most: int


@dataclass(frozen=True, slots=True)
class MemberAttributesUnopened(Failure):
    pass


@dataclass(frozen=True, slots=True)
class MemberAttributeKeyTooLong(Failure):
    pass


@dataclass(frozen=True, slots=True)
class MemberAttributeValueTooLong(Failure):
    pass


@dataclass(frozen=True, slots=True)
class MemberAttributeStrangers(Failure):
    usernames: str


@dataclass(frozen=True, slots=True)
class MemberAttributeBatchTooLarge(Failure):
    pass


@dataclass(frozen=True, slots=True)
class MemberAttributeQueryTooLarge(Failure):
    pass


@dataclass(frozen=True, slots=True)
class MemberAttributeGroupNotFound(Failure):
    pass


@dataclass(frozen=True, slots=True)
class MemberAttributeStranger(Failure):
    pass


@dataclass(frozen=True, slots=True)
class RoomAttributesTooMany(Failure):
    most: int


@dataclass(frozen=True, slots=True)
class RoomAttributeStranger(Failure):
    pass


@dataclass(frozen=True, slots=True)
class RoomAttributesForeign(Failure):
    pass
