"""Failures of the robots that an app has."""

from dataclasses import dataclass

from sandbox.failures import Failure


@dataclass(frozen=True, slots=True)
class RobotPageIllegal(Failure):
    pass


@dataclass(frozen=True, slots=True)
class RobotsFailed(Failure):
    pass
