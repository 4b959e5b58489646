"""What all tests share: the project's tables, its site built once, a sandbox that serves it."""

from __future__ import annotations

import fcntl
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
from serving import serving

from errorbook.build import build_site, load_books, sandbox_factory
from errorbook.catalog import read
from errorbook.model import Catalog
from errorbook.settings import Settings, read_settings
from errorbook.views import Book

# A slow machine is no defect.
hypothesis.settings.register_profile(
    "any machine", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("any machine")

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session", autouse=True)
def no_real_service() -> None:
    """Whoever has checked an app of their own from this shell does not mean the tests to do so."""
    for name in [name for name in os.environ if name.startswith("ERRORBOOK_")]:
        del os.environ[name]


@pytest.fixture(scope="session")
def settings() -> Settings:
    return read_settings(ROOT / "mkdocs.yml")


@pytest.fixture(scope="session")
def catalog(settings: Settings) -> Catalog:
    return read(settings.data)


@pytest.fixture(scope="session")
def books(settings: Settings) -> tuple[Book, ...]:
    """The real catalogue, ready to print, Chinese first."""
    return load_books(settings)


@pytest.fixture(scope="session")
def site(settings: Settings, tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The whole site, built once for all workers of a run."""
    own = tmp_path_factory.getbasetemp()
    shared = own if worker_id == "master" else own.parent
    folder = shared / "site"
    with (shared / "site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            build_site(settings, folder)
    return folder


@pytest.fixture(scope="session")
def site_url(settings: Settings, site: Path) -> Iterator[str]:
    """Address of a sandbox of this worker that serves the site as well; ends with a slash."""
    with serving(sandbox_factory(settings)(site=site)) as address:
        yield address


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many printed requests were run, and what else tests have counted."""
    passed = terminalreporter.getreports("passed")
    runs: Counter[str] = Counter()
    for name, number in (pair for report in passed for pair in report.user_properties):
        runs[name] += number
    if runs:
        terminalreporter.write_line(", ".join(f"{number} {name}" for name, number in runs.items()))
