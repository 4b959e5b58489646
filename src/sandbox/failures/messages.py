"""Failures of the operations on messages."""

from dataclasses import dataclass

from sandbox.failures import Failure


@dataclass(frozen=True, slots=True)
class TargetTypeMissing(Failure):
    pass


@dataclass(frozen=True, slots=True)
class RecallUnopened(Failure):
    pass
