"""Links between pages, relative so that the site may live under any prefix and on disk."""

from __future__ import annotations

import posixpath


def relative(source: str, target: str) -> str:
    """The link from one permalink to another: `errors/a/` to `status/400/#a` is `../../status/400/#a`."""
    page, mark, fragment = target.partition("#")
    if mark and page == source:
        return f"#{fragment}"
    folder = posixpath.relpath(f"/{page}", f"/{source}")
    return f"{folder}/{mark}{fragment}"
