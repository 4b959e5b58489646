"""Failures of the favorites of users."""

from dataclasses import dataclass

from sandbox.failures import Failure


@dataclass(frozen=True, slots=True)
class FavoriteUserIllegal(Failure):
    username: str


@dataclass(frozen=True, slots=True)
class FavoriteNotFound(Failure):
    pass


@dataclass(frozen=True, slots=True)
class FavoritePageTooLarge(Failure):
    most: int


@dataclass(frozen=True, slots=True)
class FavoriteDirectionIllegal(Failure):
    pass
