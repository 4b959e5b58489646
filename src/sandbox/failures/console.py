"""Failures of the console operations."""

from dataclasses import dataclass

from sandbox.failures import Failure


@dataclass(frozen=True, slots=True)
class ApplicationTaken(Failure):
    app: str


@dataclass(frozen=True, slots=True)
class ConsoleApplicationNotFound(Failure):
    org: str
    app: str
