"""Every printed request does what its page says, run from the text of the page with the real tool."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from printed import page_path, read_cases, read_page
from reader import Reader
from tools import TOOLS, each_tongue

from errorbook.catalog import read
from errorbook.model import LANGUAGES, Language
from errorbook.settings import read_settings

Record = Callable[[str, object], None]

ROOT = Path(__file__).parents[2]
ERRORS = {error.id: error for error in read(read_settings(ROOT / "mkdocs.yml").data).errors}


@pytest.mark.parametrize("language", LANGUAGES)
def test_home_counts_the_requests_that_are_run(site: Path, language: Language) -> None:
    cases = [
        case for error_id in ERRORS for case in read_cases(page_path(site, language, f"errors/{error_id}/"))
    ]
    printed = [request for case in cases for request in case.requests]
    assert all(set(TOOLS) < set(request.samples) for request in printed)
    (hint,) = read_page(page_path(site, language, "")).xpath("//*[@class='eb-downloads']/p")
    said = [int(number) for number in re.findall(r"\d+", re.sub(r"\d+-\d+-\d+", "", hint.text_content()))]
    assert said == [len(ERRORS), len(printed), len(TOOLS)]


@pytest.fixture
def reader(site: Path, site_url: str, tmp_path: Path) -> Reader:
    return Reader(site, site_url.rstrip("/"), tmp_path)


@pytest.mark.parametrize("language", LANGUAGES)
@each_tongue
@pytest.mark.parametrize("error_id", ERRORS)
def test_printed_requests_behave_as_printed(
    reader: Reader,
    record_property: Callable[[str, object], None],
    language: Language,
    tongue: str,
    error_id: str,
) -> None:
    record_property(f"printed requests run in {tongue}", reader.run_page(language, ERRORS[error_id], tongue))
