"""The service's successful answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias, Union

Json: TypeAlias = Union[bool, int, float, str, Sequence["Json"], Mapping[str, "Json"], None]  # noqa: UP007
Answer: TypeAlias = tuple[int, Mapping[str, Json] | bytes]


@dataclass(frozen=True, slots=True)
class Reply:
    """What an operation answers. A `whole` body stands alone; else the service's envelope goes around it.

    With `content`, the answer is that and no JSON.
    """

    fields: Mapping[str, Json]
    whole: bool = False
    content: bytes | None = None


def data(value: Json, **fields: Json) -> Reply:
    """An answer of the newer kind, its result in `data`."""
    return Reply({"entities": [], "data": value, **fields})


def entities(values: Sequence[Json], **fields: Json) -> Reply:
    """An answer of Usergrid's kind, its result in `entities`."""
    return Reply({"entities": values, **fields})
