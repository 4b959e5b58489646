"""Files of a folder, served beside the service."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from anyio import to_thread
from starlette.requests import Request as HttpRequest
from starlette.responses import RedirectResponse, Response

_INDEX = "index.html"
_MISSING = "404.html"
_ATTEMPTS = 2  # the folder may be swapped between looking a file up and reading it
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src {connect}; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
}
_TEXT_TYPES = {
    ".css": "text/css",
    ".csv": "text/csv",
    ".html": "text/html",
    ".js": "text/javascript",
    ".json": "application/json",
    ".map": "application/json",
    ".md": "text/markdown",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".webmanifest": "application/manifest+json",
    ".xml": "application/xml",
}
_BINARY_TYPES = {
    ".gif": "image/gif",
    ".ico": "image/x-icon",
    ".jpg": "image/jpeg",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".zip": "application/zip",
}


class Site:
    """A folder of files, or a symlink to one which may be swapped: each request resolves it anew."""

    def __init__(self, folder: Path, connect_src: Sequence[str] = ()) -> None:
        self._folder = folder
        policy = _POLICY.format(connect=" ".join(("'self'", *connect_src)))
        self._headers = {"Content-Security-Policy": policy, **_HEADERS}

    async def respond(self, http: HttpRequest, segments: tuple[str, ...]) -> Response:
        """The file at an address, its folder's index, or the page for a missing one."""
        return await to_thread.run_sync(self._respond, http, segments)

    def _respond(self, http: HttpRequest, segments: tuple[str, ...]) -> Response:
        file = self._read(segments)
        if file is None:
            return self._missing(http, segments)
        if file.name == _INDEX and segments[-1:] != (_INDEX,) and not http.scope["path"].endswith("/"):
            return RedirectResponse(_folder_address(http, segments), 301, self._headers)
        return self._serve(http, file, 200)

    def _missing(self, http: HttpRequest, segments: tuple[str, ...]) -> Response:
        """A folder at the top, such as that of a language, may have a page of its own for missing files."""
        file = self._read((*segments[:1], _MISSING)) or self._read((_MISSING,))
        return self._serve(http, file or _File("missing.txt", b"Not found\n"), 404)

    def _serve(self, http: HttpRequest, file: "_File", status: int) -> Response:
        content = b"" if http.method == "HEAD" else file.content
        length = str(len(file.content))
        headers = {**self._headers, "Content-Type": _media_type(file.name), "Content-Length": length}
        return Response(content, status, headers)

    def _read(self, segments: tuple[str, ...]) -> "_File | None":
        for _ in range(_ATTEMPTS):
            root = self._folder.resolve()
            try:
                path = _locate(root, segments)
                if path is not None:
                    return _File(path.name, path.read_bytes())
            except (OSError, ValueError):
                continue
        return None


@dataclass(frozen=True, slots=True)
class _File:
    name: str
    content: bytes


def _locate(root: Path, segments: tuple[str, ...]) -> Path | None:
    path = root.joinpath(*segments).resolve()
    if not path.is_relative_to(root):
        return None
    if path.is_dir():
        path /= _INDEX
    return path if path.is_file() else None


def _folder_address(http: HttpRequest, segments: tuple[str, ...]) -> str:
    query = http.scope.get("query_string", b"").decode("latin-1")
    return f"/{quote('/'.join(segments))}/" + (f"?{query}" if query else "")


def _media_type(name: str) -> str:
    suffix = Path(name).suffix.lower()
    if suffix in _TEXT_TYPES:
        return f"{_TEXT_TYPES[suffix]}; charset=utf-8"
    return _BINARY_TYPES.get(suffix, "application/octet-stream")
