"""What axe can find out about pages: names, roles, contrast and order, in light and dark, wide and narrow."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from visits import open_explorer

pytestmark = pytest.mark.long

ROOT = Path(__file__).parents[2]
PAGES = (
    "errors/username-taken/",
    "en/errors/password-required/",
    "errors/",
    "en/status/400/",
    "modules/users/",
    "apis/register-user/",
    "handling/",
    "en/sandbox/",
    "about/",
    "404.html",
)
MATCH = '{"error_description": "password or pin must provided"}'
ASKED = {"": "browse", "token": "browse", MATCH: "match", "qqqq zzzz": "none"}
"""What is asked of the explorer, and what it then shows."""
FIND = """async () => {
    const { violations } = await axe.run(document, { resultTypes: ["violations"] });
    const tell = (id) => ({ target, failureSummary }) => `${id}: ${target}: ${failureSummary}`;
    return violations.flatMap(({ id, nodes }) => nodes.map(tell(id)));
}"""


@pytest.fixture(scope="module")
def axe() -> str:
    tool = ROOT / "tools" / "package"
    ran = subprocess.run([tool, "axe-core@4.10.3"], check=True, capture_output=True, text=True)
    return Path(ran.stdout.strip(), "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(params=["light", "dark"])
def page(chromium: Browser, site_url: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = chromium.new_context(base_url=site_url, color_scheme=request.param, reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.fixture(params=[1280, 320])
def width(page: Page, request: pytest.FixtureRequest) -> int:
    page.set_viewport_size({"width": request.param, "height": 800})
    return int(request.param)


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.usefixtures("width")
def test_page_is_accessible(page: Page, axe: str, address: str) -> None:
    page.goto(address)
    assert find_violations(page, axe) == []


@pytest.mark.parametrize("home", ["", "en/"])
@pytest.mark.usefixtures("width")
def test_explorer_is_accessible_in_every_state(page: Page, axe: str, home: str) -> None:
    open_explorer(page, home)
    for text, state in ASKED.items():
        page.locator("#explorer-query").fill(text)
        expect(page.locator(f"error-explorer[data-state={state}]")).to_be_visible()
        page.evaluate("errorbook.breath.painted()")
        assert find_violations(page, axe) == []


def test_what_is_wrong_is_found(page: Page, axe: str) -> None:
    page.goto("about/")
    page.evaluate("document.querySelector('main').append(document.createElement('button'))")
    assert [found.partition(":")[0] for found in find_violations(page, axe)] == ["button-name"]


def find_violations(page: Page, axe: str) -> list[str]:
    page.evaluate(f"{axe};")
    found: list[str] = page.evaluate(FIND)
    return found
