"""The explorer under the theme's instant navigation, which fetches pages instead of loading them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from visits import navigate_instantly, open_explorer, visiting

MESSAGE = (
    "Application 4d7e4ba0-dc4a-11e3-90d5-e1ffbaacdaf5 Entity user requires that property named username be "
    "unique, value of zhang.san exists"
)


@pytest.fixture
def page(chromium: Browser, site_url: str) -> Iterator[Page]:
    """The Chinese home page on a phone; one more load of it would forget `stayed`."""
    context = chromium.new_context(base_url=site_url, viewport={"width": 360, "height": 640})
    navigate_instantly(context)
    with visiting(context) as page:
        open_explorer(page)
        page.wait_for_load_state("networkidle")
        page.evaluate("document.querySelector('error-explorer').stayed = true")
        yield page
        context.unroute_all(behavior="ignoreErrors")  # the theme may still be asking for its sitemap


def painted(page: Page) -> None:
    page.evaluate("errorbook.breath.painted()")


def stayed(page: Page) -> bool:
    return bool(page.evaluate("document.querySelector('error-explorer').stayed"))


def test_back_between_states_leaves_page_and_focus_as_they_are(page: Page) -> None:
    page.locator("#explorer-query").fill("token")
    painted(page)
    page.locator("[data-part=filters] summary").click()
    page.check("[name=status][value='401']")
    page.go_back()
    expect(page.locator("[name=status][value='401']")).not_to_be_checked()
    expect(page.locator("[name=status][value='401']")).to_be_focused()
    page.go_back()
    expect(page.locator("#explorer-query")).to_have_value("")
    page.go_forward()
    expect(page.locator("#explorer-query")).to_have_value("token")
    assert stayed(page)


def test_entry_opens_at_its_heading_though_its_address_carries_values(page: Page) -> None:
    page.locator("#explorer-query").fill(MESSAGE)
    page.locator("[data-match] .explorer-copy").scroll_into_view_if_needed()
    page.locator("#explorer-query").evaluate("field => field.focus({ preventScroll: true })")
    assert page.evaluate("scrollY") > 0
    page.keyboard.press("Enter")
    page.wait_for_url("**/errors/username-taken/#v=*")
    expect(page.locator("article h1")).to_be_focused()
    assert page.evaluate("scrollY") == 0
    page.go_back()
    expect(page.locator("#explorer-query")).to_have_value(MESSAGE)


def test_words_stay_with_the_page_when_a_link_is_followed_at_once(page: Page) -> None:
    page.evaluate("""() => {
        const field = document.querySelector("#explorer-query");
        field.value = "tok";
        field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText" }));
        document.querySelector("a[href$='about/']").click();
        return errorbook.breath.painted();
    }""")
    page.wait_for_url("**/about/")
    assert "q=" not in page.url
    page.go_back()
    expect(page.locator("#explorer-query")).to_have_value("tok")
