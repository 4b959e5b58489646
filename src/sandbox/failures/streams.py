"""Failures of messages that are sent in chunks."""

from dataclasses import dataclass

from sandbox.failures import Failure


@dataclass(frozen=True, slots=True)
class StreamSenderEmpty(Failure):
    pass


@dataclass(frozen=True, slots=True)
class StreamTargetEmpty(Failure):
    pass


@dataclass(frozen=True, slots=True)
class StreamBodyEmpty(Failure):
    pass


@dataclass(frozen=True, slots=True)
class StreamSeqIllegal(Failure):
    pass


@dataclass(frozen=True, slots=True)
class StreamUnknown(Failure):
    pass


@dataclass(frozen=True, slots=True)
class StreamTooLong(Failure):
    pass


@dataclass(frozen=True, slots=True)
class StreamChunkLate(Failure):
    pass


@dataclass(frozen=True, slots=True)
class StreamTimeOut(Failure):
    pass


@dataclass(frozen=True, slots=True)
class StreamFinished(Failure):
    pass


@dataclass(frozen=True, slots=True)
class StreamSenderMismatch(Failure):
    pass


@dataclass(frozen=True, slots=True)
class StreamUserMismatch(Failure):
    pass


@dataclass(frozen=True, slots=True)
class StreamGroupMismatch(Failure):
    pass


@dataclass(frozen=True, slots=True)
class StreamSeqTooSmall(Failure):
    pass
