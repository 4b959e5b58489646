"""Two builds of the same tables are the same to the byte."""

from __future__ import annotations

import hashlib
from pathlib import Path

from errorbook.build import build_site
from errorbook.settings import Settings


def digests(site: Path) -> dict[str, str]:
    files = (path for path in site.resolve().rglob("*") if path.is_file())
    return {str(f.relative_to(site.resolve())): hashlib.sha256(f.read_bytes()).hexdigest() for f in files}


def test_second_build_has_the_same_bytes(settings: Settings, site: Path, tmp_path: Path) -> None:
    assert build_site(settings, tmp_path / "again")
    assert digests(tmp_path / "again") == digests(site)


def test_build_without_changes_has_nothing_to_do(settings: Settings, tmp_path: Path) -> None:
    assert build_site(settings, tmp_path / "site")
    assert not build_site(settings, tmp_path / "site")
