"""The site as it is built, opened from the disk: every link leads on, and no link to a folder is followed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from visits import open_explorer, visiting

pytestmark = pytest.mark.long

TAKEN = json.dumps(
    {"error_description": "Entity user requires that property named username be unique, value of bob exists"}
)
ENTRY = "errors/username-taken/index.html"


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    with visiting(chromium.new_context()) as page:
        yield page


def wait_for(page: Page, site: Path, path: str) -> None:
    page.wait_for_url(f"{(site / path).as_uri()}**")
    expect(page.locator("article h1")).to_be_visible()


@pytest.mark.parametrize("home", ["", "en/"])
def test_pasted_error_leads_to_its_page_with_the_values_and_back(page: Page, site: Path, home: str) -> None:
    open_explorer(page, (site / home / "index.html").as_uri())
    page.locator("#explorer-query").fill(TAKEN)
    page.locator("[data-match] .explorer-title").click()
    wait_for(page, site, f"{home}{ENTRY}")
    expect(page.locator(".eb-message var.eb-filled")).to_have_text("bob")
    page.go_back()
    wait_for(page, site, f"{home}index.html")
    page.wait_for_selector("error-explorer[data-ready]")


def test_words_lead_to_an_entry_by_key(page: Page, site: Path) -> None:
    open_explorer(page, (site / "index.html").as_uri())
    page.locator("#explorer-query").fill("token corrupt")
    expect(page.locator("[data-error=token-corrupt]")).to_be_visible()
    page.locator("#explorer-query").press("Enter")
    wait_for(page, site, "errors/token-corrupt/index.html")


def test_guess_can_be_followed(page: Page, site: Path) -> None:
    open_explorer(page, (site / "index.html").as_uri())
    page.locator("#explorer-query").fill("usrname tacken zzz")
    page.locator("[data-guess=username-taken]").click()
    wait_for(page, site, ENTRY)


def test_counted_error_can_be_followed(page: Page, site: Path, tmp_path: Path) -> None:
    log = tmp_path / "app.log"
    log.write_text(f"{TAKEN}\n", encoding="utf-8")
    open_explorer(page, (site / "index.html").as_uri())
    with page.expect_file_chooser() as chooser:
        page.locator("log-triage [data-part=choose]").click()
    chooser.value.set_files(log)
    page.locator("[data-counted=username-taken] a").click()
    wait_for(page, site, ENTRY)


def test_other_language_shows_the_same_page(page: Page, site: Path) -> None:
    page.goto(f"{(site / ENTRY).as_uri()}#v=username:bob")
    page.locator(".eb-language[hreflang=en]").click()
    wait_for(page, site, f"en/{ENTRY}")
    expect(page.locator(".eb-message var.eb-filled")).to_have_text("bob")


def test_keyboard_follows_links_too(page: Page, site: Path) -> None:
    page.goto((site / ENTRY).as_uri())
    page.locator(".eb-path a").first.press("Enter")
    wait_for(page, site, "index.html")


def test_search_that_has_no_index_is_not_offered(page: Page, site: Path) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto((site / ENTRY).as_uri())
    expect(page.locator("[data-toggles=drawer]")).to_be_visible()
    expect(page.locator("[data-toggles=search]")).to_be_hidden()


def test_every_link_within_the_site_leads_to_a_file(page: Page, site: Path) -> None:
    """Those of one page of each kind, as they are when the pointer has come to them."""
    kinds = ("", "errors/", "errors/username-taken/", "status/400/", "modules/users/", "apis/")
    for folder in [f"{language}{kind}" for language in ("", "en/") for kind in kinds]:
        page.goto((site / folder / "index.html").as_uri())
        paths: list[str] = page.locator("a[href]").evaluate_all(
            """links => links.map((link) => {
                link.dispatchEvent(new Event("pointerover", { bubbles: true }));
                return link.protocol === "file:" ? decodeURIComponent(link.pathname) : "";
            })"""
        )
        assert [path for path in filter(None, paths) if not Path(path).is_file()] == []


def test_page_that_moved_leads_on(page: Page, site: Path) -> None:
    """The project has none yet, so a page as it is built becomes one."""
    address, html = (site / ENTRY).as_uri(), (site / ENTRY).read_text(encoding="utf-8")
    moved = html.replace("<head>", '<head><meta http-equiv="refresh" content="0; url=../token-corrupt/">')
    page.route(address, lambda route: route.fulfill(body=moved, content_type="text/html"))
    page.goto(address)
    wait_for(page, site, "errors/token-corrupt/index.html")
