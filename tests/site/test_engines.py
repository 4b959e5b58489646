"""The engine and its fork both build the site strictly, in both languages."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from errorbook.build.engine import config_of
from errorbook.model import LANGUAGES, Language
from errorbook.settings import Settings


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("engine", ["mkdocs", "properdocs"])
def test_engine_builds_strictly_and_without_warnings(
    settings: Settings, tmp_path: Path, engine: str, language: Language
) -> None:
    command = [sys.executable, "-m", engine, "build", "--strict", "--site-dir", str(tmp_path / "site")]
    quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    built = subprocess.run(
        [*command, "--config-file", str(config_of(settings, language))],
        cwd=settings.root,
        env=os.environ | quiet,
        capture_output=True,
        text=True,
        check=False,
    )
    log = built.stdout + built.stderr
    assert built.returncode == 0, log
    assert "WARNING" not in log, log
    assert (tmp_path / "site" / "errors" / "username-taken" / "index.html").is_file()
