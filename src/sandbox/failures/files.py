"""Failures of the operations on files."""

from dataclasses import dataclass

from sandbox.failures import Failure


@dataclass(frozen=True, slots=True)
class FileMissing(Failure):
    pass


@dataclass(frozen=True, slots=True)
class GroupFileMissing(Failure):
    """The same, in the service that keeps the files of groups."""


@dataclass(frozen=True, slots=True)
class FileTooLarge(Failure):
    pass


@dataclass(frozen=True, slots=True)
class FileNotFound(Failure):
    pass


@dataclass(frozen=True, slots=True)
class FileExpired(Failure):
    file: str


@dataclass(frozen=True, slots=True)
class FileGroupNotFound(Failure):
    group_id: str


@dataclass(frozen=True, slots=True)
class LifetimeUnopened(Failure):
    pass


@dataclass(frozen=True, slots=True)
class LifetimeIllegal(Failure):
    pass


@dataclass(frozen=True, slots=True)
class LifetimeFilesTooMany(Failure):
    pass
