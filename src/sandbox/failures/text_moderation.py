"""Failures of the moderation of a text on request."""

from dataclasses import dataclass

from sandbox.failures import Failure


@dataclass(frozen=True, slots=True)
class TextEmpty(Failure):
    pass


@dataclass(frozen=True, slots=True)
class TextOrganizationUnknown(Failure):
    pass


@dataclass(frozen=True, slots=True)
class TextApplicationUnknown(Failure):
    pass


@dataclass(frozen=True, slots=True)
class TextModerationUnopened(Failure):
    pass


@dataclass(frozen=True, slots=True)
class TextRuleMissing(Failure):
    pass


@dataclass(frozen=True, slots=True)
class TextRuleOff(Failure):
    pass
