"""All that is drawn by lot: identifiers, tokens, and the address of Jackson's input stream."""

import random
from uuid import UUID


class Chance:
    """Draws that repeat run after run when there is a seed.

    Tokens are drawn apart: the draws `again`, after a reset, are the same but for them, so that no token of
    before is issued once more.
    """

    def __init__(self, seed: int | None, *, again: bool = False) -> None:
        self._random = random.Random(seed)  # noqa: S311  # a stand-in keeps no secrets
        self._tokens = random.Random(None if seed is None else f"{seed} {again}")  # noqa: S311

    def uuid(self) -> UUID:
        """An identifier that looks time-based, as the service's do."""
        return UUID(int=self._random.getrandbits(128), version=1)

    def token_id(self) -> UUID:
        """The identifier within a token."""
        return UUID(int=self._tokens.getrandbits(128), version=1)

    def group_id(self) -> str:
        """The number of a group or a chat room."""
        return str(self._random.randrange(10**14, 10**15))

    def message_id(self) -> str:
        """The number of a message or a thread."""
        return str(self._random.randrange(10**18, 2 * 10**18))

    def stream(self) -> str:
        """A Java object's default text, as Jackson prints its source."""
        return f"java.io.BufferedInputStream@{self._random.getrandbits(32):x}"
