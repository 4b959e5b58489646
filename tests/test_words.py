"""Both languages of the interface have the same words, and none is left empty."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

WORDS = sorted((Path(__file__).parents[1] / "src" / "errorbook" / "words").glob("*.toml"))


@pytest.mark.parametrize("path", WORDS, ids=lambda path: path.stem)
def test_languages_have_the_same_words(path: Path) -> None:
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    assert set(tables) == {"zh", "en"}
    assert set(tables["zh"]) == set(tables["en"])
    assert {(language, key) for language, table in tables.items() for key in table if not table[key]} == set()


def test_no_word_is_kept_in_two_files() -> None:
    keys = [key for path in WORDS for key in tomllib.loads(path.read_text(encoding="utf-8"))["zh"]]
    shared = set(tomllib.loads((WORDS[0].parent / "shared.toml").read_text(encoding="utf-8"))["zh"])
    own = [key for key in keys if key in shared]
    assert sorted(own) == sorted(shared), "a writer's file hides a shared word"
