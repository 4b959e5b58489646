"""Operations by method and path."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sandbox.failures import Failure
from sandbox.failures.requests import RateReached

if TYPE_CHECKING:
    from sandbox.call import Call
    from sandbox.replies import Reply

CONSOLE = "management"  # the first segment of the paths that belong to no organization

_CROWDED = RateReached()

Handler = Callable[["Call"], "Reply"]
Guard = Callable[["Call"], None]


def admit_all(_call: "Call") -> None:
    """The guard of an operation which decides for itself, object by object."""


@dataclass(frozen=True, slots=True)
class Route:
    """An operation. In the path, `{name}` takes one segment.

    `guard` refuses before the body is read; `public` asks for no token; `collection` marks an address of
    Usergrid's generic collections, which have every method and refuse some; `strict` marks one that answers
    405 instead; `form` takes a form as body too; `crowded` is what a caller hears who calls too often.
    """

    method: str
    path: str
    handler: Handler
    guard: Guard = admit_all
    public: bool = False
    collection: bool = False
    strict: bool = False
    form: bool = False
    crowded: Failure = _CROWDED


@dataclass(frozen=True, slots=True)
class Match:
    """An operation, and the segments which its path took."""

    route: Route
    names: dict[str, str]


class Routes:
    """All operations of a generation, in a table by the length of the path and the word after org and app."""

    def __init__(self, routes: Iterable[Route]) -> None:
        self.all = tuple(routes)
        self._table: dict[tuple[int, str], list[tuple[tuple[str, ...], Route]]] = defaultdict(list)
        for route in self.all:
            pattern = tuple(route.path.strip("/").split("/"))
            self._table[_key(pattern)].append((pattern, route))

    def at(self, segments: tuple[str, ...]) -> list[Match]:
        """The operations at an address, whatever their method; literal segments go before taken ones."""
        matches = []
        for pattern, route in self._table.get(_key(segments), ()):
            names = _take(pattern, segments)
            if names is not None:
                matches.append(Match(route, names))
        return sorted(matches, key=lambda match: len(match.names))


def _key(segments: tuple[str, ...]) -> tuple[int, str]:
    """An address of the console has its own table; below an app, the third segment is always literal."""
    if segments[:1] == (CONSOLE,):
        return len(segments), f"/{CONSOLE}"
    return len(segments), "".join(segments[2:3])


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
