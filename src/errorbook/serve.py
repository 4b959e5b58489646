"""Serve the site and the sandbox from one origin; build again when a file changes."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
import watchfiles

from errorbook.build import sandbox_factory, watched
from errorbook.settings import Settings

HOST = "127.0.0.1"

Say = Callable[[str], None]


def serve_sandbox(settings: Settings, port: int, site: Path | None, say: Say) -> None:
    """Serve until interrupted; with `site`, its files too."""
    app = sandbox_factory(settings)(site=site)
    say(f"Serving {'site and ' if site else ''}sandbox at http://{HOST}:{port} (Ctrl+C ends it)")
    uvicorn.run(app, host=HOST, port=port, log_level="warning", server_header=False)


@contextmanager
def watching(settings: Settings, site: Path, say: Say) -> Iterator[None]:
    """Build again whenever an input changes, and say what came of it, while the block runs."""
    stop = threading.Event()
    thread = threading.Thread(target=_rebuild, args=(settings, site, say, stop))
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


def _rebuild(settings: Settings, site: Path, say: Say, stop: threading.Event) -> None:
    """Each build is a process of its own, so that changed code counts as well."""
    command = [sys.executable, "-m", "errorbook", "build"]
    command += ["--config", str(settings.config), "--data", str(settings.data), "--site", str(site)]
    for _ in watchfiles.watch(*watched(settings), stop_event=stop, raise_interrupt=False):
        result = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - ours
        say((result.stderr if result.returncode else result.stdout).strip())
