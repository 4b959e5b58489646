"""Operations by method and path."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sandbox.failures import Failure
from sandbox.failures.requests import OperationUnknown

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
    Usergrid's generic collections, which have every method and refuse some; `strict` marks one that answers
    405 instead; `form` takes a form as body too. Some services have words of their own for what every
    operation may refuse: `instead` names theirs by the kind of failure.
    """

    method: str
    path: str
    handler: Handler
    guard: Guard = admit_all
    public: bool = False
    collection: bool = False
    strict: bool = False
    form: bool = False
    instead: Mapping[type[Failure], Failure] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Match:
    """An operation, and the segments which its path took."""

    route: Route
    names: dict[str, str]


class Address:
    """A path, and the operations at it by method. In the path, `{name}` takes one segment."""

    def __init__(self, path: str) -> None:
        pattern = path.strip("/").split("/")
        self.routes: dict[str, Route] = {}
        self.key = _key(tuple(pattern))
        self._literal = [(place, part) for place, part in enumerate(pattern) if not part.startswith("{")]
        self.taken = [(place, part[1:-1]) for place, part in enumerate(pattern) if part.startswith("{")]

    def take(self, segments: tuple[str, ...]) -> dict[str, str] | None:
        """The segments that the path takes, nothing if it is another path of the same length."""
        for place, part in self._literal:
            if segments[place] != part:
                return None
        return {name: segments[place] for place, name in self.taken}


class Routes:
    """All operations of a generation, in a table by the length of the path and the word after org and app.

    `unknown` has what a service of its own says of a path that it does not have, by that word.
    """

    def __init__(self, routes: Iterable[Route], unknown: Mapping[str, Failure] | None = None) -> None:
        self.all = tuple(routes)
        self._unknown = unknown or {}
        addresses: dict[str, Address] = {}
        for route in self.all:
            address = addresses.setdefault(route.path, Address(route.path))
            address.routes[route.method] = route
        self._table: dict[tuple[int, str], list[Address]] = defaultdict(list)
        for address in sorted(addresses.values(), key=lambda address: len(address.taken)):
            self._table[address.key].append(address)

    def at(self, segments: tuple[str, ...]) -> list[tuple[Address, dict[str, str]]]:
        """The addresses that a path may mean; literal segments go before taken ones."""
        found = []
        for address in self._table.get(_key(segments), ()):
            names = address.take(segments)
            if names is not None:
                found.append((address, names))
        return found

    def unknown(self, segments: tuple[str, ...]) -> Failure:
        """Why there is nothing at a path."""
        return self._unknown.get("".join(segments[2:3]), OperationUnknown())


def _key(segments: tuple[str, ...]) -> tuple[int, str]:
    """An address of the console has its own table; below an app, the third segment is always literal."""
    if segments and segments[0] == CONSOLE:
        return len(segments), f"/{CONSOLE}"
    return len(segments), "".join(segments[2:3])
