"""Bodies of services that are stricter than Usergrid with what is no JSON object, or of other types."""

from collections.abc import Mapping, Sequence

from sandbox.call import Call, as_text
from sandbox.failures import Failure, Refusal
from sandbox.failures.requests import BodyMalformed, RequestBodyInvalid
from sandbox.replies import Json

_MOST_DIGITS = 18  # a Java long takes so many for sure


def read_object(call: Call, invalid: Failure = RequestBodyInvalid()) -> Mapping[str, Json]:  # noqa: B008
    """The object of a body; whatever else is sent counts as invalid."""
    try:
        body = call.body
    except Refusal as refusal:
        if isinstance(refusal.failure, BodyMalformed):
            raise Refusal(invalid) from None
        raise
    if not isinstance(body, Mapping):
        raise Refusal(invalid)
    return body


def check_types(fields: Mapping[str, Json], types: Mapping[str, type]) -> None:
    """Every field that is there must be of its type; null counts as missing."""
    for name, kind in types.items():
        value = fields.get(name)
        if value is not None and not isinstance(value, kind):
            raise Refusal(RequestBodyInvalid())


def as_texts(value: Json) -> list[str]:
    """A list as texts, none for anything else."""
    return [as_text(item) for item in value] if isinstance(value, list) else []


def as_objects(value: Json) -> Sequence[Mapping[str, Json]]:
    """A list as objects, empty ones where it holds something else."""
    return [item if isinstance(item, Mapping) else {} for item in value] if isinstance(value, list) else []


def as_object(value: Json) -> Mapping[str, Json]:
    """An object, an empty one for anything else."""
    return value if isinstance(value, Mapping) else {}


def parse_integer(value: Json) -> int | None:
    """A whole number as JSON has it, or as decimal digits with a sign."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    text = as_text(value)
    digits = text.removeprefix("-")
    return int(text) if digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS else None
