"""The best result of a paste: why it is that one, cause and fix, the link for a ticket, the masked paste."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from visits import open_explorer, visiting

BEARER = "YWMtDUCW5GGZEeSrF1Y8ZwAAAUp1cWfS7vK5CnKqVzJp0aQxZ"
BODY = json.dumps(
    {
        "error": "duplicate_unique_property_exists",
        "error_description": "Application 4d7e4ba0-dc4a-11e3-90d5-e1ffbaacdaf5Entity user requires that "
        "property named username be unique, value of zhang.san exists",
    }
)
PASTE = (
    f'curl -H "Authorization: Bearer {BEARER}" -d \'{{"password":"hunter22"}}\'\n```\n'
    f"{BODY}\n<b>13812345678</b>"
)
MASKED = (
    'curl -H "Authorization: Bearer [token:***]" -d \'{"password":"[password:***]"}\'\n```\n'
    f"{BODY}\n<b>[phone:***]</b>"
)


@pytest.fixture
def page(chromium: Browser, site_url: str) -> Iterator[Page]:
    """The Chinese home page under the policy of a public server; complaints of the browser fail the test."""
    context = chromium.new_context(base_url=site_url, viewport={"width": 1280, "height": 900})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    with visiting(context) as page:
        open_explorer(page)
        yield page


def paste(page: Page, text: str) -> None:
    page.locator("#explorer-query").fill(text)
    expect(page.locator("[data-match] .explorer-causes dd").first).to_be_visible()


def copied(page: Page, kind: str) -> str:
    answer = page.locator("[data-match] copy-permalink [role=status]")
    answer.evaluate("answer => answer.replaceChildren()")
    page.locator(f"[data-format={kind}]").click()
    expect(answer).not_to_be_empty()
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


@pytest.mark.parametrize("home", ["", "en/"])
def test_cause_and_fix_are_those_of_the_page_with_the_readers_values(page: Page, home: str) -> None:
    open_explorer(page, home)
    paste(page, BODY)
    cause, fix = page.locator(".explorer-causes dd").all_text_contents()
    assert "zhang.san" in cause
    page.locator("[data-match] .explorer-title").click()
    page.wait_for_url("**/errors/username-taken/#v=*")
    expect(page.locator(".eb-cause var.eb-filled").first).to_have_text("zhang.san")
    assert cause == page.locator(".eb-cause").text_content()
    assert fix == page.locator(".eb-fix p").text_content()


def test_values_in_cause_and_fix_are_text_and_not_endless(page: Page) -> None:
    paste(page, json.dumps({"error_description": f"username <img src=x>{'z' * 500} doesn't exist!"}))
    value = page.locator(".explorer-causes var").first.text_content() or ""
    assert value.startswith("<img src=x>zzz")
    assert len(value) <= 200
    assert page.locator("error-explorer img").count() == 0


def test_a_value_that_was_not_caught_goes_by_its_name(page: Page) -> None:
    paste(page, BODY[: BODY.index("value of")])
    expect(page.locator(".explorer-causes var").first).to_have_text("用户名")


def test_all_causes_are_told_with_links_if_it_is_open_which(page: Page) -> None:
    paste(page, '{"error":"illegal_argument","error_description":"password or pin must provided"}')
    cases = page.locator(".explorer-causes .explorer-case")
    assert cases.all_text_contents() == ["empty", "missing"]
    cases.last.click()
    page.wait_for_url("**/errors/password-required/#missing")


def test_cause_that_the_request_tells_is_the_only_one_and_part_of_the_link(page: Page) -> None:
    answer = '{"error":"illegal_argument","error_description":"password or pin must provided"}'
    paste(page, f'> POST /users\n{{"username":"zhang.san","password":""}}\n< HTTP/1.1 400\n{answer}')
    expect(page.locator(".explorer-case")).to_have_text(["empty"])
    assert copied(page, "address").endswith("/errors/password-required/#empty")
    page.locator("[data-match] .explorer-title").click()
    expect(page.locator("#empty")).to_be_in_viewport()


def test_it_is_said_what_matched(page: Page) -> None:
    exception = "org.apache.usergrid.persistence.exceptions.DuplicateUniquePropertyExistsException"
    paste(page, "HTTP/1.1 400 Bad Request\n" + json.dumps({**json.loads(BODY), "exception": exception}))
    expect(page.locator(".explorer-because")).to_have_text("依据：错误描述、错误类型、异常类、状态码")


def test_the_match_and_how_many_are_announced(page: Page) -> None:
    status = page.locator("[data-part=result][role=status]")
    paste(page, BODY)
    expect(status).to_have_text("完全相符：用户名已被占用")
    paste(page, BODY + '\n{"error_description":"Unable to authenticate due to corrupt access token"}')
    expect(status).to_contain_text("另有 1 个也相符")
    paste(page, BODY[: BODY.index("value of")])
    expect(status).to_contain_text("最接近的是：用户名已被占用")
    page.locator("#explorer-query").fill('{"error_description":"username is odd"}')
    guesses = page.locator("[data-guess]").count()
    expect(status).to_have_text(f"没有相符的错误。最相近的 {guesses} 个，供参考：")


def test_link_is_copied_in_each_format(page: Page, site_url: str) -> None:
    paste(page, PASTE)
    values = "application:4d7e4ba0-dc4a-11e3-90d5-e1ffbaacdaf5,username:zhang.san"
    address = f"{site_url}errors/username-taken/#v={values}"
    assert copied(page, "address") == address
    assert copied(page, "markdown") == f"[用户名已被占用]({address})"
    assert copied(page, "html") == f'<a href="{address}">用户名已被占用</a>'
    assert copied(page, "plain") == f"用户名已被占用\n{address}"


@pytest.mark.parametrize("secret", ["13812345678", "reader@example.com", BEARER])
def test_no_copy_of_the_link_carries_what_the_block_masks(page: Page, site_url: str, secret: str) -> None:
    paste(page, BODY.replace("zhang.san", secret))
    address = f"{site_url}errors/username-taken/#v=application:4d7e4ba0-dc4a-11e3-90d5-e1ffbaacdaf5"
    assert page.locator("[data-match] .explorer-title").evaluate("link => link.href") == address
    assert [copied(page, kind) for kind in ("address", "markdown", "html", "plain")] == [
        address,
        f"[用户名已被占用]({address})",
        f'<a href="{address}">用户名已被占用</a>',
        f"用户名已被占用\n{address}",
    ]


def test_masked_paste_goes_along_if_the_reader_says_so(page: Page) -> None:
    paste(page, PASTE)
    preview = page.locator(".explorer-masked")
    told = page.locator(".explorer-copy__told[aria-live=polite]")
    expect(told).to_be_attached()  # before it says something, or nobody hears it
    expect(preview).to_be_hidden()
    wish_for_the_paste(page)
    expect(preview.locator("pre")).to_have_text(MASKED)
    expect(preview.get_by_role("group", name="遮盖后的内容")).to_be_visible()
    expect(told).to_contain_text("Token ×1、密码 ×1、手机号 ×1")
    assert copied(page, "markdown").endswith(f"\n\n````\n{MASKED}\n````")
    assert copied(page, "plain").endswith(f"\n\n{MASKED}")
    assert "\n" not in copied(page, "address")
    page.uncheck("[data-part=with-paste]")
    expect(preview).to_be_hidden()
    expect(told).to_be_empty()
    assert "hunter" not in copied(page, "markdown") + copied(page, "html") + copied(page, "plain")


def test_the_same_match_in_another_text_keeps_its_place_and_masks_that_text(page: Page) -> None:
    paste(page, PASTE)
    wish_for_the_paste(page)
    box = page.locator("[data-part=with-paste]").element_handle()
    page.locator("#explorer-query").fill(f"{PASTE}\nreader@example.com")
    expect(page.locator(".explorer-masked pre")).to_have_text(f"{MASKED}\n[mail:***]")
    assert box.evaluate("box => box.isConnected")
    assert copied(page, "plain").endswith(f"\n\n{MASKED}\n[mail:***]")
    page.locator("#explorer-query").fill(PASTE.replace("zhang.san", "li.si"))
    expect(page.locator("[data-capture=username]")).to_have_text("li.si")
    expect(page.locator(".explorer-masked pre")).to_contain_text("value of li.si exists")


def test_masked_paste_in_html_is_text(page: Page) -> None:
    paste(page, PASTE)
    wish_for_the_paste(page)
    html = copied(page, "html")
    parser = _Texts()
    parser.feed(html)
    assert parser.tags == ["p", "a", "pre"]
    assert parser.texts[-1] == MASKED


class _Texts(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        del attrs
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def test_nothing_secret_is_in_the_page_but_in_the_query(page: Page) -> None:
    paste(page, PASTE)
    wish_for_the_paste(page)
    page.locator("#explorer-query").evaluate("field => field.remove()")
    html = page.content()
    assert [secret for secret in (BEARER, "hunter22", "13812345678") if secret in html] == []


def test_all_of_it_works_from_the_disk(chromium: Browser, site: Path) -> None:
    page = chromium.new_page()
    open_explorer(page, (site / "index.html").as_uri())
    paste(page, PASTE)
    wish_for_the_paste(page)
    expect(page.locator(".explorer-masked pre")).to_have_text(MASKED)
    expect(page.locator(".explorer-causes var").first).to_have_text("zhang.san")
    page.close()


def test_link_can_be_copied_if_what_masks_cannot_be_loaded(chromium: Browser, site_url: str) -> None:
    context = chromium.new_context(base_url=site_url, permissions=["clipboard-read", "clipboard-write"])
    context.route("**/explorer-masking.js", lambda route: route.abort())
    page = context.new_page()
    open_explorer(page)
    paste(page, PASTE)
    page.locator("[data-part=with-paste]").click()
    expect(page.locator("[data-part=with-paste]")).not_to_be_checked()
    expect(page.locator(".explorer-copy__told")).to_contain_text("再勾选一次可以重试")
    assert copied(page, "markdown").startswith("[")
    assert "hunter" not in copied(page, "markdown")
    context.unroute_all()
    wish_for_the_paste(page)
    assert copied(page, "plain").endswith(MASKED)
    context.close()


def test_result_stays_whole_if_the_causes_cannot_be_loaded(chromium: Browser, site_url: str) -> None:
    context = chromium.new_context(base_url=site_url)
    context.route("**/explorer-prose/*", lambda route: route.abort())
    page = context.new_page()
    open_explorer(page)
    page.locator("#explorer-query").fill(BODY)
    expect(page.locator("[data-match] [data-capture=username]")).to_have_text("zhang.san")
    expect(page.locator(".explorer-causes")).to_have_text(
        "原因和解决办法没有加载成功，打开这个错误的页面可以看到。"
    )
    context.close()


def wish_for_the_paste(page: Page) -> None:
    page.check("[data-part=with-paste]")
    expect(page.locator(".explorer-masked pre")).to_be_visible()


def settle(page: Page) -> None:
    """Until what follows the result is there, too: counts and the address."""
    page.evaluate("errorbook.breath.painted()")


def counts(page: Page) -> dict[str, str]:
    settle(page)
    chips: list[list[str]] = page.locator(".explorer-chip").evaluate_all(
        "chips => chips.map((chip) => [chip.control.value, chip.querySelector('[data-count]').textContent])"
    )
    return dict(chips)


def test_filters_count_what_each_value_would_leave(page: Page) -> None:
    before = counts(page)
    page.select_option("[name=module]", "tokens")
    for status, count in counts(page).items():
        page.check(f"[name=status][value='{status}']")
        assert page.locator("[data-error]:not([hidden])").count() == int(count), status
        page.uncheck(f"[name=status][value='{status}']")
    assert "0" in counts(page).values()
    page.locator("[data-part=clear]").click()
    assert counts(page) == before


def test_lists_count_too_and_a_value_that_leaves_nothing_can_be_chosen(page: Page) -> None:
    page.check("[name=status][value='404']")
    settle(page)
    option = page.locator("[name=retry] option[value=refresh]")
    assert re.fullmatch(r".+ \(0\)", option.inner_text())
    assert option.get_attribute("data-none") == ""
    page.select_option("[name=retry]", "refresh")
    assert page.get_attribute("error-explorer", "data-state") == "none"
    page.go_back()
    expect(page.locator("[name=retry]")).to_have_value("")


@pytest.mark.parametrize("home", ["", "en/"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_wider_than_a_small_phone(page: Page, home: str, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": 320, "height": 640})
    open_explorer(page, home)
    paste(page, PASTE)
    wish_for_the_paste(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
