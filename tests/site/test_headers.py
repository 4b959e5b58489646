"""The headers that the site tells to send are those that our own server sends."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from printed import read_page
from starlette.testclient import TestClient

from errorbook.build import sandbox_factory
from errorbook.pages import render_headers
from errorbook.settings import Settings
from errorbook.views import Book


@pytest.mark.parametrize("folder", ["about", "en/about"])
def test_printed_headers_are_sent(settings: Settings, site: Path, folder: str) -> None:
    (code,) = read_page(site / folder / "index.html").xpath("//code[@data-headers]")
    printed = dict(line.split(": ", 1) for line in code.text_content().splitlines())
    app = sandbox_factory(settings)(site=site, connect_src=settings.connect_src)
    sent = TestClient(app).get("/").headers
    assert printed == {name: sent[name] for name in printed}
    assert "content-security-policy" in (name.lower() for name in printed)


def test_origins_of_the_settings_are_among_them(books: tuple[Book, ...]) -> None:
    assert books[0].run_kit
    kit = replace(books[0].run_kit, connect_src=("https://a.example.com", "https://b.example.com"))
    html = render_headers(replace(books[0], run_kit=kit))
    assert "connect-src &#39;self&#39; https://a.example.com https://b.example.com; worker-src" in html
