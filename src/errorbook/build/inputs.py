"""What a site is made of, as a digest: with the same inputs there is nothing to build."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from errorbook.settings import Settings

_SOURCES = ("docs", "hooks", "src", "mkdocs.yml", "mkdocs.en.yml")


def digest_inputs(settings: Settings, date: int) -> str:
    """Over all files that the build reads, the settings, the date and the versions of what is installed."""
    digest = hashlib.sha256(f"{settings} {date}".encode())
    for distribution in sorted(f"{d.name}=={d.version}" for d in metadata.distributions()):
        digest.update(distribution.encode())
    for path in sorted(_files(settings)):
        content = path.read_bytes()
        digest.update(f"{path} {len(content)}".encode())
        digest.update(content)
    return digest.hexdigest()


def watched(settings: Settings) -> list[Path]:
    """The files and folders whose change calls for another build."""
    paths = {settings.data, settings.config, *(settings.root / name for name in _SOURCES)}
    return sorted(path for path in paths if path.exists())


def _files(settings: Settings) -> Iterator[Path]:
    for path in watched(settings):
        inside = path.rglob("*") if path.is_dir() else (path,)
        yield from (file for file in inside if file.is_file() and "__pycache__" not in file.parts)
