"""Failures of the settings of push, its labels and templates."""

from dataclasses import dataclass

from sandbox.failures import Failure


@dataclass(frozen=True, slots=True)
class PushUnopened(Failure):
    pass


@dataclass(frozen=True, slots=True)
class PushPathUnknown(Failure):
    """No operation of the push service has this path."""


@dataclass(frozen=True, slots=True)
class PushFailed(Failure):
    """The push service itself fails."""


@dataclass(frozen=True, slots=True)
class PushStatisticsUnopened(Failure):
    pass


@dataclass(frozen=True, slots=True)
class PushRateReached(Failure):
    pass


@dataclass(frozen=True, slots=True)
class LabelNotFound(Failure):
    label: str


@dataclass(frozen=True, slots=True)
class TemplateNotFound(Failure):
    template: str


@dataclass(frozen=True, slots=True)
class PushUserNotFound(Failure):
    pass


@dataclass(frozen=True, slots=True)
class PushParameterIllegal(Failure):
    property: str


@dataclass(frozen=True, slots=True)
class PushMessageIllegal(Failure):
    pass


@dataclass(frozen=True, slots=True)
class NicknamesMissing(Failure):
    pass


@dataclass(frozen=True, slots=True)
class NicknamesTooMany(Failure):
    pass


@dataclass(frozen=True, slots=True)
class NicknameOfBatchTooLong(Failure):
    username: str
