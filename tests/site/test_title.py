"""The book has one title in each language, wherever it shows."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pytest
from printed import page_path, read_page

from errorbook.model import LANGUAGES, Language
from errorbook.settings import Settings

each_language = pytest.mark.parametrize("language", LANGUAGES)


@each_language
def test_the_home_page_is_headed_by_the_title(settings: Settings, site: Path, language: Language) -> None:
    home = read_page(page_path(site, language, ""))
    assert home.xpath("string(//h1[@id='home']/text())").strip() == settings.title[language]
    assert home.xpath("string(//title)") == settings.title[language]


@each_language
@pytest.mark.parametrize("address", ["", "handling/", "errors/username-taken/"])
def test_every_header_shows_the_title(
    settings: Settings, site: Path, language: Language, address: str
) -> None:
    page = read_page(page_path(site, language, address))
    shown = page.xpath("string(//*[@data-md-component='header-title']//*[@class='md-ellipsis'])")
    assert shown == settings.title[language]
    assert page.xpath("string(//title)").endswith(settings.title[language])


@each_language
def test_cover_and_metadata_of_the_pdf_have_the_title(
    settings: Settings, site: Path, language: Language
) -> None:
    reader = pypdf.PdfReader(site / f"errors-{language}.pdf")
    cover = " ".join(reader.pages[0].extract_text().split())
    assert reader.metadata is not None
    assert reader.metadata.title == settings.title[language]
    assert cover.startswith(settings.title[language])
