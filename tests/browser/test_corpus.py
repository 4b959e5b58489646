"""Pastes of the corpus through the page itself: it shows what the matcher on the command line says."""

from __future__ import annotations

import random

import pytest
from corpus.fixtures import NEGATIVES
from corpus.specimens import build_specimens, read_negatives
from playwright.sync_api import Browser

from errorbook.explorer import Matcher, build_index
from errorbook.views import Book

PASTE = """(field, text) => {
    field.value = text;
    field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
    const best = document.querySelector("[data-error][data-match]");
    return best ? [best.dataset.error, best.dataset.match] : [];
}"""


@pytest.fixture(scope="module")
def sample(books: tuple[Book, ...]) -> list[str]:
    """Without carriage returns, which a text field does not keep."""
    specimens = build_specimens(build_index(*books), per_shape=2, seed=6) + read_negatives(NEGATIVES)
    texts = [each.text for each in specimens if "\r" not in each.text]
    return random.Random(6).sample(texts, 60)  # noqa: S311 - no secret


def test_page_shows_what_the_matcher_says(
    chromium: Browser, site_url: str, books: tuple[Book, ...], sample: list[str]
) -> None:
    matcher = Matcher(build_index(*books))
    page = chromium.new_page(base_url=site_url)
    page.goto("")
    page.wait_for_selector("error-explorer[data-ready]")
    query = page.locator("#explorer-query")
    shown = {text: query.evaluate(PASTE, text) for text in sample}
    page.close()
    said = {text: matcher.find(text) for text in sample}
    assert {"exact", "close", "none"} == {outcome.match for outcome in said.values()}
    assert shown == {
        text: [outcome.results[0].id, outcome.match] if outcome.results else []
        for text, outcome in said.items()
    }
