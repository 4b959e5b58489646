"""The frame in a browser: policy, languages, lost addresses, colours, and everything by keyboard."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import httpx2
import pytest
from playwright.sync_api import Browser, Page, expect

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
LISTS = ("errors/", "status/", "modules/", "apis/")
PHONE, DESK = {"width": 390, "height": 800}, {"width": 1400, "height": 900}

Open = Callable[..., Page]


@pytest.fixture(scope="module")
def origin(site_url: str) -> Iterator[str]:
    """The site as a public server would answer: under the policy, with 404.html, at its own address."""
    client = httpx2.Client(base_url=site_url)
    get = cache(client.get)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found = get(self.path)
            answer = get("404.html") if found.status_code == 404 else found
            own = f"<loc>http://{self.headers['Host']}/"
            body = re.sub(rb"<loc>https?://[^/]+/", own.encode(), answer.content)
            self.send_response(found.status_code)
            self.send_header("Content-Type", answer.headers["content-type"])
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Content-Security-Policy", POLICY)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Tests are silent."""

    with client, ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture
def open_page(chromium: Browser, origin: str) -> Iterator[Open]:
    """Opens an address of the site in a fresh profile."""
    contexts = []

    def open_one(path: str = "", **options: Any) -> Page:
        context = chromium.new_context(**{"viewport": DESK, "color_scheme": "light", **options})
        contexts.append(context)
        page = context.new_page()
        page.goto(origin + path)
        return page

    yield open_one
    for context in contexts:
        context.close()


def first_link(page: Page, folder: str) -> str:
    """Path of the first page that a list leads to."""
    links: list[str] = page.locator("article a").evaluate_all("all => all.map(one => one.pathname)")
    return next(link.lstrip("/") for link in links if re.fullmatch(rf"/{folder}[^/]+/", link))


def is_open(page: Page, name: str) -> bool:
    return page.locator(f"[data-md-toggle={name}]").is_checked()


def test_every_kind_of_page_keeps_the_policy_and_asks_nobody_else(open_page: Open, origin: str) -> None:
    page = open_page()
    complaints: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: complaints.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
    page.on("request", lambda request: asked.append(request.url))
    for language in ("", "en/"):
        for path in ("", "handling/", "sandbox/", "about/", "404.html", *LISTS):
            page.goto(f"{origin}{language}{path}")
            if path in LISTS:
                page.goto(origin + first_link(page, language + path))
        page.wait_for_load_state("networkidle")
    assert complaints == []
    assert [url for url in asked if not url.startswith((origin, "data:"))] == []


def test_the_language_link_keeps_page_query_and_fragment(open_page: Open, origin: str) -> None:
    page = open_page("handling/?x=1#retry")
    page.click(".eb-language")
    expect(page).to_have_url(f"{origin}en/handling/?x=1#retry")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.click(".eb-language")
    expect(page).to_have_url(f"{origin}handling/?x=1#retry")
    expect(page.locator("html")).to_have_attribute("lang", "zh-Hans")


def test_the_language_link_works_without_a_script(open_page: Open, origin: str) -> None:
    path = first_link(open_page("errors/"), "errors/")
    page = open_page(path, java_script_enabled=False)
    page.click(".eb-language")
    expect(page).to_have_url(f"{origin}en/{path}")


def test_after_instant_navigation_language_and_focus_follow(open_page: Open, origin: str) -> None:
    page = open_page("about/")
    page.wait_for_load_state("networkidle")
    page.evaluate("window.sameDocument = true")
    page.locator(".md-tabs__link", has_text="错误处理").click()
    expect(page.locator("h1")).to_be_focused()
    assert page.evaluate("window.sameDocument")
    page.hover(".eb-language")
    expect(page.locator(".eb-language")).to_have_attribute("href", f"{origin}en/handling/")


def test_alternates_name_this_very_page_in_every_language(open_page: Open) -> None:
    for path in ("handling/", "en/handling/"):
        links = open_page(path).locator("link[rel~=alternate]")
        found = links.evaluate_all("all => all.map(one => [one.hreflang, new URL(one.href).pathname])")
        assert found == [["zh-Hans", "/handling/"], ["en", "/en/handling/"]]


def test_a_page_outside_the_navigation_marks_the_tab_of_its_list(open_page: Open) -> None:
    page = open_page(first_link(open_page("errors/"), "errors/"))
    expect(page.locator(".md-tabs [aria-current]")).to_have_text("全部错误")
    expect(open_page("errors/").locator(".md-tabs [aria-current=page]")).to_have_text("全部错误")


@pytest.mark.parametrize(("language", "shown"), [("", "zh-Hans"), ("en/", "en")])
def test_a_mistyped_address_offers_the_nearest_entry_in_its_language(
    open_page: Open, origin: str, language: str, shown: str
) -> None:
    path = first_link(open_page("errors/"), "errors/")
    page = open_page(f"{language}{path[:-3]}x/#v=username:a%20b")
    section = page.locator("[data-language]").first
    expect(section).to_have_attribute("lang", shown)
    nearest = section.locator("[data-nearest] a").first
    expect(nearest).to_have_attribute("href", f"{origin}{language}{path}#v=username:a%20b")


def test_an_old_fragment_is_searched_too_and_nonsense_finds_nothing(open_page: Open) -> None:
    path = first_link(open_page("errors/"), "errors/")
    page = open_page(f"old/list.html#{path.split('/')[1].replace('-', '_')}")
    expect(page.locator("[data-nearest] a").first).to_have_attribute("href", re.compile(f"/{path}$"))
    page.goto(urljoin(page.url, "/qqqq/wwww/"))
    page.wait_for_load_state("networkidle")
    expect(page.locator("[data-nearest]").first).to_be_hidden()


def test_a_lost_reader_without_script_is_led_on_in_both_languages(open_page: Open) -> None:
    page = open_page("404.html", java_script_enabled=False)
    for root in ("/", "/en/"):
        assert page.locator(f'[data-not-found] a[href="{root}"]').count() == 1
        assert page.locator(f'[data-not-found] a[href="{root}errors/"]').count() == 1
    english = open_page("en/404.html", java_script_enabled=False)
    expect(english.locator("[data-language]").first).to_have_attribute("lang", "en")


def test_a_dark_system_is_dark_before_the_bundle_runs(open_page: Open) -> None:
    page = open_page("404.html", color_scheme="dark")
    page.route("**/bundle.*", lambda route: route.abort())
    page.goto(urljoin(page.url, "/handling/"))
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_chosen_colours_last_and_hold_in_both_languages(open_page: Open) -> None:
    page = open_page("handling/")
    body = page.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    for _ in range(2):
        page.locator("[data-md-component=palette] label:visible").click()
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    page.goto(urljoin(page.url, "/en/about/"))
    expect(body).to_have_attribute("data-md-color-scheme", "slate")


def test_a_chosen_tab_is_open_on_the_next_visit(open_page: Open) -> None:
    page = open_page("handling/")
    page.locator(".tabbed-labels label").last.click()
    page.reload()
    expect(page.locator(".tabbed-set > input").last).to_be_checked()


def test_the_drawer_opens_and_closes_by_keyboard(open_page: Open) -> None:
    page = open_page("handling/", viewport=PHONE)
    button = page.locator("[data-toggles=drawer]")
    button.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".md-sidebar--primary a.md-nav__link").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")
    assert not is_open(page, "drawer")


def test_focus_never_enters_a_closed_drawer_and_leaving_an_open_one_closes_it(open_page: Open) -> None:
    page = open_page("about/", viewport=PHONE)
    for _ in range(25):
        page.keyboard.press("Tab")
        assert not page.evaluate("Boolean(document.activeElement.closest('.md-sidebar--primary'))")
    page.locator("[data-toggles=drawer]").press("Enter")
    page.locator(".md-sidebar--primary a.md-nav__link").last.focus()
    page.keyboard.press("Tab")
    assert not is_open(page, "drawer")


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_search_finds_a_part_of_an_identifier_by_keyboard(open_page: Open, viewport: dict[str, int]) -> None:
    page = open_page("about/", viewport=viewport)
    page.wait_for_load_state("networkidle")
    page.keyboard.press("/")
    expect(page.locator(".md-search__input")).to_be_focused()
    page.keyboard.type("property_exists")
    expect(page.locator(".md-search-result__link mark").first).to_be_visible()
    page.keyboard.press("Escape")
    assert not is_open(page, "search")


def test_closing_the_search_of_a_phone_returns_to_its_button(open_page: Open) -> None:
    page = open_page("about/", viewport=PHONE)
    button = page.locator("[data-toggles=search]")
    button.press("Enter")
    expect(page.locator(".md-search__input")).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(button).to_be_focused()


def test_words_in_the_address_do_not_open_the_themes_search(open_page: Open, origin: str) -> None:
    page = open_page("?q=token&retry=later#x")
    page.wait_for_load_state("networkidle")
    assert not is_open(page, "search")
    assert page.url == f"{origin}?q=token&retry=later#x"


def test_pages_on_the_disk_are_made_ready(chromium: Browser, site: Path) -> None:
    page, complaints = chromium.new_page(), list[str]()
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto((site / "handling/index.html").as_uri())
    expect(page.locator("button.md-code__button").first).to_be_attached()
    page.wait_for_load_state("networkidle")
    page.close()
    assert complaints == []


def test_chinese_punctuation_keeps_its_width(open_page: Open) -> None:
    """Firefox squeezes it where kerning is asked for by name, even if that asks for what is on anyway."""
    page = open_page("handling/")
    for part in ("body", "input", "code"):
        expect(page.locator(part).first).to_have_css("font-feature-settings", "normal")


def test_copy_buttons_add_no_landmarks(open_page: Open) -> None:
    page = open_page("handling/")
    page.locator(".md-code__nav").first.wait_for(state="attached")
    assert page.locator(".md-code__nav:not([role=none])").count() == 0


def test_without_script_labels_are_the_controls(open_page: Open) -> None:
    page = open_page("handling/", viewport=PHONE, java_script_enabled=False)
    expect(page.locator(".eb-toggle:visible")).to_have_count(0)
    page.locator(".md-header label[for=__drawer]").click()
    expect(page.locator(".md-sidebar--primary a.md-nav__link").first).to_be_visible()
