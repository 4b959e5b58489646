"""The text of a token: Usergrid's category, then an identifier, the moment of expiry and a signature.

Every sandbox signs with the same key, so a token of another one, or of the time before a reset, is
well-formed here and yet unknown.
"""

import base64
import hashlib
import hmac
import struct
from dataclasses import dataclass
from uuid import UUID

from sandbox.failures import Refusal
from sandbox.failures.access import TokenCorrupt, TokenForeign

_CATEGORY = "YWMt"  # "ac-", an access token, in base64
_KEY = b"the sandbox's tokens open nothing"
_PLAIN = struct.Struct(">16sq")
_CONTENT = struct.Struct(">16sq20s")
# Upstream tries long text of an unknown category as an OAuth 1 credential; anything shorter is a bad token.
_SHORTEST_FOREIGN = 32


@dataclass(frozen=True, slots=True)
class Seal:
    """What a token says about itself: `expires` in milliseconds since 1970, 0 for never."""

    id: UUID
    expires: int

    def expired(self, now: int) -> bool:
        """Whether its life span is over at `now`, in milliseconds."""
        return self.expires != 0 and now >= self.expires


def render_token(seal: Seal) -> str:
    """The text of a token."""
    plain = _PLAIN.pack(seal.id.bytes, seal.expires)
    return _CATEGORY + base64.urlsafe_b64encode(plain + _sign(plain)).decode().rstrip("=")


def parse_token(text: str) -> Seal:
    """What a token says, if its signature is right."""
    if not text.startswith(_CATEGORY):
        raise Refusal(TokenCorrupt() if len(text) < _SHORTEST_FOREIGN else TokenForeign())
    try:
        content = base64.b64decode(text.removeprefix(_CATEGORY) + "=", altchars=b"-_", validate=True)
        identifier, expires, _ = _CONTENT.unpack(content)
    except (ValueError, struct.error):
        raise Refusal(TokenCorrupt()) from None
    seal = Seal(UUID(bytes=identifier), expires)
    if not hmac.compare_digest(render_token(seal), text):
        raise Refusal(TokenCorrupt())
    return seal


def _sign(plain: bytes) -> bytes:
    return hmac.new(_KEY, plain, hashlib.sha1).digest()
