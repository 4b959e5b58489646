from __future__ import annotations

import pytest

from errorbook.pages.addresses import relative


@pytest.mark.parametrize(
    ("source", "target", "link"),
    [
        ("errors/a/", "errors/b/", "../b/"),
        ("errors/a/", "status/400/#a", "../../status/400/#a"),
        ("errors/a/", "errors/", "../"),
        ("errors/", "errors/a/", "a/"),
        ("errors/a/", "", "../../"),
        ("", "errors/a/#empty", "errors/a/#empty"),
        ("errors/a/", "errors/a/", "./"),
        ("errors/a/", "errors/a/#empty", "#empty"),
        ("", "", "./"),
    ],
)
def test_link_leads_from_one_page_to_another(source: str, target: str, link: str) -> None:
    assert relative(source, target) == link
