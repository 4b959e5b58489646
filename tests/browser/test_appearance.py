"""What is seen and heard of it: forced colours, paper, a narrow screen, a screen reader's names."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect
from visits import open_explorer

pytestmark = pytest.mark.long

TAKEN = "errors/username-taken/"
BODY = json.dumps(
    {
        "error_description": "Application 4d7e4ba0-dc4a-11e3-90d5-e1ffbaacdaf5 Entity user requires that "
        "property named username be unique, value of bob exists"
    }
)
NAMES = {
    "zh": (r"400\s*，\s*8\s*个错误", "错误列表"),
    "en": (r"400\s*, errors:\s*8", "Errors"),
}

Open = Callable[..., Page]


@pytest.fixture
def open_page(chromium: Browser, site_url: str) -> Iterator[Open]:
    """A tab of its own; without an address, the home page when it answers."""
    contexts: list[BrowserContext] = []

    def open_one(address: str = "", **options: Any) -> Page:
        context = chromium.new_context(base_url=site_url, viewport={"width": 1280, "height": 900}, **options)
        contexts.append(context)
        page = context.new_page()
        if address in ("", "en/"):
            open_explorer(page, address)
        else:
            page.goto(address)
        return page

    yield open_one
    for context in contexts:
        context.close()


def ask(page: Page, text: str) -> None:
    page.locator("#explorer-query").fill(text)


def result(page: Page) -> Locator:
    return page.locator("[data-part=result]")


def count(page: Page, folder: Path, text: str = BODY) -> None:
    """Choose a log and wait for its report."""
    log = folder / "app.log"
    log.write_text(text, encoding="utf-8")
    with page.expect_file_chooser() as chooser:
        page.locator("log-triage [data-part=choose]").click()
    chooser.value.set_files(log)
    expect(page.locator("log-triage [data-part=report]")).to_be_visible()


def look(place: Locator) -> tuple[str, ...]:
    looks: list[str] = place.evaluate(
        """(element) => {
            const { color, backgroundColor, borderTopColor } = getComputedStyle(element);
            return [color, backgroundColor, borderTopColor];
        }"""
    )
    return tuple(looks)


def test_chosen_filters_differ_where_the_system_sets_the_colours(open_page: Open) -> None:
    page = open_page(forced_colors="active")
    chips = page.locator(".explorer-chip > span")
    lists = page.locator(".explorer-choice")
    assert look(chips.first) == look(chips.nth(1))
    page.locator(".explorer-chip input").first.check()
    page.locator("select[name=retry]").select_option("never")
    expect(page.locator(".explorer-choice[data-chosen]")).to_have_count(1)
    assert all(one != other for one, other in zip(look(chips.first), look(chips.nth(1)), strict=True))
    chosen = page.locator(".explorer-choice[data-chosen]")
    assert all(one != other for one, other in zip(look(chosen), look(lists.first), strict=True))
    assert look(chips.first.locator("small"))[0] == look(chips.first)[0]


@pytest.mark.parametrize("place", [".explorer-pill", ".explorer-badge"])
def test_marks_have_an_edge_where_the_system_sets_the_colours(open_page: Open, place: str) -> None:
    page = open_page(forced_colors="active")
    ask(page, BODY)
    expect(page.locator(f"[data-match] {place}").first).to_have_css("border-top-width", "1px")


def test_badges_of_pages_have_an_edge_where_the_system_sets_the_colours(open_page: Open) -> None:
    page = open_page(TAKEN, forced_colors="active")
    expect(page.locator(".eb-facts .eb-badge").first).to_have_css("border-top-width", "1px")


def test_match_is_printed_without_what_can_only_be_pressed(open_page: Open) -> None:
    page = open_page()
    ask(page, BODY)
    page.locator("[data-part=with-paste]").check()
    expect(page.locator(".explorer-masked pre")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".explorer-copy")).to_be_hidden()
    expect(page.locator("[data-match]")).to_have_css("box-shadow", "none")
    expect(page.locator(".explorer-causes")).to_be_visible()


def test_folded_setup_is_printed(open_page: Open) -> None:
    page = open_page(TAKEN)
    sample = page.locator("details:not([open]) [data-request=given] [data-sample=curl]")
    assert not is_seen(sample)
    page.emulate_media(media="print")
    assert is_seen(sample)


def is_seen(place: Locator) -> bool:
    return bool(place.evaluate("element => element.checkVisibility({ contentVisibilityAuto: true })"))


@pytest.mark.parametrize("home", ["", "en/"])
def test_report_stands_alone_until_something_is_asked(open_page: Open, home: str, tmp_path: Path) -> None:
    page = open_page(home)
    others = page.locator(".explorer-fold, .explorer-summary, [data-part=list]")
    count(page, tmp_path)
    for other in others.all():
        expect(other).to_be_hidden()
    ask(page, "token")
    expect(page.locator("[data-error=token-expired]")).to_be_visible()
    for other in others.all()[:2]:
        expect(other).to_be_visible()
    ask(page, "")
    expect(others.first).to_be_hidden()
    page.locator("log-triage [data-part=close]").click()
    for other in others.all():
        expect(other).to_be_visible()


def test_copy_button_lies_beside_the_commands_for_a_big_file(open_page: Open) -> None:
    page = open_page()
    page.locator("[data-part=cure]").evaluate("cure => { cure.hidden = false; }")
    button = page.locator(".triage-cure .md-code__button").first
    padding = page.locator(".triage-cure code").evaluate(
        "code => code.getBoundingClientRect().right - parseFloat(getComputedStyle(code).paddingRight)"
    )
    assert padding <= button.evaluate("button => button.getBoundingClientRect().left")


@pytest.mark.parametrize("language", NAMES)
def test_names_say_what_a_number_and_a_list_are(open_page: Open, language: str) -> None:
    chip, entries = NAMES[language]
    page = open_page("en/" if language == "en" else "")
    expect(page.get_by_role("checkbox", name=re.compile(f"^{chip}$"))).to_have_value("400")
    expect(page.get_by_role("list", name=entries, exact=True).first).to_be_visible()


def test_chosen_value_is_shown_without_its_number(open_page: Open) -> None:
    page = open_page()
    choice = page.locator("select[name=module]")
    choice.select_option("users")
    expect(choice.locator("[value=users]")).to_have_text("用户")
    choice.select_option("")
    expect(choice.locator("[value=users]")).to_have_text("用户 (6)")


def test_guesses_show_their_statuses(open_page: Open) -> None:
    page = open_page()
    ask(page, "usrname tacken zzz")
    guess = page.locator("[data-part=guesses] > li").first
    expect(guess.locator(".explorer-pill")).to_have_text("400")
    expect(guess.locator("[data-guess]")).to_have_text("用户名已被占用")


def test_words_of_something_else_have_no_guesses(open_page: Open) -> None:
    page = open_page()
    ask(page, "hello world")
    expect(result(page)).to_have_text("没有相符的错误")
    expect(page.locator("[data-part=guesses]")).to_be_hidden()


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("?status=404&module=users", "没有相符的错误，取消“状态码”或“模块”的筛选就会有结果"),
        ("?status=404&module=users&q=unique", "没有相符的错误，取消“状态码”的筛选就会有结果"),
        ("en/?status=404&module=users", "No error fits; some do without the filter on “Status” or “Module”"),
    ],
)
def test_filters_that_leave_nothing_are_named(open_page: Open, query: str, said: str) -> None:
    page = open_page(query)
    expect(result(page)).to_contain_text(said)


def test_way_to_the_top_does_not_lie_on_a_heading(open_page: Open) -> None:
    page = open_page(TAKEN)
    page.set_viewport_size({"width": 320, "height": 700})
    page.evaluate("scrollTo(0, 1500)")
    page.wait_for_function("scrollY > 1000")
    page.evaluate("scrollBy(0, -300)")
    top = page.locator(".md-top")
    expect(top).to_be_visible()
    expect(top).to_have_css("opacity", "1")
    box = top.bounding_box()
    assert box is not None
    assert box["y"] > 600
