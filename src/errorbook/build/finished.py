"""Read a finished site back: every address that was ever published has to answer."""

from __future__ import annotations

from collections.abc import Iterable
from html.parser import HTMLParser
from pathlib import Path

from errorbook.model import LANGUAGES, Catalog, Language
from errorbook.problems import Problem


def check_site(folder: Path, catalog: Catalog) -> list[Problem]:
    """Problems of a built site: addresses of the ledger and exports that are not there."""
    exports = ["index.html", "404.html", "errors.json", *(f"errors-{language}.pdf" for language in LANGUAGES)]
    missing = [Problem(name, 1, 1, "not built.") for name in exports if not (folder / name).is_file()]
    ledger = [entry.permalink for entry in catalog.permalinks]
    return missing + [p for language in LANGUAGES for p in _check_ledger(folder, language, ledger)]


def page_of(language: Language, address: str) -> tuple[str, str]:
    """The file of a permalink, relative to the site, and the anchor in it (or '')."""
    path, _, anchor = address.partition("#")
    return ("" if language == "zh" else f"{language}/") + path + "index.html", anchor


def read_ids(page: Path) -> set[str]:
    """Every id of a page."""
    reader = _Ids()
    reader.feed(page.read_text(encoding="utf-8"))
    return reader.ids


class _Ids(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del tag
        self.ids.update(value for name, value in attrs if name == "id" and value)


def _check_ledger(folder: Path, language: Language, ledger: Iterable[str]) -> list[Problem]:
    problems = []
    for address in ledger:
        name, anchor = page_of(language, address)
        page = folder / name
        if not page.is_file():
            problems.append(Problem(name, 1, 1, f"{address} was published, but has no page."))
        elif anchor and anchor not in read_ids(page):
            problems.append(Problem(name, 1, 1, f"{address} was published, but its anchor is not there."))
    return problems
