"""Failures of the translation of texts."""

from dataclasses import dataclass

from sandbox.failures import Failure


@dataclass(frozen=True, slots=True)
class TranslationUnopened(Failure):
    pass


@dataclass(frozen=True, slots=True)
class TranslatedTextIllegal(Failure):
    pass


@dataclass(frozen=True, slots=True)
class TranslatedTextTooLong(Failure):
    pass


@dataclass(frozen=True, slots=True)
class TargetLanguageIllegal(Failure):
    pass


@dataclass(frozen=True, slots=True)
class TranslationRateReached(Failure):
    pass


@dataclass(frozen=True, slots=True)
class TranslationFailed(Failure):
    """The service behind it fails."""
