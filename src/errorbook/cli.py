"""The command line: `errorbook check | build | serve | sandbox | reproduce | explain`."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from itertools import count
from pathlib import Path
from typing import BinaryIO, ParamSpec

import click

from errorbook.build import (
    BusyError,
    EngineError,
    TypesettingError,
    build_site,
    read_login,
    record,
    sandbox_target,
)
from errorbook.catalog import read
from errorbook.explain import UnreadableError, decode_paste, render_outcome, render_outcome_json
from errorbook.explorer import build_index, match_paste
from errorbook.model import LANGUAGES, Language
from errorbook.problems import RefusedError
from errorbook.reproduce import Row, UnknownError, render_report, render_report_json, select
from errorbook.reproduce import reproduce as run_examples
from errorbook.serve import PortError, serve_sandbox, watching
from errorbook.service_options import ServiceError, build_service, check_in, service_options
from errorbook.settings import Settings, read_settings
from errorbook.views import build_book

P = ParamSpec("P")

_FAILED = 1
_LOCAL = "http://127.0.0.1"
_BUSY = 75
"""EX_TEMPFAIL: try again later."""
_STOPPED = 130
"""What a shell says of a program that Ctrl-C has ended."""

_REFUSALS = (
    RefusedError,
    EngineError,
    TypesettingError,
    PortError,
    ServiceError,
    UnknownError,
    UnreadableError,
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """An error reference whose every printed request has been run."""


def _command(function: Callable[P, None]) -> Callable[P, None]:
    """A command whose bad input is answered with sentences, never with a traceback."""

    @main.command()
    @wraps(function)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            function(*args, **kwargs)
        except _REFUSALS as exc:
            click.echo(str(exc), err=True)
            sys.exit(_FAILED)
        except BusyError as exc:
            click.echo(str(exc), err=True)
            sys.exit(_BUSY)

    return run


_config = click.option(
    "--config",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("mkdocs.yml"),
    show_default=True,
    help="The file that holds the settings.",
)
_data = click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder of the tables, in place of the one in the settings.",
)
_site = click.option(
    "--site",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("site"),
    show_default=True,
    help="Where the site goes.",
)


def _port(default: int) -> Callable[[Callable[P, None]], Callable[P, None]]:
    return click.option("--port", type=click.IntRange(0, 65535), default=default, show_default=True)


@_command
@_config
@_data
def check(config: Path, data: Path | None) -> None:
    """Check the tables, run every example, and report all problems at once."""
    settings = read_settings(config, data)
    catalog = read(settings.data)
    recordings = record(settings, catalog)
    click.echo(f"{len(catalog.errors)} errors, {len(recordings)} examples run: nothing to fix.")


@_command
@_config
@_data
@_site
def build(config: Path, data: Path | None, site: Path) -> None:
    """Make the site in both languages, its exports and PDFs, and swap it in."""
    _build(read_settings(config, data), site)


@_command
@_config
@_data
@_site
@_port(8000)
def serve(config: Path, data: Path | None, site: Path, port: int) -> None:
    """Build, serve the site and the sandbox from one origin, build again when a file changes."""
    settings = read_settings(config, data)
    _build(settings, site)
    with watching(settings, site.absolute(), click.echo):
        serve_sandbox(settings, port, site.absolute(), click.echo)


@_command
@_config
@_port(8080)
@click.option(
    "--site",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="A built site to serve as well.",
)
def sandbox(config: Path, port: int, site: Path | None) -> None:
    """Serve the sandbox."""
    serve_sandbox(read_settings(config), port, site, click.echo)


@_command
@_config
@_data
@click.argument("errors", nargs=-1)
@service_options
@click.option("--json", "as_json", is_flag=True, help="Print the report for programs.")
def reproduce(
    config: Path, data: Path | None, errors: tuple[str, ...], *, rate: float, as_json: bool, **given: str
) -> None:
    """Run the examples of ERRORS, or all, and compare the answers with the tables.

    They run in the sandbox, or at the service that the options name. Exit 1 if an answer differs or
    something is left over there, 130 if stopped.
    """
    settings = read_settings(config, data)
    catalog = read(settings.data)
    chosen = select(catalog, errors) if errors else catalog
    service = build_service(given, rate, read_login(settings), catalog)
    if service:
        check_in(service)
        click.echo(
            f"Run {service.run_id}: all names that it creates hold this. Ctrl+C ends it tidily.", err=True
        )
    with _ended_gently():
        watch = _progress(len(list(chosen.runs()))) if service else _ignore
        report = run_examples(chosen, service or sandbox_target(settings), watch)
    text = render_report_json(report) if as_json else render_report(report)
    click.echo(service.hide_secrets(text) if service else text)
    if report.stopped:
        sys.exit(_STOPPED)
    if report.leftovers or not report.agrees:
        sys.exit(_FAILED)


@_command
@_config
@_data
@click.argument("file", type=click.File("rb"), default="-")
@click.option("--json", "as_json", is_flag=True, help="Print the results for programs.")
@click.option("--language", type=click.Choice(LANGUAGES), default=LANGUAGES[0], show_default=True)
def explain(config: Path, data: Path | None, file: BinaryIO, language: Language, *, as_json: bool) -> None:
    """Say which error a response or a log speaks of; exit 1 if none.

    Reads FILE, or standard input, as UTF-8, UTF-16 with its mark or GB 18030. Needs the tables only, no
    built site.
    """
    text = decode_paste(file.read(), file.name, language)
    settings = read_settings(config, data)
    catalog = read(settings.data)
    book, *others = (
        build_book(catalog, {}, each, settings.site_url)
        for each in sorted(LANGUAGES, key=lambda each: each != language)
    )
    outcome = match_paste(build_index(book, *others), text)
    click.echo(render_outcome_json(outcome) if as_json else render_outcome(book, outcome))
    if outcome.match == "none":
        sys.exit(_FAILED)


@contextmanager
def _ended_gently() -> Iterator[None]:
    """SIGTERM means what Ctrl-C means, even where the shell has made us deaf for that."""
    before = [signal.signal(signal.SIGINT, signal.default_int_handler)]
    before.append(signal.signal(signal.SIGTERM, lambda *_: signal.raise_signal(signal.SIGINT)))
    try:
        yield
    finally:
        for number, handler in zip((signal.SIGINT, signal.SIGTERM), before, strict=True):
            signal.signal(number, handler)


def _progress(total: int) -> Callable[[Row], None]:
    numbers = count(1)
    return lambda row: click.echo(f"[{next(numbers)}/{total}] {row.name}: {row.outcome}", err=True)


def _ignore(_row: Row) -> None:
    pass


def _build(settings: Settings, site: Path) -> None:
    began = time.monotonic()
    built = build_site(settings, site.absolute())
    click.echo(f"{site}: built in {time.monotonic() - began:.1f} s." if built else f"{site}: up to date.")
    if settings.site_url.startswith(_LOCAL):
        click.echo(
            f"Permalinks name {settings.site_url}; set SITE_URL to the site's own address to publish it."
        )
