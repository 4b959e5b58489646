"""A small index with the cases that are hard to tell apart."""

from __future__ import annotations

import json
from pathlib import Path
from typing import cast

import pytest

from errorbook.explorer import Index

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def small_index() -> Index:
    return cast("Index", json.loads((HERE / "small_index.json").read_text(encoding="utf-8")))
