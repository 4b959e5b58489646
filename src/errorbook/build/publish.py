"""Put a finished folder in place of the last one, at once and only when it is whole.

The site is a symlink to a folder beside it. A build writes into a new folder; replacing the link is the
only moment at which readers see a change, so that a build that fails or is killed leaves the last good
site untouched.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from errorbook.problems import Problem, RefusedError


class BusyError(Exception):
    """Another build of the same site is running."""


@contextmanager
def publishing(site: Path, stamp: str) -> Iterator[Path]:
    """Give an empty folder; it becomes `site`, stamped, if the block ends well, else it goes.

    Raises RefusedError if `site` is a folder of somebody else's, BusyError if another build runs.
    """
    _check_replaceable(site)
    versions = site.parent / f".{site.name}-versions"
    versions.mkdir(parents=True, exist_ok=True)
    with _locked(versions / ".lock", site):
        _remove_all_but(versions, _current(site))
        new = Path(tempfile.mkdtemp(prefix="v", dir=versions))
        new.chmod(0o755)
        try:
            yield new
            _sync(new)
            _stamp_of(new).write_text(stamp, encoding="utf-8")
            _swap(site, new)
        except BaseException:
            shutil.rmtree(new, ignore_errors=True)
            raise


def is_published(site: Path, stamp: str) -> bool:
    """Whether `site` is whole and bears this stamp."""
    current = _current(site)
    return current is not None and _stamp_of(current).is_file() and _stamp_of(current).read_text() == stamp


def _stamp_of(version: Path) -> Path:
    """Beside the version, so that it is not served."""
    return version.with_name(f"{version.name}.complete")


def _check_replaceable(site: Path) -> None:
    if site.is_symlink() or not site.exists() or (site.is_dir() and not any(site.iterdir())):
        return
    text = "not made by this program, so it is left alone. Move it away, or name another with --site."
    raise RefusedError([Problem(str(site), 1, 1, text)])


@contextmanager
def _locked(lock: Path, site: Path) -> Iterator[None]:
    with lock.open("w") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BusyError(f"{site}: another build is running. Wait for it, then build again.") from None
        yield


def _current(site: Path) -> Path | None:
    return site.resolve() if site.is_symlink() else None


def _remove_all_but(versions: Path, kept: Path | None) -> None:
    """Drop what killed builds and earlier swaps left."""
    for path in versions.iterdir():
        if path.is_dir() and path.resolve() != kept:
            _stamp_of(path).unlink(missing_ok=True)
            shutil.rmtree(path, ignore_errors=True)


def _sync(folder: Path) -> None:
    """A power cut after the swap must not leave empty files behind the link."""
    for path in (*folder.rglob("*"), folder):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _swap(site: Path, new: Path) -> None:
    link = new.with_suffix(".link")
    link.unlink(missing_ok=True)
    link.symlink_to(new.relative_to(site.parent))
    if site.is_dir() and not site.is_symlink():
        site.rmdir()
    link.replace(site)
