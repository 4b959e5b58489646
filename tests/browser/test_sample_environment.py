"""The reader's own address, org, app and token in the samples; the row of languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect
from reader import log_in
from tools import TOOLS, each_tongue, run_sample
from visits import visiting

PAGE, OTHER = "errors/app-not-found/", "errors/token-corrupt/"
PLACE = {"ORG": "easemob-demo", "APP": "open"}
SHOWN = "YWMt-0123456789"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "worker-src 'self'"
)
ODD = 'it\'s "5" $a `b` \\n!'


def serve_as_in_public(route: Route) -> None:
    """Under a strict policy, and with the sitemap of this very address, which instant navigation goes by."""
    answer = route.fetch()
    own = f"<loc>{'/'.join(route.request.url.split('/')[:3])}/"
    body = re.sub("<loc>https?://[^/]+/", own, answer.text())
    route.fulfill(response=answer, body=body, headers=answer.headers | {"Content-Security-Policy": POLICY})


@pytest.fixture
def page(chromium: Browser, site_url: str) -> Iterator[Page]:
    """A tab of its own; whatever the page complains about fails the test."""
    context = chromium.new_context(base_url=site_url, viewport={"width": 1280, "height": 800})
    context.route(re.compile(r"/$|/sitemap\.xml$"), serve_as_in_public)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    with visiting(context) as page:
        page.goto(PAGE)
        yield page
        context.unroute_all(behavior="ignoreErrors")  # the theme may still be asking for its sitemap


def fill(page: Page, **values: str) -> None:
    panel = page.locator("sample-environment")
    if not panel.locator("details").evaluate("details => details.open"):
        panel.locator("summary").click()
    for name, value in values.items():
        panel.locator(f"[name={name}]").fill(value)


def sample(page: Page, tongue: str) -> Locator:
    return page.locator(f"[data-request=fixed] code[data-sample={tongue}]")


def text(locator: Locator) -> str:
    return locator.text_content() or ""


@each_tongue
def test_samples_run_with_the_values_and_without_an_environment(
    page: Page, site_url: str, tmp_path: Path, tongue: str
) -> None:
    base = site_url.rstrip("/")
    fill(page, BASE=site_url, TOKEN=log_in(base, PLACE)["TOKEN"], **PLACE)
    assert run_sample(tongue, text(sample(page, tongue)), {}, tmp_path).status == 200


@each_tongue
def test_values_are_quoted_whatever_they_hold(page: Page, site_url: str, tmp_path: Path, tongue: str) -> None:
    fill(page, BASE=site_url, TOKEN=ODD, **PLACE)
    assert run_sample(tongue, text(sample(page, tongue)), {}, tmp_path).status == 401


def test_http_shows_values_as_they_are(page: Page) -> None:
    fill(page, BASE="https://example.com/", ORG="acme", TOKEN=ODD)
    assert text(sample(page, "http")).startswith("GET https://example.com/acme/{{app}}/users?limit=1\n")
    assert text(sample(page, "http")).endswith(f"Bearer {ODD}")


def test_values_stay_in_the_tab_on_all_pages_and_out_of_the_address(page: Page) -> None:
    fill(page, ORG="acme")
    for address in (OTHER, f"en/{OTHER}"):
        page.goto(address)
        assert "/acme/" in text(sample(page, "http"))
        assert "acme" not in page.url
        expect(page.locator("sample-environment")).to_have_attribute("data-used", "")
    assert page.evaluate("localStorage.length === 0 || !JSON.stringify({...localStorage}).includes('acme')")
    assert page.context.cookies() == []
    tab = page.context.new_page()
    tab.goto(PAGE)
    assert "/acme/" not in text(sample(tab, "http"))


def test_values_are_shown_after_instant_navigation(page: Page) -> None:
    fill(page, ORG="acme")
    page.wait_for_load_state("networkidle")
    page.evaluate("window.stayed = true")
    page.locator(".eb-path a").nth(1).click()
    page.locator('.eb-entry a[href$="token-corrupt/"]').click()
    page.wait_for_url(f"**/{OTHER}")
    expect(sample(page, "http")).to_contain_text("/acme/")
    assert page.evaluate("window.stayed")


def test_clearing_brings_back_what_was_printed(page: Page) -> None:
    codes = page.locator("code[data-sample]")
    printed = codes.evaluate_all("codes => codes.map(code => code.innerHTML)")
    fill(page, BASE="https://example.com", TOKEN=SHOWN, **PLACE)
    assert codes.evaluate_all("codes => codes.map(code => code.innerHTML)") != printed
    page.locator("sample-environment button").click()
    assert codes.evaluate_all("codes => codes.map(code => code.innerHTML)") == printed
    assert page.evaluate("sessionStorage.getItem('errorbook.environment')") is None
    page.reload()
    assert page.locator("sample-environment [name=TOKEN]").input_value() == ""


def test_token_is_masked_until_revealed_and_copied_as_it_is(page: Page) -> None:
    fill(page, TOKEN=SHOWN)
    token = sample(page, "curl").locator(".eb-yours__secret")
    assert token.evaluate("span => getComputedStyle(span).color") == "rgba(0, 0, 0, 0)"
    field = page.locator("sample-environment [name=TOKEN]")
    security = "field => getComputedStyle(field).webkitTextSecurity"
    assert field.evaluate(security) == "disc"
    page.locator("[data-request=fixed] [data-pane=curl] .md-code__button").click()
    expect(page.locator(".md-dialog--active")).to_be_visible()
    assert f"Bearer {SHOWN}" in page.evaluate("navigator.clipboard.readText()")
    page.locator("sample-environment [type=checkbox]").check()
    expect(token).to_have_count(0)
    assert field.evaluate(security) == "none"


def test_values_last_for_the_page_where_storage_is_switched_off(page: Page) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'sessionStorage', { get() { throw new Error('off'); } })"
    )
    page.goto(PAGE)
    fill(page, ORG="acme")
    assert "/acme/" in text(sample(page, "http"))


def test_fields_are_not_there_without_scripts(chromium: Browser, site_url: str) -> None:
    context = chromium.new_context(java_script_enabled=False, base_url=site_url)
    page = context.new_page()
    page.goto(PAGE)
    expect(page.locator("sample-environment")).to_be_hidden()
    context.close()


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_chosen_language_is_in_sight_and_nothing_overflows(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    fill(page, BASE="https://a-rather-long-host-name.example.com", TOKEN=SHOWN * 10)
    row = page.locator("[data-request=fixed] fieldset")
    for tongue in TOOLS:
        page.locator(f"[data-request=fails] input[value={tongue}]").check()
        place, tab = (box.bounding_box() for box in (row, row.locator("label", has=page.locator(":checked"))))
        assert place, tongue
        assert tab, tongue
        assert place["x"] - 1 <= tab["x"], tongue
        assert tab["x"] + tab["width"] <= place["x"] + place["width"] + 1, tongue
        assert page.evaluate("document.documentElement.scrollWidth") == width
