"""The time that the service goes by."""

import time
from collections.abc import Callable


class Clock:
    """A source of seconds since 1970 that can be put forward."""

    def __init__(self, source: Callable[[], float] | None = None) -> None:
        self._source = source or time.time
        self._ahead = 0.0

    def milliseconds(self) -> int:
        """Milliseconds since 1970, as the service writes a time."""
        return int((self._source() + self._ahead) * 1000)

    def advance(self, seconds: float) -> None:
        """Put the clock forward for all that follows."""
        self._ahead += seconds
