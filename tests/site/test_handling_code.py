"""The code printed on the page about handling errors decides as the page says, in both languages."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Callable
from email.utils import formatdate
from pathlib import Path

import pytest
from printed import page_path, read_page

from errorbook.model import LANGUAGES, Language

EXPIRED = {"error": "unauthorized", "error_description": "Unable to authenticate due to expired access token"}

CASES: list[tuple[dict[str, object], str]] = [
    ({"status": 401, "body": EXPIRED, "attempt": 1}, "refresh"),
    ({"status": 401, "body": EXPIRED, "attempt": 3}, "refresh"),
    ({"status": 401, "body": EXPIRED, "attempt": 2, "refreshed": True}, "give_up"),
    ({"status": 401, "body": {"error_description": "registration is not open"}, "attempt": 1}, "give_up"),
    ({"status": 400, "body": {"error": "illegal_argument"}, "attempt": 1}, "give_up"),
    ({"status": 404, "body": {}, "attempt": 1}, "give_up"),
    ({"status": 429, "body": {"error": "reach_limit"}, "attempt": 1}, "wait"),
    ({"status": 429, "body": {"error": "resource_limited"}, "attempt": 1}, "give_up"),
    ({"status": 403, "body": {"error_description": "message send reach limit"}, "attempt": 1}, "wait"),
    ({"status": 500, "body": {"error": "no_full_text_index"}, "attempt": 1}, "give_up"),
    ({"status": 502, "body": None, "attempt": 1}, "wait"),
    ({"status": 502, "body": "<html>Bad Gateway</html>", "attempt": 1}, "wait"),
    ({"status": 503, "body": {"error_description": "service not open"}, "attempt": 1}, "give_up"),
    ({"status": 0, "body": None, "attempt": 4}, "wait"),
    ({"status": 0, "body": None, "attempt": 5}, "give_up"),
]


@pytest.fixture(scope="session", params=LANGUAGES)
def code(request: pytest.FixtureRequest, site: Path) -> dict[str, str]:
    """The printed code by programming language."""
    language: Language = request.param
    page = read_page(page_path(site, language, "handling/"))
    blocks = {
        name: page.xpath(f"//div[contains(@class, 'language-{name}')]//code")
        for name in ("python", "javascript")
    }
    return {name: found[0].text_content() for name, found in blocks.items()}


@pytest.mark.parametrize(("given", "action"), CASES, ids=lambda value: str(value)[:60])
def test_printed_python_decides(code: dict[str, str], given: dict[str, object], action: str) -> None:
    scope: dict[str, object] = {}
    exec(code["python"], scope)  # noqa: S102 - printed by us
    decided = scope["decide_retry"](**given)  # type: ignore[operator]
    assert decided[0] == action
    assert action != "wait" or 0 <= decided[1] <= 30


def test_printed_javascript_decides_the_same(code: dict[str, str]) -> None:
    calls = [
        f"decideRetry({json.dumps(g['status'])}, {json.dumps(g['body'])}, {g['attempt']}, "
        f"{{refreshed: {json.dumps(g.get('refreshed', False))}}}).action"
        for g, _ in CASES
    ]
    script = f"{code['javascript']}\nconsole.log(JSON.stringify([{', '.join(calls)}]));"
    assert json.loads(_run_javascript(script)) == [action for _, action in CASES]


@pytest.fixture(params=["python", "javascript"])
def wait(request: pytest.FixtureRequest, code: dict[str, str]) -> Callable[[str | None], float]:
    """The seconds that the printed code waits for by the header `Retry-After`."""

    def wait_in_python(header: str | None) -> float:
        scope: dict[str, object] = {}
        exec(code["python"], scope)  # noqa: S102 - printed by us
        action, seconds = scope["decide_retry"](429, {}, 1, retry_after=header)  # type: ignore[operator]
        assert action == "wait"
        return float(seconds)

    def wait_in_javascript(header: str | None) -> float:
        call = f"decideRetry(429, {{}}, 1, {{ retryAfter: {json.dumps(header)} }}).seconds"
        return float(_run_javascript(f"{code['javascript']}\nconsole.log({call});"))

    return wait_in_python if request.param == "python" else wait_in_javascript


def test_printed_code_waits_as_many_seconds_as_retry_after_says(wait: Callable[[str | None], float]) -> None:
    assert wait("7") == 7


def test_printed_code_waits_until_the_date_that_retry_after_says(wait: Callable[[str | None], float]) -> None:
    before = time.time()
    until = int(before) + 3600
    seconds = wait(formatdate(until, usegmt=True))
    assert until - time.time() - 1 <= seconds <= until - before + 1


@pytest.mark.parametrize("header", [None, "", "0", "soon", formatdate(0, usegmt=True)])
def test_printed_code_waits_as_usual_if_retry_after_tells_no_wait(
    wait: Callable[[str | None], float], header: str | None
) -> None:
    assert 0 <= wait(header) <= 1


def _run_javascript(script: str) -> str:
    return subprocess.run(["node", "-e", script], capture_output=True, text=True, check=True).stdout
