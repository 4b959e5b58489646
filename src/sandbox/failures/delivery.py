"""Failures of the operations that take messages back, broadcast or import them, and clear their history."""

from dataclasses import dataclass

from sandbox.failures import Failure


@dataclass(frozen=True, slots=True)
class RecallFieldEmpty(Failure):
    field: str


@dataclass(frozen=True, slots=True)
class RecalledUnknownTarget(Failure):
    pass


@dataclass(frozen=True, slots=True)
class RecallTooLate(Failure):
    pass


@dataclass(frozen=True, slots=True)
class RecalledNotFound(Failure):
    pass


@dataclass(frozen=True, slots=True)
class RecallFailed(Failure):
    """The service fails to take a message back."""


@dataclass(frozen=True, slots=True)
class BroadcastUnopened(Failure):
    pass


@dataclass(frozen=True, slots=True)
class BroadcastFieldEmpty(Failure):
    field: str


@dataclass(frozen=True, slots=True)
class BroadcastExtIllegal(Failure):
    pass


@dataclass(frozen=True, slots=True)
class BroadcastTargetMissing(Failure):
    pass


@dataclass(frozen=True, slots=True)
class BroadcastTargetIllegal(Failure):
    pass


@dataclass(frozen=True, slots=True)
class BroadcastExhausted(Failure):
    """A broadcast to all users, too often a day."""


@dataclass(frozen=True, slots=True)
class OnlineBroadcastExhausted(Failure):
    pass


@dataclass(frozen=True, slots=True)
class RoomBroadcastExhausted(Failure):
    pass


@dataclass(frozen=True, slots=True)
class ImportBodyEmpty(Failure):
    pass


@dataclass(frozen=True, slots=True)
class ImportTypeEmpty(Failure):
    pass


@dataclass(frozen=True, slots=True)
class ChannelFieldEmpty(Failure):
    field: str


@dataclass(frozen=True, slots=True)
class DeleteRoamMissing(Failure):
    pass


@dataclass(frozen=True, slots=True)
class RoamingUnopened(Failure):
    pass


@dataclass(frozen=True, slots=True)
class RoamingListTooLong(Failure):
    most: int


@dataclass(frozen=True, slots=True)
class RoamingParameterMissing(Failure):
    pass
