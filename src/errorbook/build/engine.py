"""Run MkDocs, or an engine like it, as an output device."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from errorbook.model import Language
from errorbook.settings import Settings


class EngineError(Exception):
    """The engine refused; carries what it printed."""


def config_of(settings: Settings, language: Language) -> Path:
    """`mkdocs.yml` for Chinese, `mkdocs.en.yml` beside it for English."""
    stem = settings.config.stem if language == "zh" else f"{settings.config.stem}.{language}"
    return settings.config.with_name(f"{stem}{settings.config.suffix}")


def start_engine(settings: Settings, language: Language, target: Path, date: int) -> subprocess.Popen[str]:
    """Begin to build the pages of one language into `target`; `date` is what they carry."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]  # with --quiet it would exit 0
    return subprocess.Popen(  # noqa: S603 - our own interpreter and our own files
        [*command, "--config-file", str(config_of(settings, language)), "--site-dir", str(target)],
        cwd=settings.root,
        env=_environment(settings, date),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def finish_engine(process: subprocess.Popen[str]) -> None:
    """Wait for it. Raises EngineError with its output if it failed."""
    output, _ = process.communicate()
    if process.returncode:
        raise EngineError(output.strip())


def _environment(settings: Settings, date: int) -> dict[str, str]:
    """The last two keep banners out of the log."""
    return os.environ | {
        "SOURCE_DATE_EPOCH": str(date),
        "ERRORBOOK_DATA": str(settings.data),
        "NO_MKDOCS_2_WARNING": "1",
        "DISABLE_MKDOCS_2_WARNING": "true",
    }
