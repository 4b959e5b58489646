"""Make the whole site in a new folder, read it back, and only then swap it in."""

from __future__ import annotations

import os
import time
from contextlib import ExitStack
from pathlib import Path

from errorbook.build.engine import finish_engine, start_engine
from errorbook.build.finished import check_site
from errorbook.build.inputs import digest_inputs
from errorbook.build.publish import is_published, publishing
from errorbook.build.recordings import build_run_kit, record
from errorbook.catalog import read
from errorbook.exports import render_json
from errorbook.model import LANGUAGES, Catalog
from errorbook.pdf import write_pdf
from errorbook.problems import RefusedError
from errorbook.settings import Settings
from errorbook.views import Book, Recordings, build_book

_DAY = 86_400


def load_books(settings: Settings) -> tuple[Book, ...]:
    """The book in every language, Chinese first.

    Reads the tables once and runs the examples, or takes their recordings from the cache. Raises
    RefusedError with every problem of the tables or of the examples.
    """
    catalog = read(settings.data)
    return _build_books(settings, catalog, record(settings, catalog))


def build_site(settings: Settings, site: Path) -> bool:
    """Build everything into `site`; False if it stands there already, made of the same inputs.

    Raises RefusedError for bad data, EngineError if the engine refuses, BusyError if another build runs;
    whatever happens, the last good site stays until the new one is whole.
    """
    catalog = read(settings.data)
    recordings = record(settings, catalog)
    date = build_date()
    stamp = digest_inputs(settings, date)
    if is_published(site, stamp):
        return False
    books = _build_books(settings, catalog, recordings)
    with publishing(site, stamp) as folder, ExitStack() as engines_end:
        engines = [
            engines_end.enter_context(start_engine(settings, book.language, _target(folder, book), date))
            for book in books
        ]
        _write_exports(settings, books, folder, date)
        for engine in engines:
            finish_engine(engine)
        _join(books, folder)
        if problems := check_site(folder, catalog):
            raise RefusedError(problems)
    return True


def build_date() -> int:
    """The date of this edition, seconds since 1970: `SOURCE_DATE_EPOCH`, else today at midnight UTC.

    No finer than a day, so that two builds of a day are byte-identical.
    """
    return int(os.environ.get("SOURCE_DATE_EPOCH") or time.time() // _DAY * _DAY)


def _build_books(settings: Settings, catalog: Catalog, recordings: Recordings) -> tuple[Book, ...]:
    kit = build_run_kit(settings)
    return tuple(build_book(catalog, recordings, language, settings.site_url, kit) for language in LANGUAGES)


def _target(folder: Path, book: Book) -> Path:
    """Where the engine writes one language. It empties its folder, so none may lie in another's."""
    return folder / f".{book.language}"


def _write_exports(settings: Settings, books: tuple[Book, ...], folder: Path, date: int) -> None:
    (folder / "errors.json").write_text(render_json(books), encoding="utf-8")
    for book in books:
        path = folder / f"errors-{book.language}.pdf"
        write_pdf(book, path, title=settings.title[book.language], timestamp=date)


def _join(books: tuple[Book, ...], folder: Path) -> None:
    """The first language's pages stand at the root, the others' in a folder of their own."""
    first, *others = books
    for path in _target(folder, first).iterdir():
        path.rename(folder / path.name)
    _target(folder, first).rmdir()
    for book in others:
        _target(folder, book).rename(folder / book.language)
