"""The service's successful answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias, Union

Json: TypeAlias = Union[bool, int, float, str, Sequence["Json"], Mapping[str, "Json"], None]  # noqa: UP007
Answer: TypeAlias = tuple[int, Json | bytes]


@dataclass(frozen=True, slots=True)
class Reply:
    """What an operation answers. A `whole` body stands alone; else the service's envelope goes around it.

    With `content`, the answer is that and no object: a file, or a list.
    """

    fields: Mapping[str, Json]
    whole: bool = False
    content: bytes | Sequence[Json] | None = None


def data(value: Json, **fields: Json) -> Reply:
    """An answer of the newer kind, its result in `data`."""
    return Reply({"entities": [], "data": value, **fields})


def entities(values: Sequence[Json], **fields: Json) -> Reply:
    """An answer of Usergrid's kind, its result in `entities`."""
    return Reply({"entities": values, **fields})


def whole(**fields: Json) -> Reply:
    """An answer of a service with a form of its own."""
    return Reply(fields, whole=True)
