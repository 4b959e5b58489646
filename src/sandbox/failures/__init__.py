"""What can go wrong, as the rules see it: a meaning and its values, no status and no wording.

Services raise `Refusal(<failure>)`; the dialect of the organization's generation knows how to say it.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Failure:
    """A reason to refuse a request."""


class Refusal(Exception):  # noqa: N818  # the service refuses; nothing is wrong with this program
    """Carries a failure from the rule that found it to the dialect that words it."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure)
        self.failure = failure
