"""The two configurations are one site in two languages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]


class Loader(yaml.SafeLoader):
    """Passes over `!ENV`, whose values no test here needs."""


Loader.add_constructor("!ENV", lambda *_: None)


def read_config(name: str) -> dict[str, Any]:
    document: dict[str, Any] = yaml.load((ROOT / name).read_text(encoding="utf-8"), Loader)  # noqa: S506
    return document


ZH = read_config("mkdocs.yml")
EN = read_config("mkdocs.en.yml")


def test_english_inherits_and_has_pages_and_output_of_its_own() -> None:
    assert EN["INHERIT"] == "mkdocs.yml"
    assert (ZH["docs_dir"], EN["docs_dir"]) == ("docs/zh", "docs/en")
    assert (ZH["site_dir"], EN["site_dir"]) == ("build/zh", "build/en")


def test_both_languages_have_the_same_pages_in_the_same_order() -> None:
    pages = [[path for item in config["nav"] for path in item.values()] for config in (ZH, EN)]
    assert pages[0] == pages[1]


def test_palettes_differ_in_the_names_of_their_buttons_only() -> None:
    zh, en = ([{**o, "toggle": o["toggle"]["icon"]} for o in c["theme"]["palette"]] for c in (ZH, EN))
    assert zh == en


def test_each_language_leads_to_the_other() -> None:
    assert [(a["lang"], a["link"]) for a in ZH["extra"]["alternate"]] == [("zh-Hans", "./"), ("en", "en/")]
    assert [(a["lang"], a["link"]) for a in EN["extra"]["alternate"]] == [("zh-Hans", "../"), ("en", "./")]


def test_nothing_is_fetched_from_a_third_party() -> None:
    assert ZH["theme"]["font"] is False
    assert not {"repo_url", "google_analytics"} & (ZH.keys() | EN.keys())
    assert ZH["plugins"].keys() == {"search"}
    assert "navigation.instant.prefetch" not in ZH["theme"]["features"]


def test_every_style_sheet_and_script_exists() -> None:
    named = [*ZH["extra_css"], *ZH["extra_javascript"], ZH["theme"]["favicon"]]
    assert [name for name in named if not (ROOT / "docs" / name).is_file()] == []
