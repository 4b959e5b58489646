"""Serve the site and the sandbox from one origin; build again when a file changes."""

from __future__ import annotations

import socket
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


class PortError(Exception):
    """The port cannot be listened on."""


def serve_sandbox(settings: Settings, port: int, site: Path | None, say: Say) -> None:
    """Serve until interrupted; with `site`, its files too. Raises PortError if the port is taken."""
    app = sandbox_factory(settings)(site=site, connect_src=settings.connect_src)
    with _listening(port) as listener:
        address = f"http://{HOST}:{listener.getsockname()[1]}"
        say(f"Serving {'site and ' if site else ''}sandbox at {address} (Ctrl+C ends it)")
        config = uvicorn.Config(app, log_level="warning", server_header=False)
        uvicorn.Server(config).run(sockets=[listener])


@contextmanager
def _listening(port: int) -> Iterator[socket.socket]:
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((HOST, port))
        except OSError as exc:
            cure = "Name another with --port, PORT= (make serve) or SANDBOX_PORT= (make sandbox)."
            raise PortError(f"Port {port}: {exc.strerror}. {cure}") from None
        yield listener


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
