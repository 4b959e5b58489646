"""Addresses for tickets: the reader's values go from the explorer into the page of the error."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urljoin

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from visits import open_explorer, visiting

NAME = "张.san"
ENCODED = "%E5%BC%A0.san"
TAKEN = json.dumps(
    {
        "error_description": "Entity user requires that property named username be unique, "
        f"value of {NAME} exists"
    }
)
MALFORMED = json.dumps(
    {
        "error": "json_parse",
        "error_description": "Unexpected character ('s' (code 115)): secret expectation"
        "\n at [Source: secret.source@1; line: 3, column: 4]",
    }
)


@pytest.fixture
def page(chromium: Browser, site_url: str) -> Iterator[Page]:
    context = chromium.new_context(base_url=site_url, viewport={"width": 1280, "height": 800})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    with visiting(context) as page:
        yield page


def best(page: Page, text: str, home: str = "") -> Locator:
    """The title of the best entry for a paste."""
    open_explorer(page, home)
    page.locator("#explorer-query").fill(text)
    return page.locator("[data-match] .explorer-title")


def filled(page: Page) -> set[str]:
    return set(page.locator("var.eb-filled").all_text_contents())


@pytest.mark.parametrize("home", ["", "en/"])
def test_link_of_the_best_result_carries_the_values_into_the_page(
    page: Page, home: str, site_url: str
) -> None:
    best(page, TAKEN, home).click()
    page.wait_for_url(f"{site_url}{home}errors/username-taken/#v=username:{ENCODED}")
    expect(page.locator("var[data-placeholder=username].eb-filled").first).to_have_text(NAME)
    assert filled(page) == {NAME}
    assert NAME in page.locator(".eb-message").inner_text()


def test_values_that_may_not_stand_in_a_link_never_do(page: Page) -> None:
    link = best(page, MALFORMED)
    expect(page.locator("[data-capture=source]")).to_have_text("secret.source@1")
    assert (link.get_attribute("href") or "").endswith("errors/json-malformed/#v=line:3,column:4")
    copies = page.locator("[data-match] [data-copy]").evaluate_all(
        "all => all.map((one) => one.dataset.copy)"
    )
    assert "secret" not in "".join(copies) + page.url
    link.click()
    page.wait_for_url("**/errors/json-malformed/#v=*")
    expect(page.locator("var[data-placeholder=line]").first).to_have_text("3")
    assert filled(page) == {"3", "4"}


def test_result_without_values_leads_to_the_plain_address(page: Page, site_url: str) -> None:
    link = best(page, '{"error_description":"newpassword is required"}')
    assert link.evaluate("link => link.href") == f"{site_url}errors/new-password-required/"


def test_link_loses_the_values_with_the_paste(page: Page) -> None:
    best(page, TAKEN)
    page.locator("#explorer-query").fill("")
    assert "#" not in "".join(
        page.locator(".explorer-title").evaluate_all("links => links.map((a) => a.href)")
    )


@pytest.mark.parametrize("home", ["", "en/"])
def test_address_with_the_values_can_be_copied(page: Page, home: str, site_url: str) -> None:
    best(page, TAKEN, home)
    page.locator("[data-match] copy-permalink button").first.click()
    expect(page.locator("[data-match] copy-permalink [role=status]")).not_to_be_empty()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{site_url}{home}errors/username-taken/#v=username:{ENCODED}"


def test_address_copied_from_the_disk_is_the_published_one(chromium: Browser, site: Path) -> None:
    page = chromium.new_page()
    best(page, TAKEN, (site / "index.html").as_uri())
    copied = page.locator("[data-match] [data-copy]").first.get_attribute("data-copy") or ""
    assert re.fullmatch(rf"https?://[^/]+/(.+/)?errors/username-taken/#v=username:{ENCODED}", copied)
    page.close()


def test_ticket_is_read_from_the_disk_too(chromium: Browser, site: Path) -> None:
    page = chromium.new_page()
    page.goto(f"{(site / 'errors/username-taken/index.html').as_uri()}#v=username:bob")
    expect(page.locator("var.eb-filled").first).to_have_text("bob")
    page.close()


@pytest.mark.parametrize("case", ["missing", "empty"])
def test_ticket_leads_to_its_case_below_the_header(page: Page, case: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 500})
    page.goto(f"errors/password-required/#v=username:bob&case={case}")
    expect(page.locator(f"#{case} h2").first).to_be_in_viewport()
    header = page.locator(".md-header").evaluate("header => header.getBoundingClientRect().bottom")
    assert page.locator(f"#{case} h2").first.evaluate("h2 => h2.getBoundingClientRect().top") >= header


def test_values_are_text_of_known_names_only(page: Page) -> None:
    page.goto("errors/username-taken/#v=username:%3Cimg%20src=x%3E,nobody:x,application,%E0:%E0&case=%00")
    expect(page.locator("var.eb-filled").first).to_have_text("<img src=x>")
    assert filled(page) == {"<img src=x>"}
    assert page.locator("article img").count() == 0


@pytest.mark.parametrize(
    "fragment",
    ["v=", "v=username:", f"v=username:{'x' * 201}", "case=x", "fix", "%", "v=%"],
)
def test_garbage_leaves_the_page_as_it_is(page: Page, fragment: str) -> None:
    page.goto("errors/username-taken/")
    printed = page.locator("article").inner_text()
    page.goto("about:blank")
    page.goto(f"errors/username-taken/#{fragment}")
    page.wait_for_load_state("networkidle")
    assert filled(page) == set()
    assert page.locator("article").inner_text() == printed


def move(page: Page, fragment: str) -> None:
    """Move within the page for the first time: the theme fetches it again and replaces what is shown."""
    page.locator("article").evaluate("article => article.setAttribute('data-old', '')")
    page.evaluate("fragment => { location.hash = fragment; }", fragment)
    expect(page.locator("article[data-old]")).to_have_count(0)


def test_values_that_may_not_stand_in_a_link_are_not_read_from_one(page: Page) -> None:
    page.goto("errors/json-malformed/#v=line:3,source:evil,detail:evil,expectation:evil,character:evil")
    expect(page.locator("var[data-placeholder=line].eb-filled").first).to_have_text("3")
    assert filled(page) == {"3"}
    assert "evil" not in page.locator("article").inner_text()


def samples(page: Page, role: str) -> list[str]:
    return page.locator(f"[data-request={role}] code[data-sample]").all_text_contents()


def test_samples_show_the_value_where_the_example_has_its_own(page: Page) -> None:
    page.goto("errors/username-taken/")
    own = page.locator("[data-request=fails] code var[data-placeholder=username]").first.text_content() or ""
    given, fails, fixed = (samples(page, role) for role in ("given", "fails", "fixed"))
    page.goto("errors/username-taken/#v=username:zhang.san")
    expect(page.locator("[data-request=fails] code var.eb-filled").first).to_have_text("zhang.san")
    for role, printed in (("given", given), ("fails", fails), ("fixed", fixed)):
        assert samples(page, role) == [text.replace(own, "zhang.san") for text in printed]
    assert fails != samples(page, "fails")


@pytest.mark.parametrize("value", ['a"b', "a'b", "$(id)", "a\\b", "a b", "a/../b", "a`b", "{{x}}", ".."])
def test_nothing_enters_a_sample_that_could_mean_more_than_a_name(page: Page, value: str) -> None:
    page.goto("errors/username-taken/")
    printed = samples(page, "fails")
    expect(page.locator("[data-unfit]")).to_be_hidden()
    page.goto("about:blank")
    page.goto(f"errors/username-taken/#v=username:{quote(value, safe='')}")
    expect(page.locator(".eb-message var.eb-filled")).to_have_text(value)
    assert samples(page, "fails") == printed
    expect(page.locator("[data-unfit]")).to_be_visible()


@pytest.mark.parametrize("value", ["zhang.san", "张三", "e\u0301cole", "bob😀"])
def test_what_is_a_letter_in_every_language_enters_samples(page: Page, value: str) -> None:
    page.goto(f"errors/username-taken/#v=username:{quote(value, safe='')}")
    expect(page.locator("[data-request=fails] code[data-sample=curl]")).to_contain_text(value)
    expect(page.locator("[data-unfit]")).to_be_hidden()


def copies(page: Page, place: str) -> list[str]:
    buttons = page.locator(f"{place} > copy-permalink button")
    return [button.get_attribute("data-copy") or "" for button in buttons.all()]


@pytest.mark.parametrize("home", ["", "en/"])
def test_link_of_a_page_opened_from_a_ticket_keeps_the_values(page: Page, home: str, site_url: str) -> None:
    page.goto(f"{home}errors/username-taken/")
    published = page.locator("copy-permalink").get_attribute("data-url") or ""
    printed = copies(page, ".eb-head")
    page.goto("about:blank")
    page.goto(f"{home}errors/username-taken/#v=username:o'neil%20(x),unknown:x")
    carried = f"{published}#v=username:o%27neil%20%28x%29"
    expect(page.locator(".eb-permalink__address")).to_have_text(carried)
    assert copies(page, ".eb-head") == [text.replace(published, carried) for text in printed]
    page.locator(".eb-head copy-permalink button").first.click()
    expect(page.locator(".eb-head copy-permalink [role=status]")).not_to_be_empty()
    copied = str(page.evaluate("navigator.clipboard.readText()"))
    assert copied == carried
    page.goto("about:blank")
    page.goto(copied.replace(published, f"{site_url}{home}errors/username-taken/"))
    expect(page.locator(".eb-message var.eb-filled")).to_have_text("o'neil (x)")


def test_cause_in_the_ticket_stays_in_the_link(page: Page) -> None:
    page.goto("errors/group-member-not-found/#v=username:bob&case=none")
    url = page.locator(".eb-head copy-permalink").get_attribute("data-url") or ""
    address, markdown, html, _ = copies(page, ".eb-head")
    assert address == f"{url}#v=username:bob&case=none"
    assert markdown.endswith(f"({address})")
    assert f'href="{url}#v=username:bob&amp;case=none"' in html


def test_samples_keep_the_value_beside_the_readers_own_address(page: Page) -> None:
    page.goto("errors/username-taken/#v=username:zhang.san")
    sample = page.locator("[data-request=fails] code[data-sample=curl]")
    expect(sample).to_contain_text("zhang.san")
    page.locator("sample-environment summary").click()
    page.locator("sample-environment [name=ORG]").fill("acme")
    expect(sample).to_contain_text("acme")
    expect(sample).to_contain_text("zhang.san")
    move(page, "#v=username:lisi")
    expect(sample).to_contain_text("lisi")
    expect(sample).to_contain_text("acme")


def test_another_ticket_replaces_the_values(page: Page) -> None:
    page.goto("errors/username-taken/#v=username:first,application:one")
    expect(page.locator("var.eb-filled").first).to_be_visible()
    assert filled(page) == {"first", "one"}
    move(page, "#v=username:second")
    expect(page.locator("var[data-placeholder=username]").first).to_have_text("second")
    assert filled(page) == {"second"}


def test_values_stay_while_the_reader_moves_within_the_page(page: Page) -> None:
    page.goto("errors/username-taken/#v=username:first")
    move(page, "#details")
    expect(page.locator("var[data-placeholder=username]").first).to_have_text("first")
    assert filled(page) == {"first"}


def test_values_do_not_follow_to_another_page(page: Page) -> None:
    page.goto("errors/username-taken/#v=username:first")
    page.goto("errors/token-corrupt/")
    page.goto("errors/username-taken/")
    expect(page.locator("var[data-placeholder=username]").first).to_be_visible()
    assert filled(page) == set()


@pytest.mark.parametrize(
    ("wanted", "offered"),
    [
        ("errors/duplicate_unique_property_exists/", "errors/username-taken/"),
        ("status/40/", "status/400/"),
        ("statuses/401/", "status/401/"),
        ("module/user/", "modules/users/"),
    ],
)
def test_lost_address_offers_types_statuses_and_modules(
    page: Page, site: Path, site_url: str, wanted: str, offered: str
) -> None:
    lost = (site / "404.html").read_text(encoding="utf-8")
    page.route(f"**/{wanted}", lambda route: route.fulfill(body=lost, content_type="text/html"))
    page.goto(wanted)
    nearest = page.locator("[data-language=zh-Hans] [data-nearest] a")
    expect(nearest.first).to_be_visible()
    assert nearest.first.evaluate("link => link.href") == urljoin(site_url, offered)
