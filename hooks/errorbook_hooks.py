"""MkDocs events: hand our pages to the engine. The only place that imports it.

The tables are read and the pages rendered before the engine empties its output folder, so that bad data
leaves the last site as it was. Our HTML takes the place of what generated (empty) Markdown files became,
and so never passes through Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import yaml
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from rjsmin import jsmin

from errorbook import explorer, pages
from errorbook.build import build_date, load_books
from errorbook.model import Language
from errorbook.problems import RefusedError
from errorbook.settings import Settings, parse_settings
from errorbook.views import Book

MARKS: dict[str, Callable[[Book], str]] = {
    "<!-- errorbook: explorer -->": explorer.render_explorer,
    "<!-- errorbook: downloads -->": lambda book: pages.render_downloads(book, build_date()),
    "<!-- errorbook: headers -->": pages.render_headers,
}
"""What an authored page may ask for, on a line of its own."""

TITLE = "<!-- errorbook: title -->"
"""Stands in the Markdown of an authored page for the title of the book."""

_CHECKBOX = re.compile(r'<input[^>]* type="(?:checkbox|radio)"[^>]*>')
_PUBLISHED = {".css", ".js", ".png", ".svg"}

_books: dict[Language, Book] = {}
_pages: dict[str, pages.Page] = {}


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """The English site lives below the Chinese one; each is called as the book in its language."""
    if _language(config) != "zh" and config.site_url:
        config.site_url = f"{config.site_url}{_language(config)}/"
    with _refusing():
        config.site_name = _settings(config).title[_language(config)]
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    with _refusing():
        _books.update((book.language, book) for book in load_books(_settings(config)))
    _pages.clear()
    _pages.update((f"{page.address}index.md", page) for page in pages.build_pages(_book(config)))


def on_files(files: Files, config: MkDocsConfig) -> Files:
    for uri, page in _pages.items():
        files.append(_generated(config, uri, _front_matter(page)))
    others = [book for language, book in _books.items() if language != _language(config)]
    index = explorer.render_index_script(explorer.build_index(_book(config), *others))
    files.append(File.generated(config, "assets/explorer-index.js", content=index))
    for name, prose in explorer.render_prose_scripts(_book(config)):
        files.append(File.generated(config, f"assets/explorer-prose/{name}.js", content=prose))
    for name, script in explorer.render_scripts(_assets(config) / "explorer"):
        files.append(File.generated(config, f"assets/{name}.js", content=script))
    for path in sorted(_shared_assets(config)):
        files.append(_asset(config, path))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    del page, files
    return markdown.replace(TITLE, config.site_name)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    del files
    ours = _pages.get(page.file.src_uri)
    if ours is None:
        return _fill_marks(html, _book(config))
    page.toc = get_toc(_toc_tokens(ours.headings))
    page.present_anchor_ids = {heading.id for heading in ours.headings}
    return ours.html


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    del page, config
    return _without_idle_autocomplete(output)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    del config
    return _without_idle_autocomplete(output_content) if template_name.endswith(".html") else output_content


@contextmanager
def _refusing() -> Iterator[None]:
    """What we refuse, the engine refuses, without a traceback."""
    try:
        yield
    except RefusedError as exc:
        raise PluginError(str(exc)) from None


def _without_idle_autocomplete(html: str) -> str:
    """The theme puts the attribute on checkboxes, where HTML does not allow it."""
    return _CHECKBOX.sub(lambda box: box[0].replace(' autocomplete="off"', ""), html)


def _fill_marks(html: str, book: Book) -> str:
    for mark, render in MARKS.items():
        if mark in html:
            html = html.replace(mark, render(book))
    return html


def _book(config: MkDocsConfig) -> Book:
    return _books[_language(config)]


def _settings(config: MkDocsConfig) -> Settings:
    document = {"extra": config.extra, "site_url": _root_url(config)}
    return parse_settings(Path(config.config_file_path), document)


def _root_url(config: MkDocsConfig) -> str:
    return (config.site_url or "").removesuffix(f"{_language(config)}/")


def _language(config: MkDocsConfig) -> Language:
    return "en" if config.theme["language"] == "en" else "zh"


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _assets(config: MkDocsConfig) -> Path:
    """Both languages use them, so they stand outside their folders of pages."""
    return _root(config) / "docs" / "assets"


def _shared_assets(config: MkDocsConfig) -> list[Path]:
    """Those that are published as they are, or nearly."""
    parts = _assets(config) / "explorer"
    files = [path for path in _assets(config).rglob("*.*") if path.suffix in _PUBLISHED]
    return [path for path in files if path.suffix != ".js" or parts not in path.parents]


def _asset(config: MkDocsConfig, path: Path) -> File:
    """Scripts go out without their comments, of which they have many."""
    uri = path.relative_to(_root(config) / "docs").as_posix()
    if path.suffix == ".js":
        return File.generated(config, uri, content=jsmin(path.read_text(encoding="utf-8")))
    return File.generated(config, uri, abs_src_path=str(path))


def _generated(config: MkDocsConfig, uri: str, content: str) -> File:
    return File.generated(config, uri, content=content, inclusion=InclusionLevel.NOT_IN_NAV)


def _front_matter(page: pages.Page) -> str:
    """The theme prints texts raw, so they are escaped here."""
    texts = {"title": page.title, "description": page.description, "redirect": page.redirect}
    escaped = {name: str(escape(text)) for name, text in texts.items() if text}
    meta = {**escaped, "search": {"boost": page.boost}}
    return f"---\n{yaml.safe_dump(meta, allow_unicode=True)}---\n"


def _toc_tokens(headings: tuple[pages.Heading, ...]) -> list[Any]:
    """Nested as the engine wants them: a heading's children are those of a deeper level that follow it."""
    roots: list[Any] = []
    path: list[Any] = []
    for heading in headings:
        token = {"level": heading.level, "id": heading.id, "name": str(escape(heading.text)), "children": []}
        while path and path[-1]["level"] >= heading.level:
            path.pop()
        (path[-1]["children"] if path else roots).append(token)
        path.append(token)
    return roots
