"""Things that stand together under a heading."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from errorbook.pages.press import Heading
from errorbook.views.records import ErrorView, OperationView

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Shelf(Generic[Item]):
    heading: Heading
    members: tuple[Item, ...]


def shelve(items: Iterable[Item], heading: Callable[[Item], Heading]) -> tuple[Shelf[Item], ...]:
    """Items with the same heading stand together, the headings in the order in which they first occur."""
    shelves: dict[Heading, list[Item]] = {}
    for item in items:
        shelves.setdefault(heading(item), []).append(item)
    return tuple(Shelf(title, tuple(members)) for title, members in shelves.items())


def headings_of(shelves: Iterable[Shelf[Item]]) -> tuple[Heading, ...]:
    return tuple(shelf.heading for shelf in shelves)


def module_heading(item: ErrorView | OperationView) -> Heading:
    """`module--users` for the module at `modules/users/`."""
    module_id = item.module.address.rstrip("/").rpartition("/")[2]
    return Heading(f"module--{module_id}", item.module.text)
