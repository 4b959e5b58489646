"""Operations by method and path."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sandbox.call import Call
    from sandbox.replies import Reply

CONSOLE = "management"  # the first segment of the paths that belong to no organization

Handler = Callable[["Call"], "Reply"]
Guard = Callable[["Call"], None]


def admit_all(_call: "Call") -> None:
    """The guard of an operation which decides for itself, object by object."""


@dataclass(frozen=True, slots=True)
class Route:
    """An operation. In the path, `{name}` takes one segment.

    `guard` refuses before the body is read; `public` asks for no token; `collection` marks an address of
    Usergrid's generic collections, which have every method and refuse some; `form` takes a form as body too.
    """

    method: str
    path: str
    handler: Handler
    guard: Guard = admit_all
    public: bool = False
    collection: bool = False
    form: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """An operation, and the segments which its path took."""

    route: Route
    names: dict[str, str]


class Routes:
    """All operations of a generation."""

    def __init__(self, routes: Iterable[Route]) -> None:
        self.all = tuple(routes)
        self._patterns = tuple(tuple(route.path.strip("/").split("/")) for route in self.all)

    def at(self, segments: tuple[str, ...]) -> list[Match]:
        """The operations at an address, whatever their method; literal segments go before taken ones."""
        matches = []
        for route, pattern in zip(self.all, self._patterns, strict=True):
            if (pattern[0] == CONSOLE) != (segments[:1] == (CONSOLE,)):
                continue
            names = _take(pattern, segments)
            if names is not None:
                matches.append(Match(route, names))
        return sorted(matches, key=lambda match: len(match.names))


def _take(pattern: tuple[str, ...], segments: tuple[str, ...]) -> dict[str, str] | None:
    if len(pattern) != len(segments):
        return None
    names = {}
    for part, segment in zip(pattern, segments, strict=True):
        if part.startswith("{"):
            names[part[1:-1]] = segment
        elif part != segment:
            return None
    return names
