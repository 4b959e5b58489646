"""Recordings on disk, so that only examples that changed are run again."""

from __future__ import annotations

import hashlib
import json
import tempfile
from pathlib import Path

from errorbook.examples.runner import record_example
from errorbook.examples.targets import InProcess
from errorbook.model import Example, Recording


def read_or_record(example: Example, target: InProcess, folder: Path, stamp: str) -> tuple[Recording, ...]:
    """The recordings of an example: from the folder if nothing they rest on has changed, else made now.

    `stamp` stands for what the target runs: the digest of the sandbox's code and its clock.
    """
    path = folder / f"{_key(example, target, stamp)}.json"
    recordings = _read(path)
    if recordings is None or len(recordings) != len(example.requests):
        recordings = record_example(example, target)
        _write(path, recordings)
    return recordings


def digest_package(folder: Path) -> str:
    """A digest of the names and texts of all Python files below a folder."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.py")):
        name, text = path.relative_to(folder).as_posix().encode(), path.read_bytes()
        digest.update(b"%d %d %b%b" % (len(name), len(text), name, text))
    return digest.hexdigest()


def _key(example: Example, target: InProcess, stamp: str) -> str:
    ours = digest_package(Path(__file__).parent)
    values = sorted(target.values.items())
    whole = [example.text, target.login.example.text, values, target.seed, stamp, ours]
    return hashlib.sha256(json.dumps(whole).encode()).hexdigest()


def _read(path: Path) -> tuple[Recording, ...] | None:
    try:
        rows = json.loads(path.read_bytes())
        return tuple(_recording(status, body) for status, body in rows)
    except (OSError, ValueError, TypeError):
        return None


def _recording(status: object, body: object) -> Recording:
    if isinstance(status, int) and isinstance(body, str):
        return Recording(status, body)
    raise TypeError(status, body)


def _write(path: Path, recordings: tuple[Recording, ...]) -> None:
    """Write beside the place and move there, so that nobody reads half a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = [[recording.status, recording.body] for recording in recordings]
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as file:
        json.dump(rows, file)
    Path(file.name).replace(path)
