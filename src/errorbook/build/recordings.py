"""Run the examples in the sandbox that the settings name."""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import cast

from starlette.types import ASGIApp

from errorbook.catalog.textfile import read_textfile
from errorbook.examples.cache import digest_package, read_or_record
from errorbook.examples.parse import Login, parse_login
from errorbook.examples.targets import InProcess
from errorbook.examples.verdict import judge
from errorbook.model import Catalog, Error, Example, Recording
from errorbook.problems import Problem, RefusedError
from errorbook.settings import Settings
from errorbook.views import Recordings
from errorbook.views.records import RunKit

_LATE = 4102444800
"""1 January 2100, seconds since 1970."""


def record(settings: Settings, catalog: Catalog) -> Recordings:
    """What the sandbox answers to every example, from the cache where nothing has changed.

    Raises RefusedError naming each request that is not answered as the table says.
    """
    target = sandbox_target(settings)
    module = _sandbox_module(settings)
    stamp = f"{digest_package(Path(str(module.__file__)).parent)} {settings.recorded_at}"
    recordings: dict[tuple[str, str], tuple[Recording, ...]] = {}
    problems: list[Problem] = []
    for error, case, example in catalog.runs():
        try:
            recorded = read_or_record(example, target, settings.cache / "recordings", stamp)
        except RefusedError as exc:
            problems += exc.problems
            continue
        recordings[error.id, case.case] = recorded
        problems += _check_recorded(error, example, recorded)
    if problems:
        raise RefusedError(problems)
    return recordings


def sandbox_target(settings: Settings) -> InProcess:
    """The sandbox in this process, its clock standing at `recorded_at`."""
    create_app = sandbox_factory(settings)
    return InProcess(
        create_app=lambda seed: create_app(clock=lambda: float(settings.recorded_at), seed=seed),
        login=read_login(settings),
        client_id=settings.client_id,
        client_secret=settings.client_secret,
    )


def build_run_kit(settings: Settings) -> RunKit:
    """How a reader's browser logs in to a sandbox, with a token that no sandbox of a reader has issued."""
    # Issued late, or it would be an expired token by the time somebody reads this.
    target = sandbox_target(replace(settings, recorded_at=_LATE))
    place = {variable.name: variable.value for variable in target.login.example.variables}
    token = asyncio.run(_find_foreign_token(target, {**target.values, **place}))
    return RunKit(
        login=target.login,
        client_id=settings.client_id,
        client_secret=settings.client_secret,
        foreign_token=token,
        connect_src=settings.connect_src,
    )


async def _find_foreign_token(target: InProcess, values: Mapping[str, str]) -> str:
    async with target.open() as client:
        return await target.find_foreign_token(client, values)


def read_login(settings: Settings) -> Login:
    """How a runner gets a token: `login.http` beside the tables. Raises RefusedError if it cannot be read."""
    path = settings.data / "login.http"
    shown = f"{settings.data.name}/{path.name}"
    file = read_textfile(path, shown)
    if file.text is None or file.problems:
        raise RefusedError([*file.problems])
    return parse_login(shown, file.text)


def sandbox_factory(settings: Settings) -> Callable[..., ASGIApp]:
    """The function that the setting `sandbox` names. Raises RefusedError if there is none."""
    name = settings.sandbox.partition(":")[2]
    factory = getattr(_sandbox_module(settings), name, None)
    if not callable(factory):
        raise _refused(settings, f"has no function {name!r}")
    return cast("Callable[..., ASGIApp]", factory)


def _sandbox_module(settings: Settings) -> ModuleType:
    try:
        return importlib.import_module(settings.sandbox.partition(":")[0])
    except ImportError as exc:
        raise _refused(settings, str(exc)) from None


def _refused(settings: Settings, what: str) -> RefusedError:
    text = f"extra.errorbook.sandbox: {settings.sandbox}: {what}. Name it as package:function."
    return RefusedError([Problem(settings.config.name, 1, 1, text)])


def _check_recorded(error: Error, example: Example, recorded: tuple[Recording, ...]) -> Iterator[Problem]:
    for request, recording in zip(example.requests, recorded, strict=True):
        verdict = judge(error, request, recording)
        if not verdict.agrees:
            text = f"{request.role}: expected {verdict.expected}; the sandbox answered {verdict.got}. "
            cure = "Mend the request, or the table if the service really answers so."
            yield Problem(example.path, request.line, 1, text + cure)
