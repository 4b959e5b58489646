"""Failures of the operations on messages."""

from dataclasses import dataclass

from sandbox.failures import Failure


@dataclass(frozen=True, slots=True)
class TargetTypeMissing(Failure):
    pass


@dataclass(frozen=True, slots=True)
class RecallUnopened(Failure):
    pass


@dataclass(frozen=True, slots=True)
class TargetTypeUnknown(Failure):
    pass


@dataclass(frozen=True, slots=True)
class SendFieldEmpty(Failure):
    field: str


@dataclass(frozen=True, slots=True)
class SendExtIllegal(Failure):
    pass


@dataclass(frozen=True, slots=True)
class RecipientsTooMany(Failure):
    most: int


@dataclass(frozen=True, slots=True)
class MessageTooLarge(Failure):
    pass


@dataclass(frozen=True, slots=True)
class SendRateReached(Failure):
    uri: str


@dataclass(frozen=True, slots=True)
class HistoryTimeIllegal(Failure):
    appkey: str
    time: str


@dataclass(frozen=True, slots=True)
class HistoryExpired(Failure):
    appkey: str
    time: str


@dataclass(frozen=True, slots=True)
class HistoryMissing(Failure):
    appkey: str
    time: str
