"""Failures of the search of messages."""

from dataclasses import dataclass

from sandbox.failures import Failure


@dataclass(frozen=True, slots=True)
class SearchIllegal(Failure):
    pass


@dataclass(frozen=True, slots=True)
class SearchTooComplex(Failure):
    pass


@dataclass(frozen=True, slots=True)
class SearchTokenIllegal(Failure):
    pass


@dataclass(frozen=True, slots=True)
class SearchUnopened(Failure):
    pass


@dataclass(frozen=True, slots=True)
class SearchApplicationUnknown(Failure):
    pass


@dataclass(frozen=True, slots=True)
class SearchRateReached(Failure):
    pass


@dataclass(frozen=True, slots=True)
class SearchFailed(Failure):
    pass


@dataclass(frozen=True, slots=True)
class SearchUnreachable(Failure):
    """A service that it depends on is out of reach."""
