"""The generated pages in a real browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Request, expect
from visits import visiting

ERROR, CASES = "errors/username-taken/", "errors/password-required/"
PAGES = (ERROR, CASES, "status/400/", "modules/users/", "errors/", "status/", "modules/", "apis/")


@pytest.fixture
def page(chromium: Browser, site_url: str) -> Iterator[Page]:
    """A visit of its own; whatever the page complains about fails the test."""
    context = chromium.new_context(base_url=site_url, viewport={"width": 1280, "height": 800})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    with visiting(context) as page:
        yield page


def pasted(page: Page) -> str:
    text = page.evaluate("navigator.clipboard.readText()")
    assert isinstance(text, str)
    return text


def choose(page: Page, label: str) -> None:
    page.locator("[data-request=fails]").first.get_by_label(label, exact=True).check()


def shown(page: Page) -> set[str | None]:
    """The languages of all samples in sight."""
    visible = page.locator(
        "[data-request=fails] code[data-sample]:visible, [data-request=fixed] code[data-sample]:visible"
    )
    return {code.get_attribute("data-sample") for code in visible.all()}


@pytest.mark.parametrize("language", ["", "en/"])
def test_choice_of_a_language_switches_all_samples(page: Page, language: str) -> None:
    page.goto(language + CASES)
    assert shown(page) == {"curl"}
    choose(page, "Python")
    assert shown(page) == {"python"}


def test_choice_lasts_for_the_visit(page: Page) -> None:
    page.goto(CASES)
    choose(page, "Python")
    page.goto(ERROR)
    assert shown(page) == {"python"}


def test_tabs_move_with_the_arrow_keys(page: Page) -> None:
    page.goto(ERROR)
    page.locator("[data-request=fails] input:checked").focus()
    page.keyboard.press("ArrowRight")
    assert shown(page) == {"python"}


def test_pressed_tab_stays_where_it_is(page: Page) -> None:
    page.goto(CASES)
    last = page.locator("[data-request=fixed]").last
    label = last.locator("label", has_text="Python")
    label.scroll_into_view_if_needed()
    before = label.evaluate("label => label.getBoundingClientRect().top")
    label.click()
    assert abs(label.evaluate("label => label.getBoundingClientRect().top") - before) <= 1


@pytest.mark.parametrize(
    ("name", "start", "end"),
    [("address", "http", ERROR), ("Markdown", "[", f"{ERROR})"), ("HTML", '<a href="http', "</a>")],
)
def test_permalink_is_copied_and_the_copy_announced(page: Page, name: str, start: str, end: str) -> None:
    page.goto(ERROR)
    buttons = page.locator("copy-permalink").first.get_by_role("button")
    (buttons.first if name == "address" else buttons.filter(has_text=name)).click()
    expect(page.locator("copy-permalink").first.get_by_role("status")).not_to_be_empty()
    text = pasted(page)
    assert (text.startswith(start), text.endswith(end)) == (True, True)
    assert ERROR in text


def test_html_is_pasted_as_a_link_where_links_can_be_pasted(page: Page) -> None:
    page.goto(ERROR)
    page.locator("copy-permalink").first.get_by_role("button", name="HTML").click()
    expect(page.locator("copy-permalink").first.get_by_role("status")).not_to_be_empty()
    kinds = page.evaluate("navigator.clipboard.read().then(items => items.flatMap(item => item.types))")
    assert set(kinds) == {"text/html", "text/plain"}


def test_permalink_of_a_case_names_the_case(page: Page) -> None:
    page.goto(CASES)
    page.locator("#missing copy-permalink").get_by_role("button").first.click()
    expect(page.locator("#missing copy-permalink").get_by_role("status")).not_to_be_empty()
    assert pasted(page).endswith(f"{CASES}#missing")


def test_without_a_clipboard_the_text_is_copied_by_selection(page: Page) -> None:
    page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true })"
    )
    page.goto(ERROR)
    page.evaluate("addEventListener('copy', () => { window.copied = document.activeElement.value })")
    page.locator("copy-permalink").first.get_by_role("button", name="HTML").click()
    assert str(page.evaluate("window.copied")).startswith('<a href="')


def test_theme_copies_the_sample_next_to_its_button(page: Page) -> None:
    page.goto(CASES)
    code = page.locator("#missing [data-request=fails] code[data-sample=curl]")
    page.locator("#missing [data-request=fails] [data-pane=curl] .md-code__button").click()
    expect(page.locator(".md-dialog--active")).to_be_visible()
    assert pasted(page) == (code.text_content() or "").rstrip()


def test_elements_work_after_instant_navigation(page: Page) -> None:
    page.goto("errors/")
    page.evaluate("window.stayed = true")
    page.locator('.eb-entry a[href$="username-taken/"]').click()
    page.wait_for_url(f"**/{ERROR}")
    choose(page, "Python")
    assert shown(page) == {"python"}
    expect(page.locator("copy-permalink button").first).to_be_visible()


def test_page_can_be_read_without_scripts(chromium: Browser, site_url: str) -> None:
    context = chromium.new_context(java_script_enabled=False, base_url=site_url)
    page = context.new_page()
    page.goto(ERROR)
    expect(page.locator("copy-permalink").first).to_contain_text(ERROR)
    expect(page.locator("copy-permalink button").first).to_be_hidden()
    choose(page, "Python")
    expect(page.locator("[data-request=fails] code[data-sample=python]")).to_be_visible()
    context.close()


@pytest.mark.parametrize("language", ["", "en/"])
@pytest.mark.parametrize("address", PAGES)
def test_nothing_is_wider_than_a_small_phone(page: Page, language: str, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(language + address)
    for label in page.locator("[data-request=fails] label").all():
        label.click()
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_page_asks_no_other_host_for_anything(page: Page, site_url: str) -> None:
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    page.on("request", note)
    page.goto(ERROR, wait_until="networkidle")
    assert {url for url in asked if not url.startswith((site_url, "data:"))} == set()
