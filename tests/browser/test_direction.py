"""Values that run from right to left, or hold marks that turn text around, leave our own sentences alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from visits import open_explorer, visiting

pytestmark = pytest.mark.long

OVERRIDE = "\u202eabc"
SEEN = "\ufffdabc"
HEBREW = "דוד"

LEFT_TO_RIGHT = """(element, text) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.data.indexOf(text);
        if (at < 0) continue;
        const lefts = [...text].map((_, place) => {
            const range = document.createRange();
            range.setStart(node, at + place);
            range.setEnd(node, at + place + 1);
            return range.getBoundingClientRect().left;
        });
        return lefts.every((left, place) => place === 0 || left > lefts[place - 1]);
    }
    throw new Error(text);
}"""


@pytest.fixture
def page(chromium: Browser, site_url: str) -> Iterator[Page]:
    with visiting(chromium.new_context(base_url=site_url, viewport={"width": 1280, "height": 900})) as page:
        yield page


def taken(name: str) -> str:
    return json.dumps(
        {
            "error_description": "Application 4d7e4ba0-dc4a-11e3-90d5-e1ffbaacdaf5 Entity user "
            f"requires that property named username be unique, value of {name} exists"
        },
        ensure_ascii=False,
    )


def reads(place: Locator, text: str) -> bool:
    """Whether a word of ours, on one line, runs from left to right."""
    return bool(place.evaluate(LEFT_TO_RIGHT, text))


@pytest.mark.parametrize(("name", "shown"), [(OVERRIDE, SEEN), (HEBREW, HEBREW)])
def test_best_entry_reads_on_behind_a_value(page: Page, name: str, shown: str) -> None:
    open_explorer(page)
    page.locator("#explorer-query").fill(taken(name))
    expect(page.locator(".explorer-causes var").first).to_have_text(shown)
    expect(page.locator("[data-match] [data-name=username]")).to_have_text(shown)
    expect(page.locator("[data-capture=username]")).to_have_text(shown)
    assert reads(page.locator("[data-match] .explorer-message"), "exists")
    for place in ("[data-match] [data-name=username]", "[data-capture=username]", ".explorer-causes var"):
        expect(page.locator(place).first).to_have_css("unicode-bidi", "isolate")


def test_next_paste_leaves_nothing_of_the_one_before(page: Page) -> None:
    """Chromium keeps the direction of a line whose text was turned by a mark in another element."""
    open_explorer(page)
    page.locator("#explorer-query").fill(taken(OVERRIDE))
    expect(page.locator(".explorer-causes var").first).to_have_text(SEEN)
    page.locator("[data-match]").screenshot()  # painted
    page.locator("#explorer-query").fill(taken("plain"))
    expect(page.locator(".explorer-causes var").first).to_have_text("plain")
    assert reads(page.locator("[data-match] .explorer-message"), "exists")


@pytest.mark.parametrize(("value", "shown"), [("%E2%80%AEabc", SEEN), ("%D7%93%D7%95%D7%93", HEBREW)])
def test_page_of_an_error_reads_on_behind_a_value(page: Page, value: str, shown: str) -> None:
    page.goto(f"errors/username-taken/#v=username:{value}")
    place = page.locator(".eb-message var[data-placeholder=username]")
    expect(place).to_have_text(shown)
    expect(place).to_have_css("unicode-bidi", "isolate")
    assert reads(page.locator(".eb-message"), "exists")


def test_names_of_files_show_the_marks_in_them(page: Page, tmp_path: Path) -> None:
    log = tmp_path / "a\u202eb.log"
    log.write_text(taken("bob"), encoding="utf-8")
    empty = tmp_path / "c\u202ed.log"
    empty.touch()
    open_explorer(page)
    with page.expect_file_chooser() as chooser:
        page.locator("log-triage [data-part=choose]").click()
    chooser.value.set_files([log, empty])
    expect(page.locator("[data-counted=username-taken]")).to_be_visible()
    expect(page.locator("log-triage [data-part=told]")).to_contain_text("c\ufffdd.log")
    report = page.locator("log-triage [data-part=copy]").get_attribute("data-copy") or ""
    assert "a\ufffdb.log" in report
    assert "\u202e" not in report + page.locator("log-triage").inner_text()
