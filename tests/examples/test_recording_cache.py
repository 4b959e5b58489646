from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.types import ASGIApp

from errorbook.examples.cache import digest_package, read_or_record
from errorbook.examples.parse import Login, parse_example, parse_login
from errorbook.examples.targets import InProcess
from errorbook.model import Example

TEXT = """@org = library
@app = main

### fails
POST {{base}}/{{org}}/{{app}}/shelves

### fixed
GET {{base}}/{{org}}/{{app}}/clock
"""


class Counted:
    """A factory that counts what it makes."""

    def __init__(self, create_app: Callable[[int], ASGIApp]) -> None:
        self.create_app = create_app
        self.made = 0

    def __call__(self, seed: int) -> ASGIApp:
        self.made += 1
        return self.create_app(seed)


@pytest.fixture
def factory(create_library: Callable[[int], ASGIApp]) -> Counted:
    return Counted(create_library)


@pytest.fixture
def target(factory: Counted, login: Login) -> InProcess:
    return InProcess(create_app=factory, login=login, client_id="id", client_secret="secret")  # noqa: S106


@pytest.fixture
def example() -> Example:
    return parse_example("x.http", TEXT)


def only_file(folder: Path) -> Path:
    (path,) = folder.iterdir()
    return path


def test_an_example_runs_once(tmp_path: Path, factory: Counted, target: InProcess, example: Example) -> None:
    first, again = (read_or_record(example, target, tmp_path / "new" / "folder", "stamp") for _ in range(2))
    assert first == again
    assert [recording.status for recording in first] == [401, 200]
    assert factory.made == 1


def test_the_folder_holds_the_recordings_and_nothing_else(
    tmp_path: Path, target: InProcess, example: Example
) -> None:
    read_or_record(example, target, tmp_path, "stamp")
    assert only_file(tmp_path).suffix == ".json"


@pytest.mark.parametrize("rest", ["stamp", "text", "login", "seed", "base", "client_id", "client_secret"])
def test_whatever_an_answer_rests_on_makes_it_anew(
    rest: str, tmp_path: Path, factory: Counted, target: InProcess, example: Example
) -> None:
    read_or_record(example, target, tmp_path, "stamp")
    changed = {
        "seed": replace(target, seed=2),
        "base": replace(target, base="http://elsewhere"),
        "client_id": replace(target, client_id="other"),
        "client_secret": replace(target, client_secret="other"),  # noqa: S106
        "login": replace(target, login=parse_login("l", "# Anew.\n" + target.login.example.text)),
    }
    told = parse_example("x.http", "# Anew.\n" + TEXT) if rest == "text" else example
    read_or_record(told, changed.get(rest, target), tmp_path, "other" if rest == "stamp" else "stamp")
    assert factory.made == 2


def test_the_path_of_a_file_changes_nothing(
    tmp_path: Path, factory: Counted, target: InProcess, example: Example
) -> None:
    read_or_record(example, target, tmp_path, "stamp")
    read_or_record(replace(example, path="moved.http"), target, tmp_path, "stamp")
    assert factory.made == 1


@pytest.mark.parametrize(
    "damage",
    [
        *(b"", b"[", b"\xff", b"[]", b"{}", b"7", b"[[200]]", b"[null, null]"),
        *(b"[[200, 7], [200, 7]]", b'[["200", ""], ["200", ""]]', b'[[200, ""]]'),
    ],
)
def test_damaged_files_are_written_anew(
    damage: bytes, tmp_path: Path, factory: Counted, target: InProcess, example: Example
) -> None:
    recordings = read_or_record(example, target, tmp_path, "stamp")
    sound = only_file(tmp_path).read_bytes()
    only_file(tmp_path).write_bytes(damage)
    assert read_or_record(example, target, tmp_path, "stamp") == recordings
    assert only_file(tmp_path).read_bytes() == sound
    assert factory.made == 2


def test_a_digest_is_of_names_and_texts_of_python_files(tmp_path: Path) -> None:
    digests = [digest_package(tmp_path)]
    for name, text in [("a.py", "x"), ("a.py", "y"), ("b/a.py", "y"), ("note.txt", "z")]:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
        digests.append(digest_package(tmp_path))
    assert len(set(digests)) == 4
    assert digests[-1] == digests[-2]


def test_a_moved_border_between_name_and_text_is_another_digest(tmp_path: Path) -> None:
    digests = set()
    for name, text in [("a.py", "b.py"), ("a.pyb.py", "")]:
        folder = tmp_path / name / "package"
        folder.mkdir(parents=True)
        (folder / name).write_text(text)
        digests.add(digest_package(folder))
    assert len(digests) == 2
