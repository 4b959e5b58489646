#!/usr/bin/env python3
"""Take the README's screenshots of a served site: `tools/screenshots.py http://127.0.0.1:8000/`."""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

FOLDER = Path(__file__).parents[1] / "docs" / "screenshots"
PASTE = (
    '{"error":"duplicate_unique_property_exists","error_description":"Application 4d7e4ba0-dc4a-11e3-90d5-'
    'e1ffbaacdaf5 Entity user requires that property named username be unique, value of reader-7 exists"}'
)


def main(site: str) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for language, prefix in (("zh", ""), ("en", "en/")):
            page = browser.new_page(viewport={"width": 1280, "height": 960})
            page.goto(site + prefix)
            page.locator("error-explorer[data-ready]").wait_for()
            page.fill("#explorer-query", PASTE)
            page.locator("[data-match]").wait_for()
            page.evaluate("scrollTo(0, 0)")
            page.screenshot(path=FOLDER / f"home-{language}.png")
        browser.close()


main(sys.argv[1])
