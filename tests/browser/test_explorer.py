"""The explorer in a browser, on the built site: paste, words, filters, address and keys."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect
from seed import Row, read_seed
from visits import open_explorer

from errorbook.model import LANGUAGES, Catalog, Error, Language
from errorbook.template import fill, match_message

BODY = json.dumps(
    {
        "error": "duplicate_unique_property_exists",
        "timestamp": 1542350943210,
        "duration": 0,
        "exception": "org.apache.usergrid.persistence.exceptions.DuplicateUniquePropertyExistsException",
        "error_description": "Application 4d7e4ba0-dc4a-11e3-90d5-e1ffbaacdaf5Entity user requires that "
        "property named username be unique, value of dddd exists",
    }
)


@pytest.fixture
def page(chromium: Browser, site_url: str) -> Iterator[Page]:
    """The Chinese home page under the policy of a public server; complaints of the browser fail the test."""
    context = chromium.new_context(base_url=site_url, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.extend(_explorers_own(message)))
    open_explorer(page)
    yield page
    context.close()
    assert complaints == []


def _explorers_own(message: ConsoleMessage) -> list[str]:
    """Errors and warnings that name the explorer's files; the rest of the page has its own tests."""
    where = str(message.location.get("url", ""))
    return (
        [message.text] if message.type in {"error", "warning"} and "explorer" in where + message.text else []
    )


def paste(page: Page, text: str) -> None:
    """As from the clipboard: the browser says so in the event."""
    page.locator("#explorer-query").fill("")
    page.locator("#explorer-query").evaluate(
        """(field, text) => {
            field.value = text;
            field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
        }""",
        text,
    )


def words(page: Page, text: str) -> None:
    page.locator("#explorer-query").fill(text)


def state(page: Page) -> str | None:
    return page.get_attribute("error-explorer", "data-state")


def shown(page: Page) -> list[str | None]:
    entries = page.locator("[data-error]:not([hidden])")
    return [entries.nth(number).get_attribute("data-error") for number in range(entries.count())]


def order(page: Page) -> list[str]:
    found: list[str] = page.locator("[data-error]").evaluate_all(
        "rows => rows.map((row) => row.dataset.error)"
    )
    return found


def query(page: Page) -> str:
    """The address follows what is painted."""
    found: str = page.evaluate("errorbook.breath.painted().then(() => location.search)")
    return found


def test_at_first_everything_is_shown(page: Page) -> None:
    assert state(page) == "browse"
    assert shown(page) == order(page)
    assert query(page) == ""


def test_paste_finds_its_entry_puts_it_on_top_and_shows_the_values(page: Page) -> None:
    before = order(page)
    paste(page, BODY)
    assert state(page) == "match"
    assert order(page)[0] == "username-taken"
    assert shown(page)[0] == "username-taken"
    assert page.locator("[data-match]").count() == 1
    best = page.locator("[data-error='username-taken'][data-match='exact']")
    expect(best.locator("[data-capture='username']")).to_have_text("dddd")
    expect(best.locator("[data-capture='application']")).to_have_text("4d7e4ba0-dc4a-11e3-90d5-e1ffbaacdaf5")
    expect(best.locator(".explorer-values dt").last).to_have_text("用户名")
    words(page, "")
    assert order(page) == before
    assert page.locator("[data-match], [data-capture]").count() == 0


def test_message_shows_the_readers_values_and_then_its_own_again(page: Page) -> None:
    message = page.locator("[data-error='username-taken'] [data-part='message']")
    own = message.text_content() or ""
    paste(page, BODY)
    expect(message).to_contain_text("value of dddd exists")
    words(page, "")
    expect(message).to_have_text(own)


def test_a_second_paste_replaces_the_first(page: Page) -> None:
    paste(page, BODY)
    paste(page, '{"error_description":"username carol doesn\'t exist!"}')
    assert order(page)[0] == "group-member-not-found"
    assert page.locator("[data-match]").count() == 1
    assert page.locator("[data-capture]").all_text_contents() == ["carol"]


def test_damaged_paste_is_close(page: Page) -> None:
    paste(page, BODY[: BODY.index("dddd") - 20])
    assert state(page) == "match"
    assert page.locator("[data-match='close']").get_attribute("data-error") == "username-taken"


def test_values_are_text_and_not_endless(page: Page) -> None:
    paste(page, json.dumps({"error_description": f"username <img src=x>{'z' * 500} doesn't exist!"}))
    value = page.locator("[data-capture='username']").text_content() or ""
    assert value.startswith("<img src=x>zzz")
    assert len(value) <= 200
    assert page.locator("error-explorer img").count() == 0


@pytest.mark.parametrize("text", ["占用 用户名", "用户名占用", "username-taken", "UNIQUE property exists"])
def test_words_filter_in_any_order(page: Page, text: str) -> None:
    words(page, text)
    assert (state(page), shown(page)) == ("browse", ["username-taken"])


@pytest.mark.parametrize("home", ["", "en/"])
@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("用户名重复", "username-taken"),
        ("密码为空", "password-required"),
        ("password empty", "password-required"),
        ("wrong password", "invalid-credentials"),
        ("群成员", "group-member-not-found"),
        ("app key", "app-not-found"),
        ("接口不存在", "endpoint-not-provided"),
        ("用户不存在", "resource-not-found"),
    ],
)
def test_words_are_found_in_both_languages_best_first(page: Page, home: str, text: str, first: str) -> None:
    open_explorer(page, home)
    words(page, text)
    assert (state(page), shown(page)[0], order(page)[0]) == ("browse", first, first)


@pytest.mark.parametrize(
    "text",
    ["HTTP 401", "401错误", "报错401", "statusCode 401", "error 401 unauthorized", "401 Unauthorized"],
)
@pytest.mark.parametrize("home", ["", "en/"])
def test_a_status_leaves_its_errors_whatever_is_said_around_it(
    page: Page, catalog: Catalog, home: str, text: str
) -> None:
    open_explorer(page, home)
    words(page, text)
    assert state(page) == "browse"
    assert set(shown(page)) == {error.id for error in catalog.errors if 401 in error.statuses}


@pytest.mark.parametrize("text", ["Bad Request", "400 Bad Request"])
def test_a_standard_phrase_leaves_the_errors_of_its_status(page: Page, catalog: Catalog, text: str) -> None:
    words(page, text)
    assert state(page) == "browse"
    assert set(shown(page)) == {error.id for error in catalog.errors if 400 in error.statuses}


@pytest.mark.parametrize("text", ["令牌过期", "token失效"])
def test_words_that_mean_the_same_find_the_same(page: Page, text: str) -> None:
    words(page, text)
    assert (state(page), shown(page)[0]) == ("browse", "token-expired")


def test_method_and_path_show_what_the_operation_returns(page: Page, catalog: Catalog) -> None:
    words(page, "POST /users")
    returned = {entry.error for entry in catalog.returns if entry.api == "user-register"}
    assert returned <= set(shown(page))


@pytest.mark.parametrize(
    ("text", "first"),
    [("用户已存在", "username-taken"), ("应用不存在", "app-not-found"), ("token 无效", "token-unknown")],
)
@pytest.mark.parametrize("home", ["", "en/"])
def test_words_that_no_error_says_give_the_nearest(page: Page, home: str, text: str, first: str) -> None:
    open_explorer(page, home)
    words(page, text)
    assert (state(page), shown(page)[0]) == ("browse", first)


def test_list_is_in_its_order_again_after_words(page: Page) -> None:
    before = order(page)
    words(page, "密码")
    assert order(page) != before
    words(page, "")
    assert order(page) == before


def test_words_that_leave_nothing_give_guesses(page: Page) -> None:
    words(page, "usrname tacken zzz")
    assert state(page) == "none"
    assert shown(page) == []
    guess = page.locator("[data-guess]").first
    assert guess.get_attribute("data-guess") == "username-taken"
    guess.click()
    page.wait_for_url("**/errors/username-taken/")


def test_a_success_is_no_error(page: Page) -> None:
    paste(page, '{"action":"post","path":"/users","entities":[{"uuid":"1","username":"user1"}],"duration":0}')
    assert state(page) == "none"
    assert query(page) == ""


def test_filters_combine_with_each_other_and_with_words(page: Page) -> None:
    page.check("[name=status][value='401']")
    page.check("[name=status][value='404']")
    both = shown(page)
    page.select_option("[name=module]", "tokens")
    assert shown(page) == [error for error in both if error in shown(page)] != both
    words(page, "corrupt")
    assert shown(page) == ["token-corrupt"]
    assert query(page) == "?q=corrupt&status=401&status=404&module=tokens"


def test_filters_never_hide_a_match_and_say_that_it_lies_outside(page: Page) -> None:
    paste(page, BODY)
    result = page.locator("[data-part=result]")
    inside = result.inner_text()
    page.check("[name=status][value='404']")
    assert (state(page), shown(page)[0]) == ("match", "username-taken")
    assert "筛选" in result.inner_text()
    page.uncheck("[name=status][value='404']")
    assert result.inner_text() == inside


def test_values_that_no_filter_has_are_ignored(page: Page) -> None:
    open_explorer(page, "?retry=zzz&status=401&status=999&module=%22%5D")
    open_explorer(page, "?retry=zzz&module=nowhere")
    assert (state(page), shown(page)) == ("browse", order(page))
    expect(page.locator("[data-part=clear]")).to_be_hidden()
    open_explorer(page, "?retry=zzz&status=401&status=999")
    assert "token-expired" in shown(page)
    page.check("[name=status][value='404']")
    assert query(page) == "?status=401&status=404"


def test_address_brings_words_and_filters_back(page: Page) -> None:
    open_explorer(page, "?q=token&status=401&status=404&module=tokens&module=users&other=1")
    expect(page.locator("#explorer-query")).to_have_value("token")
    assert page.is_checked("[name=status][value='401']")
    assert page.is_checked("[name=status][value='404']")
    assert page.locator("[name=module] option:checked").inner_text() == "Token + 用户"
    assert "token-expired" in shown(page)
    page.uncheck("[name=status][value='404']")
    assert query(page) == "?other=1&q=token&status=401&module=tokens&module=users"


def test_theme_does_not_take_our_words_for_its_search(page: Page) -> None:
    open_explorer(page, "?q=token")
    page.wait_for_load_state("load")
    assert query(page) == "?q=token"
    assert page.locator("#__search").is_checked() is False


def test_who_leaves_at_once_takes_no_words_along(page: Page) -> None:
    page.evaluate("""() => {
        const field = document.querySelector("#explorer-query");
        field.value = "token";
        field.dispatchEvent(new InputEvent("input", { bubbles: true }));
        document.querySelector("error-explorer").remove();
        return errorbook.breath.painted();
    }""")
    assert "q=" not in page.url


def test_back_and_forward_follow_words_and_filters(page: Page) -> None:
    page.locator("#explorer-query").press_sequentially("token")
    page.locator("#explorer-query").blur()
    page.check("[name=status][value='401']")
    page.go_back()
    assert (query(page), page.is_checked("[name=status][value='401']")) == ("?q=token", False)
    page.go_back()
    assert (query(page), state(page), shown(page)) == ("", "browse", order(page))
    expect(page.locator("#explorer-query")).to_have_value("")
    page.go_forward()
    expect(page.locator("#explorer-query")).to_have_value("token")


def test_words_and_a_filter_chosen_at_once_are_two_steps_back(page: Page) -> None:
    page.evaluate("""() => {
        const field = document.querySelector("#explorer-query");
        field.value = "token";
        field.dispatchEvent(new InputEvent("input", { bubbles: true }));
        document.querySelector("[name=status][value='401']").click();
    }""")
    assert query(page) == "?q=token&status=401"
    page.go_back()
    assert query(page) == "?q=token"


def test_paste_never_enters_the_address_and_outlives_the_back_button(page: Page) -> None:
    paste(page, BODY)
    page.check("[name=status][value='400']")
    assert query(page) == "?status=400"
    page.go_back()
    assert query(page) == ""
    expect(page.locator("#explorer-query")).to_have_value(BODY)
    assert state(page) == "match"


@pytest.mark.parametrize("text", ["YWMtDUCW5GGZ", "secret words"])
def test_pasted_words_stay_out_of_the_address_too(page: Page, text: str) -> None:
    paste(page, text)
    assert query(page) == ""


def test_paste_that_is_undone_and_done_again_stays_out_of_the_address(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate("navigator.clipboard.writeText('some words of my own mail')")
    page.locator("#explorer-query").focus()
    page.keyboard.press("Control+V")
    page.keyboard.press("Control+Z")
    expect(page.locator("#explorer-query")).to_have_value("")
    page.keyboard.press("Control+Shift+Z")
    expect(page.locator("#explorer-query")).to_have_value("some words of my own mail")
    assert query(page) == ""


def test_words_typed_over_a_paste_are_in_the_address(page: Page) -> None:
    paste(page, BODY)
    page.locator("#explorer-query").press("Control+A")
    page.keyboard.type("token")
    assert query(page) == "?q=token"


def test_input_method_is_waited_for(page: Page) -> None:
    page.locator("#explorer-query").focus()
    devtools = page.context.new_cdp_session(page)
    devtools.send("Input.imeSetComposition", {"text": "guo'qi", "selectionStart": 6, "selectionEnd": 6})
    expect(page.locator("#explorer-query")).to_have_value("guo'qi")
    assert (query(page), state(page)) == ("", "browse")
    devtools.send("Input.insertText", {"text": "过期"})
    expect(page.locator("#explorer-query")).to_have_value("过期")
    assert (query(page), shown(page)[0]) == ("?q=%E8%BF%87%E6%9C%9F", "token-expired")


def test_match_is_seen_whole_below_the_header_of_a_small_screen(page: Page) -> None:
    page.set_viewport_size({"width": 640, "height": 450})
    paste(page, BODY)
    settle = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
    page.evaluate(settle)
    header = page.locator(".md-header").evaluate("header => header.getBoundingClientRect().bottom")
    result = page.locator("[data-part=result]").evaluate("line => line.getBoundingClientRect().top")
    assert result >= header


def test_same_match_with_other_values_is_announced_again(page: Page) -> None:
    paste(page, BODY)
    page.evaluate("""() => {
        globalThis.announced = 0;
        const result = document.querySelector("[data-part=result]");
        new MutationObserver(() => (globalThis.announced += 1)).observe(result, { childList: true });
    }""")
    page.locator("#explorer-query").fill(BODY.replace("dddd", "eeee"))
    expect(page.locator("[data-capture=username]")).to_have_text("eeee")
    assert page.evaluate("announced") > 0


def test_slash_brings_the_focus_and_escape_clears(page: Page) -> None:
    page.keyboard.press("/")
    expect(page.locator("#explorer-query")).to_be_focused()
    assert page.locator("#__search").is_checked() is False
    page.check("[name=status][value='401']")
    page.locator("#explorer-query").fill("token")
    page.locator("#explorer-query").press("Escape")
    expect(page.locator("#explorer-query")).to_have_value("")
    assert (query(page), state(page)) == ("", "browse")
    assert page.is_checked("[name=status][value='401']") is False


def test_escape_clears_from_a_result_and_undo_brings_the_query_back(page: Page) -> None:
    page.locator("#explorer-query").fill(BODY)
    page.keyboard.press("ArrowDown")
    expect(page.locator("[data-match] .explorer-title")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#explorer-query")).to_have_value("")
    expect(page.locator("#explorer-query")).to_be_focused()
    page.keyboard.press("Control+Z")
    expect(page.locator("#explorer-query")).to_have_value(BODY)
    assert state(page) == "match"


def test_slash_can_be_typed_where_one_types(page: Page) -> None:
    page.locator("#explorer-query").press_sequentially("a/b")
    expect(page.locator("#explorer-query")).to_have_value("a/b")


def test_button_clears_everything(page: Page) -> None:
    button = page.locator("[data-part=clear]")
    expect(button).to_be_hidden()
    page.select_option("[name=retry]", "refresh")
    button.click()
    assert (query(page), shown(page)) == ("", order(page))
    expect(button).to_be_hidden()


def test_enter_opens_the_best_entry(page: Page) -> None:
    paste(page, BODY)
    page.locator("#explorer-query").press("Enter")
    page.wait_for_url("**/errors/username-taken/#v=*username:dddd")


def test_enter_opens_no_guess(page: Page) -> None:
    words(page, "usrname tacken zzz")
    page.locator("#explorer-query").press("Enter")
    assert "errors/" not in page.url


def test_arrows_lead_from_the_query_through_what_is_shown(page: Page) -> None:
    words(page, "token")
    titles = page.locator("[data-error]:not([hidden]) .explorer-title")
    page.locator("#explorer-query").press("ArrowDown")
    expect(titles.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(titles.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator("#explorer-query")).to_be_focused()
    page.keyboard.press("Home")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#explorer-query")).to_be_focused()


def test_arrows_reach_guesses_and_enter_opens_them(page: Page) -> None:
    words(page, "usrname tacken zzz")
    page.locator("#explorer-query").press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/errors/username-taken/")


def test_enter_without_anything_asked_opens_nothing(page: Page) -> None:
    page.locator("#explorer-query").press("Enter")
    assert page.url.endswith("/")


def test_result_is_announced(page: Page) -> None:
    status = page.get_by_role("status").filter(has_text="个错误")
    expect(status).to_have_text(f"共 {len(order(page))} 个错误")
    words(page, "token corrupt")
    expect(status).to_have_text(f"显示 1 / {len(order(page))} 个错误")


def test_element_starts_again_after_the_theme_replaced_it(page: Page) -> None:
    paste(page, BODY)
    page.evaluate(
        """() => {
            const old = document.querySelector("error-explorer");
            const parent = old.parentElement;
            old.remove();
            const fresh = document.importNode(old, true);
            fresh.removeAttribute("data-ready");
            fresh.querySelector("textarea").value = "";
            parent.append(fresh);
        }"""
    )
    page.wait_for_selector("error-explorer[data-ready]")
    expect(page.locator("#explorer-query")).to_have_value(BODY)
    assert state(page) == "match"
    assert page.locator("head script[src*='explorer-index']").count() == 1
    page.keyboard.press("Escape")


def test_english_page_has_its_own_index(page: Page) -> None:
    open_explorer(page, "en/")
    paste(page, BODY)
    expect(page.locator("[data-match] .explorer-values dt").last).to_have_text("Username")
    expect(page.locator("[data-match] .explorer-badge--exact")).to_be_visible()


def test_list_can_be_read_and_followed_without_scripts(chromium: Browser, site_url: str) -> None:
    context = chromium.new_context(java_script_enabled=False, base_url=site_url)
    page = context.new_page()
    page.goto("")
    assert shown(page) == order(page) != []
    expect(page.locator("error-explorer form")).to_be_hidden()
    page.locator("[data-error='username-taken'] a").click()
    page.wait_for_url("**/errors/username-taken/")
    context.close()


def test_explorer_works_from_the_disk(chromium: Browser, site: Path) -> None:
    page = chromium.new_page()
    open_explorer(page, (site / "index.html").as_uri())
    paste(page, BODY)
    assert (state(page), order(page)[0]) == ("match", "username-taken")
    words(page, "token corrupt")
    assert shown(page) == ["token-corrupt"]
    page.close()


def test_list_stays_usable_if_the_index_is_missing(chromium: Browser, site_url: str) -> None:
    context = chromium.new_context(base_url=site_url)
    context.route("**/explorer-index.js", lambda route: route.abort())
    page = context.new_page()
    page.goto("")
    expect(page.locator("error-explorer form")).to_be_hidden()
    assert shown(page) == order(page) != []
    context.close()


@pytest.mark.parametrize("text", ["", BODY, "usrname tacken zzz"])
def test_nothing_is_wider_than_a_small_phone(page: Page, text: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.locator("[data-part=filters] summary").click()
    page.select_option("[name=error]", "organization_application_not_found") if not text else paste(
        page, text
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("home", ["", "en/"])
def test_result_of_a_paste_is_in_sight_on_a_phone(page: Page, home: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    open_explorer(page, home)
    page.locator("#explorer-query").focus()
    paste(page, BODY)
    expect(page.locator("[data-match] .explorer-title")).to_be_in_viewport()
    expect(page.locator("[data-match] [data-capture=username]")).to_be_in_viewport()
    expect(page.locator("#explorer-query")).to_be_focused()


def test_filters_are_folded_on_a_phone_unless_some_are_chosen(page: Page) -> None:
    filters = page.locator(".explorer-filters")
    expect(filters).to_be_visible()
    page.set_viewport_size({"width": 390, "height": 844})
    expect(filters).to_be_hidden()
    page.set_viewport_size({"width": 1280, "height": 900})
    expect(filters).to_be_visible()
    page.set_viewport_size({"width": 390, "height": 844})
    open_explorer(page, "?status=401")
    expect(filters).to_be_visible()


OTHER_VALUES = {
    "app": "shop-7",
    "application": "0a1b2c3d-0000-4111-8222-333344445555",
    "character": "'}' (code 125)",
    "column": "7",
    "expectation": "expected a value",
    "line": "12",
    "org": "1122-acme",
    "source": "java.io.StringReader@5c0ffee",
    "uri": "1122-acme/shop-7/chatgroups",
    "username": "zhang.san",
}


def with_other_values(catalog: Catalog, row: Row) -> tuple[Error, str]:
    """The row's error, and its message as another reader would have met it."""
    for error in catalog.errors:
        for template in error.descriptions:
            if row.status in error.statuses and match_message(template, row.message) is not None:
                return error, fill(template, OTHER_VALUES)
    raise LookupError(row.message)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_of_the_seed_with_other_values_leads_to_the_page_of_its_error(
    page: Page, catalog: Catalog, language: Language
) -> None:
    rows = [with_other_values(catalog, row) for row in read_seed()]
    home = "" if language == "zh" else f"{language}/"
    links = []
    for error, message in rows:
        open_explorer(page, home)
        paste(
            page,
            json.dumps({"error": error.error, "timestamp": 1, "duration": 0, "error_description": message}),
        )
        best = page.locator("[data-match=exact] .explorer-title")
        assert (state(page), shown(page)[0]) == ("match", error.id), message
        links.append(best.evaluate("link => link.href"))
    for (error, _), link in zip(rows, links, strict=True):
        page.goto(link)
        assert page.locator("h1").inner_text() == error.title[language]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_has_contrast(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.reload()
    page.wait_for_selector("error-explorer[data-ready]")
    paste(page, BODY)
    ratios: dict[str, float] = page.evaluate(CONTRASTS)
    assert {text: ratio for text, ratio in ratios.items() if ratio < 4.5} == {}
    assert len(ratios) > 20


CONTRASTS = """() => {
    const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const rgba = (color) => {
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = color;
        canvas.fillRect(0, 0, 1, 1);
        return [...canvas.getImageData(0, 0, 1, 1).data];
    };
    const light = (color) => {
        const linear = (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
        const [r, g, b] = color.map((part) => linear(part / 255));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const ground = (node) => {
        for (let at = node; at; at = at.parentElement) {
            const color = rgba(getComputedStyle(at).backgroundColor);
            if (color[3] === 255) return color;
        }
        return [255, 255, 255, 255];
    };
    const found = {};
    for (const node of document.querySelectorAll("error-explorer *")) {
        const own = [...node.childNodes].filter((child) => child.nodeType === Node.TEXT_NODE);
        const text = own.map((child) => child.data.trim()).join("");
        if (!text || !node.checkVisibility()) continue;
        const both = [light(rgba(getComputedStyle(node).color)), light(ground(node))];
        const [one, other] = both.sort((a, b) => b - a);
        found[`${node.className} ${text}`] = (one + 0.05) / (other + 0.05);
    }
    return found;
}"""
