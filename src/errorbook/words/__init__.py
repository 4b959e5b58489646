"""The words of the interface, one file per writer, a table per language."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

from errorbook.model import Language


@cache
def read_words(writer: str, language: Language) -> dict[str, str]:
    """The words that all writers share and those of `writer` (`pages`, `explorer`, `pdf`)."""
    return _read("shared")[language] | _read(writer)[language]


def _read(name: str) -> dict[str, dict[str, str]]:
    text = resources.files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
