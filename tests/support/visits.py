"""A visit to a page; what the browser complains about meanwhile fails the test."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Route


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


def navigate_instantly(context: BrowserContext) -> None:
    """Let the sitemap, by which instant navigation goes, name the very address of the page."""

    def serve(route: Route) -> None:
        answer, own = route.fetch(), "/".join(route.request.url.split("/")[:3])
        route.fulfill(response=answer, body=re.sub("<loc>https?://[^/]+", f"<loc>{own}", answer.text()))

    context.route("**/sitemap.xml", serve)


def open_explorer(page: Page, address: str = "") -> None:
    """Go to a home page and wait until it answers."""
    page.goto(address)
    page.wait_for_selector("error-explorer[data-ready]")
