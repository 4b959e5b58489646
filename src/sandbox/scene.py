"""What a fresh sandbox holds: one organization of each generation."""

from collections.abc import Callable

from sandbox.chance import Chance
from sandbox.clock import Clock
from sandbox.generations import REST1, REST2, Generation
from sandbox.state import Application, Credentials, Organization, World

_CREDENTIALS = Credentials("sandbox-id", "sandbox-secret")


class Scene:
    """A world that can be begun anew, from the same clock and seed."""

    def __init__(self, clock: Callable[[], float] | None, seed: int | None) -> None:
        self._clock = clock
        self._seed = seed
        self._furnish(Chance(seed))

    def reset(self) -> None:
        """Forget everything but the two demonstration organizations."""
        self._furnish(Chance(self._seed, again=True))

    def add_organization(self, name: str, generation: Generation) -> None:
        """Add an organization with an app of open and one of closed registration, or replace it."""
        organization = Organization(name, generation)
        self.world.organizations[name] = organization
        for app in ("open", "closed"):
            organization.applications[app] = Application(
                uuid=self.world.chance.uuid(),
                name=app,
                product_name=app,
                credentials=_CREDENTIALS,
                created=self.world.clock.milliseconds(),
                open_registration=app == "open",
            )

    def _furnish(self, chance: Chance) -> None:
        self.world = World(Clock(self._clock), chance)
        self.add_organization("easemob-demo", REST2)
        self.add_organization("usergrid-demo", REST1)
