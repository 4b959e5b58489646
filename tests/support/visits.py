"""A visit to a page; what the browser complains about meanwhile fails the test."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import BrowserContext, ConsoleMessage, Page


@contextmanager
def visiting(context: BrowserContext) -> Iterator[Page]:
    """A tab of the context, closed with it."""
    page, complaints = context.new_page(), list[str]()

    def note(message: ConsoleMessage) -> None:
        if message.type == "error":
            complaints.append(message.text)

    page.on("console", note)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert complaints == []


def open_explorer(page: Page, address: str = "") -> None:
    """Go to a home page and wait until it answers."""
    page.goto(address)
    page.wait_for_selector("error-explorer[data-ready]")
