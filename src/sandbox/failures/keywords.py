"""Failures of the lists of keywords, which the moderation of texts looks for."""

from dataclasses import dataclass

from sandbox.failures import Failure


@dataclass(frozen=True, slots=True)
class KeywordsUnopened(Failure):
    pass


@dataclass(frozen=True, slots=True)
class KeywordsApplicationUnknown(Failure):
    pass


@dataclass(frozen=True, slots=True)
class ListFieldMissing(Failure):
    """A list is to be created without something that it needs."""


@dataclass(frozen=True, slots=True)
class ListFieldEmpty(Failure):
    """The same, where it is sent and empty."""


@dataclass(frozen=True, slots=True)
class ListIdEmpty(Failure):
    pass


@dataclass(frozen=True, slots=True)
class ListUnknown(Failure):
    """A list is to be changed, deleted or searched, and does not exist."""


@dataclass(frozen=True, slots=True)
class FilledListUnknown(Failure):
    """Keywords are to be put into a list, or several taken out, and it does not exist."""


@dataclass(frozen=True, slots=True)
class EmptiedListUnknown(Failure):
    """One keyword is to be taken out of a list that does not exist."""


@dataclass(frozen=True, slots=True)
class ListNameTaken(Failure):
    pass


@dataclass(frozen=True, slots=True)
class ChangedListNameTaken(Failure):
    pass


@dataclass(frozen=True, slots=True)
class ListsExhausted(Failure):
    pass


@dataclass(frozen=True, slots=True)
class KeywordsTooMany(Failure):
    """More at once, or in one list, than may be."""


@dataclass(frozen=True, slots=True)
class KeywordsExhausted(Failure):
    """More in all lists of the app than may be."""


@dataclass(frozen=True, slots=True)
class KeywordsMissing(Failure):
    pass


@dataclass(frozen=True, slots=True)
class KeywordTaken(Failure):
    pass


@dataclass(frozen=True, slots=True)
class KeywordUnknown(Failure):
    pass
