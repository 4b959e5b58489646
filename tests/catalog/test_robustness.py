"""Whatever is done to the bytes of the tables, a catalogue comes of it, or problems in places that exist."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from errorbook import catalog
from errorbook.model import Catalog
from errorbook.problems import Problem, RefusedError

GOOD = Path(__file__).parents[1] / "golden" / "catalog" / "good"
FILES = sorted(str(file.relative_to(GOOD)) for file in GOOD.rglob("*.*") if file.is_file())

TELLING = [
    b'"',
    b",",
    b"\n",
    b"\r",
    b"\0",
    b"\xff",
    b"\xef\xbb\xbf",
    b"{",
    b"}",
    b"\\",
    b"`",
    b"**",
    b"](",
    b"-",
]
PIECES = st.one_of(st.sampled_from(TELLING), st.binary(max_size=6), st.text(max_size=4).map(str.encode))
PLACES = st.floats(0, 1)


@given(
    st.sampled_from(FILES), st.lists(st.tuples(PLACES, st.integers(0, 12), PIECES), min_size=1, max_size=3)
)
def test_damaged_bytes_give_a_catalogue_or_problems(name: str, edits: list[tuple[float, int, bytes]]) -> None:
    _check_outcome(name, _damage((GOOD / name).read_bytes(), edits))


@given(st.sampled_from(FILES), PLACES)
def test_a_file_cut_off_gives_a_catalogue_or_problems(name: str, place: float) -> None:
    whole = (GOOD / name).read_bytes()
    _check_outcome(name, whole[: int(len(whole) * place)])


def _check_outcome(name: str, damaged: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        data = Path(shutil.copytree(GOOD, Path(folder) / "data"))
        (data / name).write_bytes(damaged)
        outcome = _read(data)
        assert isinstance(outcome, Catalog) or outcome
        for problem in () if isinstance(outcome, Catalog) else outcome:
            text = (data.parent / problem.path).read_bytes().decode(errors="replace")
            # A line that is missing from the end of a file without newline is two behind its last.
            assert 1 <= problem.line <= text.count("\n") + 2
            assert 1 <= problem.column <= len(text) + 1


def _read(data: Path) -> Catalog | tuple[Problem, ...]:
    try:
        return catalog.read(data)
    except RefusedError as exc:
        return exc.problems


def _damage(data: bytes, edits: list[tuple[float, int, bytes]]) -> bytes:
    for place, length, piece in edits:
        start = int(len(data) * place)
        data = data[:start] + piece + data[start + length :]
    return data
