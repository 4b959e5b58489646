"""Failures of the reactions to messages."""

from dataclasses import dataclass

from sandbox.failures import Failure


@dataclass(frozen=True, slots=True)
class ReactionUnopened(Failure):
    pass


@dataclass(frozen=True, slots=True)
class ReactionNotAllowed(Failure):
    """The user is not in the conversation, or has not reacted so."""


@dataclass(frozen=True, slots=True)
class ReactionRepeated(Failure):
    pass


@dataclass(frozen=True, slots=True)
class ReactionsTooMany(Failure):
    pass


@dataclass(frozen=True, slots=True)
class ReactionPageTooLarge(Failure):
    pass


@dataclass(frozen=True, slots=True)
class ReactionMessagesTooMany(Failure):
    pass


@dataclass(frozen=True, slots=True)
class ReactionGroupMissing(Failure):
    pass
