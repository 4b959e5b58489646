"""The options of the command line that name a real service, and the place that they make."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import reduce
from typing import Any, ParamSpec

import click
import httpx2

from errorbook.examples.parse import Login
from errorbook.examples.polite import Pace
from errorbook.examples.service import Service, find_home, make_run_id
from errorbook.model import Catalog
from errorbook.problems import RefusedError

P = ParamSpec("P")
Decorator = Callable[[Any], Any]

_RATE = 5.0
"""Calls a second: the app has other users."""

_NEEDED = {
    "--base-url": "Run at the service at this address, not in the sandbox.",
    "--org": "The organisation there.",
    "--app": "The app there. What examples create in it is deleted again.",
    "--client-id": "Of the app.",
    "--client-secret": "Of the app; better given by the environment.",
}
_OPTIONAL = {
    "--foreign-token": "A well-formed token that the service never issued.",
    "--as": "The org/app of the examples which the app stands for. [default: that of login.http]",
}


class ServiceError(Exception):
    """The service is not named well enough, or does not know us."""


def service_options(command: Callable[P, None]) -> Callable[P, None]:
    """Give a command the options that name a service, each with its variable of the environment."""
    options = [_option(name, told) for name, told in {**_NEEDED, **_OPTIONAL}.items()]
    rate: Decorator = click.option(
        "--rate",
        type=click.FloatRange(0, min_open=True),
        envvar="ERRORBOOK_RATE",
        show_envvar=True,
        default=_RATE,
        show_default=True,
        help="The most calls a second to the service.",
    )
    return reduce(lambda inner, option: option(inner), [rate, *reversed(options)], command)


def build_service(given: Mapping[str, str], rate: float, login: Login, catalog: Catalog) -> Service | None:
    """The service that the options name; None if they name none. Raises ServiceError."""
    if not any(given.values()):
        return None
    _check_complete(given)
    _check_address(given["base_url"])
    return Service(
        base=given["base_url"].rstrip("/"),
        org=given["org"],
        app=given["app"],
        client_id=given["client_id"],
        client_secret=given["client_secret"],
        foreign_token=given["foreign_token"],
        home=_choose_home(given["as_"], login, catalog),
        login=login,
        deletions=catalog.deletions,
        run_id=make_run_id(),
        pace=Pace(rate),
    )


def check_in(service: Service) -> None:
    """See whether somebody is there who knows us. Raises ServiceError."""
    try:
        service.check_in()
    except RefusedError as exc:
        whom = f"{service.base} gives no token for {service.org}/{service.app}"
        why = "; ".join(problem.text for problem in exc.problems)
        raise ServiceError(service.hide_secrets(f"{whom}: {why}")) from None


def _option(name: str, told: str) -> Decorator:
    variable = f"ERRORBOOK_{_field(name).strip('_').upper()}"
    return click.option(name, _field(name), envvar=variable, show_envvar=True, default="", help=told)


def _field(name: str) -> str:
    field = name.removeprefix("--").replace("-", "_")
    return "as_" if field == "as" else field


def _check_complete(given: Mapping[str, str]) -> None:
    missing = [name for name in _NEEDED if not given[_field(name)]]
    if missing:
        raise ServiceError(
            f"A run at a service needs {_join(list(_NEEDED))}, as options or in the environment "
            f"(ERRORBOOK_BASE_URL ...); missing: {_join(missing)}."
        )


def _check_address(address: str) -> None:
    try:
        url = httpx2.URL(address)
    except httpx2.InvalidURL:
        url = httpx2.URL("")
    if url.scheme not in ("http", "https") or not url.host or url.query or url.fragment:
        raise ServiceError(f"--base-url: {address!r} is no address. Write it as https://host.")


def _choose_home(wanted: str, login: Login, catalog: Catalog) -> str:
    homes = sorted({find_home(example) for _, _, example in catalog.runs()})
    if wanted and wanted not in homes:
        raise ServiceError(f"--as: no example lives in {wanted!r}. Choose {_join(homes, 'or')}.")
    return wanted or find_home(login.example)


def _join(words: list[str], last: str = "and") -> str:
    return f" {last} ".join(filter(None, (", ".join(words[:-1]), words[-1])))
