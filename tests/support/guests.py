"""A guest of a service, for tests: nothing is waited for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from errorbook.examples.parse import Login
from errorbook.examples.polite import Pace
from errorbook.examples.service import Service

KEY = "secret"


@dataclass
class Hours:
    """A clock that nobody waits for."""

    now: float = 0.0
    waits: list[float] = field(default_factory=list)

    def tell(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.now += seconds

    def pace(self, rate: float = 1e6) -> Pace:
        """A pace by this clock."""
        return Pace(rate, self.tell, self.sleep)


def make_guest(base: str, login: Login, kind: type[Service] = Service, **more: Any) -> Service:
    """A guest in branch/east, which stands for library/main."""
    place = {"org": "branch", "app": "east", "home": "library/main", "run_id": "7x", "pace": Hours().pace()}
    return kind(**{"base": base, "login": login, "client_id": "id", "client_secret": KEY, **place, **more})
