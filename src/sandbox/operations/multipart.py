"""The one part of a multipart body that counts here: the file."""

import re
from dataclasses import dataclass

from sandbox.call import MULTIPART
from sandbox.request import Request

_BOUNDARY = re.compile(r'boundary="?([^";]+)"?', re.IGNORECASE)
_NAME = re.compile(rb'[; ]name="?file"?(?:[;\r]|$)', re.IGNORECASE)
_FILE_NAME = re.compile(rb'filename="([^"]*)"', re.IGNORECASE)
_TYPE = re.compile(rb"content-type: *([^\r\n;]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FilePart:
    """A file as it was sent."""

    name: str
    media_type: str
    content: bytes


def read_file(request: Request) -> FilePart | None:
    """The part named `file`, nothing if there is none."""
    boundary = _BOUNDARY.search(request.headers.get("content-type", ""))
    if request.media_type != MULTIPART or boundary is None:
        return None
    separator = b"--" + boundary[1].encode("utf-8", "replace")
    for part in (b"\r\n" + request.body).split(b"\r\n" + separator)[1:]:
        head, found, content = part.partition(b"\r\n\r\n")
        if found and _NAME.search(head):
            name, kind = _FILE_NAME.search(head), _TYPE.search(head)
            return FilePart(_decode(name), _decode(kind), content)
    return None


def _decode(found: re.Match[bytes] | None) -> str:
    return found[1].decode("utf-8", "replace") if found else ""
