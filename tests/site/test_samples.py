"""Every printed request does what its page says, run from the text of the page with the real tool."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from functools import reduce
from pathlib import Path

import pytest
import requests
from printed import PrintedCase, PrintedRequest, page_path, read_cases

from errorbook.catalog import read
from errorbook.examples.verdict import judge
from errorbook.model import LANGUAGES, Catalog, Error, Language, Recording
from errorbook.settings import read_settings

ROOT = Path(__file__).parents[2]
COMMANDS = {"curl": ["bash", "-euo", "pipefail", "-c"], "python": [sys.executable, "-c"]}
_STATUS = re.compile(r"^(?:HTTP/\S+ )?(\d{3})\b")

ERRORS = [error.id for error in read(read_settings(ROOT / "mkdocs.yml").data).errors]


@pytest.fixture(scope="session", params=LANGUAGES)
def pages(request: pytest.FixtureRequest, site: Path) -> Callable[[str], list[PrintedCase]]:
    """The printed cases of an error's page, in one language of the site."""
    language: Language = request.param
    return lambda error_id: list(read_cases(page_path(site, language, f"errors/{error_id}/")))


@pytest.mark.parametrize("tongue", COMMANDS)
@pytest.mark.parametrize("error_id", ERRORS)
def test_printed_requests_behave_as_printed(
    catalog: Catalog, pages: Callable[[str], list[PrintedCase]], site_url: str, error_id: str, tongue: str
) -> None:
    error = next(error for error in catalog.errors if error.id == error_id)
    printed = pages(error_id)
    assert [case.case for case in printed] == [case.case for case in error.cases]
    for case in printed:
        run_case(error, case, tongue, site_url.rstrip("/"))


def run_case(error: Error, case: PrintedCase, tongue: str, base: str) -> None:
    """Given, failing and fixed, in this order, in a sandbox that begins anew."""
    environment = log_in(base, case.environment)
    assert [r.role for r in case.requests if r.role != "given"] == ["fails", "fixed"]
    for printed in case.requests:
        answer = run_sample(printed, tongue, environment)
        check_answer(error, printed, answer)
        environment |= {variable: read_path(answer.body, path) for variable, path in printed.answers.items()}


def log_in(base: str, place: dict[str, str]) -> dict[str, str]:
    """The environment that the samples read: address, credentials and both kinds of token."""
    secrets = {"client_id": "sandbox-id", "client_secret": "sandbox-secret"}
    tokens = []
    for _ in range(2):
        requests.post(f"{base}/_sandbox/reset", timeout=10).raise_for_status()
        url = f"{base}/{place['ORG']}/{place['APP']}/token"
        order = {"grant_type": "client_credentials", **secrets}
        tokens.append(str(requests.post(url, json=order, timeout=10).json()["access_token"]))
    return {
        "PATH": os.environ["PATH"],
        "BASE": base,
        **place,
        "FOREIGN_TOKEN": tokens[0],
        "TOKEN": tokens[1],
        "CLIENT_ID": secrets["client_id"],
        "CLIENT_SECRET": secrets["client_secret"],
    }


def run_sample(printed: PrintedRequest, tongue: str, environment: dict[str, str]) -> Recording:
    """Status and body, as the sample prints them; it must end well whatever the status."""
    command = [*COMMANDS[tongue], printed.samples[tongue]]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=60)
    assert ran.returncode == 0, ran.stderr
    found = _STATUS.match(ran.stdout)
    assert found, ran.stdout
    return Recording(int(found[1]), ran.stdout[ran.stdout.index("{") :].strip())


def check_answer(error: Error, printed: PrintedRequest, answer: Recording) -> None:
    assert answer.status == printed.status
    fields = ("error", "error_description")
    said, recorded = json.loads(answer.body), json.loads(printed.recorded)
    assert [field in said for field in fields] == [field in recorded for field in fields]
    if printed.role != "given":
        request = next(
            q for c in error.cases if c.example for q in c.example.requests if q.role == printed.role
        )
        verdict = judge(error, request, answer)
        assert verdict.agrees, f"expected {verdict.expected}, got {verdict.got}"


def read_path(body: str, path: str) -> str:
    return str(reduce(lambda value, key: value[key], path.split("."), json.loads(body)))
