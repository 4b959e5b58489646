"""What the table holds is on every surface, and no surface holds anything else."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import Any

import pypdf
import pytest
from printed import page_path, read_ids, read_page

from errorbook import permalinks
from errorbook.model import LANGUAGES, Catalog, Language

each_language = pytest.mark.parametrize("language", LANGUAGES)


def ids(catalog: Catalog) -> set[str]:
    return {error.id for error in catalog.errors}


def folder(site: Path, language: Language) -> Path:
    return site if language == "zh" else site / language


def folders_in(path: Path) -> set[str]:
    return {child.name for child in path.iterdir() if child.is_dir()}


@each_language
def test_error_pages_are_the_errors_of_the_table(catalog: Catalog, site: Path, language: Language) -> None:
    assert folders_in(folder(site, language) / "errors") == ids(catalog)


@each_language
def test_status_pages_list_the_errors_seen_with_each_status(
    catalog: Catalog, site: Path, language: Language
) -> None:
    codes = {code for error in catalog.errors for code in error.statuses}
    assert folders_in(folder(site, language) / "status") == set(map(str, codes))
    for code in codes:
        page = page_path(site, language, permalinks.status_address(code))
        assert read_ids(page) & ids(catalog) == {e.id for e in catalog.errors if code in e.statuses}


@each_language
def test_module_pages_list_the_errors_of_each_module(
    catalog: Catalog, site: Path, language: Language
) -> None:
    modules = {error.module for error in catalog.errors}
    assert folders_in(folder(site, language) / "modules") == modules
    for module in modules:
        page = page_path(site, language, permalinks.module_address(module))
        assert read_ids(page) & ids(catalog) == {e.id for e in catalog.errors if e.module == module}


@each_language
def test_operation_pages_link_to_what_each_operation_returns(
    catalog: Catalog, site: Path, language: Language
) -> None:
    assert folders_in(folder(site, language) / "apis") == {operation.id for operation in catalog.operations}
    for operation in catalog.operations:
        page = read_page(page_path(site, language, permalinks.operation_address(operation.id)))
        links = page.xpath("//article//a/@href")
        linked = {found[1] for link in links if (found := re.search(r"/errors/([a-z0-9-]+)/$", link))}
        assert linked == {entry.error for entry in catalog.returns if entry.api == operation.id}


@each_language
def test_cases_are_anchors_of_their_page(catalog: Catalog, site: Path, language: Language) -> None:
    for error in catalog.errors:
        page = read_page(page_path(site, language, permalinks.error_address(error.id)))
        anchors = page.xpath("//section[contains(@class, 'eb-case')]/@id")
        assert anchors == ([case.case for case in error.cases if case.case] or ["error--cause"])


@each_language
def test_ids_of_a_page_are_unique(site: Path, language: Language) -> None:
    for page in folder(site, language).rglob("index.html"):
        found = [str(value) for value in read_page(page).xpath("//@id")]
        assert len(found) == len(set(found)), page


@each_language
def test_every_link_of_the_site_leads_somewhere(site: Path, language: Language) -> None:
    for page in folder(site, language).rglob("index.html"):
        for link in {str(href) for href in read_page(page).xpath("//a/@href")}:
            if re.match(r"[a-z]+:", link):
                continue
            path, _, anchor = link.partition("#")
            target = (page.parent / path).resolve() if path else page.resolve()
            target = target / "index.html" if target.is_dir() else target
            assert target.is_file(), f"{page}: {link}"
            if anchor and target.suffix == ".html":
                assert anchor in read_ids(target) | {"__top"}, f"{page}: {link}"


@each_language
def test_explorer_lists_every_error_once(catalog: Catalog, site: Path, language: Language) -> None:
    listed = read_page(page_path(site, language, "")).xpath("//error-explorer//@data-error")
    assert sorted(listed) == sorted(ids(catalog))


@each_language
def test_explorer_index_holds_every_error(catalog: Catalog, site: Path, language: Language) -> None:
    script = (folder(site, language) / "assets" / "explorer-index.js").read_text(encoding="utf-8")
    index: Any = json.loads(script[script.index("{") : script.rindex("}") + 1])
    assert {entry["id"] for entry in index["errors"]} == ids(catalog)


@each_language
def test_search_index_holds_every_error_page(catalog: Catalog, site: Path, language: Language) -> None:
    index: Any = json.loads((folder(site, language) / "search" / "search_index.json").read_bytes())
    located = {doc["location"].partition("#")[0] for doc in index["docs"]}
    errors = {location.split("/")[1] for location in located if re.fullmatch(r"errors/[^/]+/", location)}
    assert errors == ids(catalog)


@each_language
def test_search_index_holds_messages_types_and_classes(
    catalog: Catalog, site: Path, language: Language
) -> None:
    index: Any = json.loads((folder(site, language) / "search" / "search_index.json").read_bytes())
    for error in catalog.errors:
        own = [doc for doc in index["docs"] if doc["location"].startswith(f"errors/{error.id}/")]
        text = as_searched(" ".join(f"{doc['title']} {doc['text']}" for doc in own))
        messages = [part for template in error.descriptions for part in template.literals]
        names = (error.error, *error.also_error, error.exception, *error.also_exception)
        for wanted in (*messages, *names):
            assert as_searched(wanted) in text, f"{error.id}: {wanted}"


def as_searched(text: str) -> str:
    """Without markup and without blanks, of which the index knows only that they part words."""
    return re.sub(r"[\s\u200b]+", "", html.unescape(re.sub(r"<[^>]+>", " ", text)))


CHINESE_QUERIES = {
    "过期": "token-expired",
    "损坏": "token-corrupt",
    "密码": "new-password-required",
    "注册": "registration-closed",
    "用户名": "username-taken",
    "成员": "group-member-not-found",
    "接口": "endpoint-not-provided",
}


@pytest.mark.parametrize(("query", "error"), CHINESE_QUERIES.items())
def test_chinese_words_begin_where_readers_begin(site: Path, query: str, error: str) -> None:
    index: Any = json.loads((site / "search" / "search_index.json").read_bytes())
    title = next(doc["title"] for doc in index["docs"] if doc["location"] == f"errors/{error}/")
    words = re.split(r"[\s\u200b]+", title)
    assert any(word.startswith(query) for word in words), words


def test_json_export_holds_every_error_in_both_languages(catalog: Catalog, site: Path) -> None:
    export: Any = json.loads((site / "errors.json").read_bytes())
    assert {error["id"] for error in export["errors"]} == ids(catalog)
    assert all(error[language]["title"] for error in export["errors"] for language in LANGUAGES)


@each_language
def test_destinations_of_the_pdf_are_the_errors_and_their_cases(
    catalog: Catalog, site: Path, language: Language
) -> None:
    reader = pypdf.PdfReader(site / f"errors-{language}.pdf")
    wanted = {e.id for e in catalog.errors} | {
        f"{e.id}--{c.case}" for e in catalog.errors for c in e.cases if c.case
    }
    named = {name.lstrip("/") for name in reader.named_destinations}
    assert named == wanted


@each_language
def test_every_permalink_ever_published_answers(catalog: Catalog, site: Path, language: Language) -> None:
    for entry in catalog.permalinks:
        page = page_path(site, language, entry.permalink)
        assert page.is_file(), entry.permalink
        anchor = entry.permalink.partition("#")[2]
        assert not anchor or anchor in read_ids(page), entry.permalink
