"""The rows of a list: those in sight at once, the others behind them, and of many, as the reader scrolls."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from visits import visiting

ASSETS = Path(__file__).parents[2] / "docs" / "assets" / "explorer"
FEW, SOME, MANY = 12, 400, 1500


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    with visiting(chromium.new_context(viewport={"width": 800, "height": 600})) as page:
        yield page


def make(page: Page, count: int) -> None:
    """A list of so many rows of 90 pixels, numbered, and `show(numbers)`."""
    items = "".join(f'<li data-error="{number}" style="height: 90px">{number}' for number in range(count))
    page.set_content(f'<style>[hidden] {{ display: none }}</style><ul data-part="list">{items}</ul>')
    page.evaluate("globalThis.errorbook = {}")
    for script in ("breath", "rows"):
        page.add_script_tag(path=ASSETS / f"{script}.js")
    page.evaluate("""() => {
        const list = document.querySelector("[data-part=list]");
        globalThis.rows = errorbook.rows.createRows(list);
        globalThis.show = (numbers) => rows.show(numbers.map(String));
    }""")


SHOWN = """() => {
    const rows = document.querySelectorAll("[data-error]:not([hidden])");
    return [...rows].map((row) => Number(row.dataset.error));
}"""


def show(page: Page, numbers: list[int]) -> list[int]:
    """What is not hidden in the same moment."""
    shown: list[int] = page.evaluate(f"(numbers) => {{ show(numbers); return ({SHOWN})(); }}", numbers)
    return shown


def settle(page: Page) -> list[int]:
    """What is not hidden once all is in its place."""
    expect(page.locator("[data-part=list]:not([data-stale])")).to_be_attached()
    shown: list[int] = page.evaluate(SHOWN)
    return shown


def test_a_few_rows_are_in_their_order_at_once(page: Page) -> None:
    make(page, FEW)
    wanted = list(range(FEW - 1, -1, -3))
    assert show(page, wanted) == wanted
    assert show(page, []) == []
    assert show(page, list(range(FEW))) == list(range(FEW))


def test_of_more_those_in_sight_are_in_front_and_no_other_is_shown(page: Page) -> None:
    make(page, SOME)
    wanted = list(range(SOME - 1, 0, -2))
    shown = show(page, wanted)
    assert shown[:5] == wanted[:5]
    assert sorted(shown) == sorted(wanted)
    assert settle(page) == wanted


def test_a_newer_wish_takes_over(page: Page) -> None:
    make(page, SOME)
    wanted = [7, 300, 5]
    page.evaluate("() => show([...Array(rows.count).keys()].reverse())")
    assert show(page, wanted) == wanted
    page.evaluate("errorbook.breath.painted()")
    assert settle(page) == wanted


def test_rows_that_stay_are_not_touched(page: Page) -> None:
    make(page, SOME)
    show(page, [1, 2, 3, 4])
    settle(page)
    page.evaluate("""() => {
        globalThis.touched = [];
        const note = (records) => records.forEach(({ removedNodes }) => touched.push(...removedNodes));
        new MutationObserver(note).observe(document.querySelector("[data-part=front]"), { childList: true });
    }""")
    assert show(page, [1, 2, 4]) == [1, 2, 4]
    assert page.evaluate("touched.map((row) => row.dataset.error)") == ["3"]


@pytest.mark.parametrize("count", [SOME, MANY])
def test_the_rest_of_a_long_list_comes_as_the_reader_scrolls(page: Page, count: int) -> None:
    make(page, count)
    show(page, [1])
    settle(page)
    everything = list(range(count))
    show(page, everything)
    assert settle(page)[:100] == everything[:100]
    for _ in range(count // 100):
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        page.evaluate("errorbook.breath.painted()")
    assert page.evaluate(SHOWN) == everything


def test_of_very_many_only_the_wanted_stay_in_the_page(page: Page) -> None:
    make(page, MANY)
    wanted = list(range(0, MANY, 100))
    assert show(page, wanted)[:5] == wanted[:5]
    assert settle(page) == wanted
    assert page.locator("[data-error]").count() == len(wanted)


def test_very_many_come_as_the_reader_scrolls_from_the_start(page: Page) -> None:
    make(page, MANY)
    assert page.locator("[data-error]").count() == 100
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    expect(page.locator("[data-error]")).to_have_count(200)


def test_a_taller_screen_has_more_rows_in_front(page: Page) -> None:
    page.set_viewport_size({"width": 800, "height": 1800})
    make(page, SOME)
    show(page, [1])  # measures
    settle(page)
    show(page, list(range(SOME)))
    assert page.locator("[data-part=front] > *").count() >= 1800 // 90
