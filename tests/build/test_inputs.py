"""A site is built again when anything it is made of has changed, and only then."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from errorbook.build.inputs import digest_inputs
from errorbook.settings import Settings


@pytest.fixture
def copy(settings: Settings, tmp_path: Path) -> Settings:
    """The same settings over tables of their own."""
    return replace(settings, data=Path(shutil.copytree(settings.data, tmp_path / "data")))


def test_same_inputs_have_the_same_digest(copy: Settings) -> None:
    assert digest_inputs(copy, 0) == digest_inputs(copy, 0)


@pytest.mark.parametrize("name", ["errors.csv", "examples/username-taken.http", "new.csv"])
def test_any_changed_file_changes_the_digest(copy: Settings, name: str) -> None:
    before = digest_inputs(copy, 0)
    with (copy.data / name).open("a") as file:
        file.write("#")
    assert digest_inputs(copy, 0) != before


def test_address_and_date_change_the_digest(copy: Settings) -> None:
    elsewhere = replace(copy, site_url="https://errors.example.com/")
    assert len({digest_inputs(copy, 0), digest_inputs(copy, 1), digest_inputs(elsewhere, 0)}) == 3
