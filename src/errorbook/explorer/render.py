"""The explorer as HTML: the list can be read and followed without any script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from errorbook.explorer.index import module_id
from errorbook.explorer.triage import read_triage_words
from errorbook.views.records import Book, ErrorView
from errorbook.words import read_words

_SAID = (
    "all",
    "browse",
    "exact",
    "close",
    "none",
    "obstacles",
    "or",
    "nearest",
    "others_exact",
    "others_close",
    "badge_exact",
    "badge_close",
    "captures",
    "outside",
    "because",
    "message",
    "error_type",
    "exception",
    "status",
    "and",
    "cause",
    "fix",
    "ticket",
    "copy_address",
    "copy_markdown",
    "copy_html",
    "copy_plain",
    "with_paste",
    "masked",
    "masked_nothing",
    "masked_label",
    "masking_failed",
    "causes_failed",
    "kind_token",
    "kind_password",
    "kind_secret",
    "kind_client",
    "kind_cookie",
    "kind_phone",
    "kind_mail",
    "copied",
    "copy_failed",
)
"""Words that the scripts say."""

_KINDS = {
    "retry": ("never", "later", "refresh"),
    "who": ("developer", "admin", "provider"),
    "state": ("current", "legacy"),
}


@dataclass(frozen=True, slots=True)
class Option:
    """A value of a filter, what to call it, and how many errors have it."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Filter:
    name: str
    label: str
    options: tuple[Option, ...]


def render_explorer(book: Book) -> Markup:
    """The whole explorer for the home page."""
    words = read_words("explorer", book.language)
    layout = _environment().get_template("explorer.html.j2")
    filters = tuple(_filters(book, words))
    html = layout.render(
        book=book,
        words=words,
        said={word: words[word] for word in _SAID},
        filters=filters,
        triage=read_triage_words(book.language),
    )
    return Markup(html)  # noqa: S704 - the layout escapes


def _filters(book: Book, words: dict[str, str]) -> Iterator[Filter]:
    """In the order in which they stand. Types and statuses are sorted, modules as in the book."""
    modules = {module_id(error): error.module.text for error in book.errors}
    types = sorted({name for error in book.errors for name in error.types})
    statuses = sorted({status for error in book.errors for status in error.statuses})
    for name, values in {"status": map(str, statuses), "module": modules, "error": types, **_KINDS}.items():
        counts = Counter(value for error in book.errors for value in _facets(error)[name])
        labels = {value: words.get(f"{name}_{value}", modules.get(value, value)) for value in values}
        options = tuple(
            Option(value, label, counts[value]) for value, label in labels.items() if counts[value]
        )
        yield Filter(name, words["error_type" if name == "error" else name], options)


def _facets(error: ErrorView) -> dict[str, tuple[str, ...]]:
    """The values by which the filters know an error."""
    return {
        "status": tuple(map(str, error.statuses)),
        "module": (module_id(error),),
        "error": error.types,
        "retry": (error.retry,),
        "who": (error.who,),
        "state": (error.state,),
    }


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("errorbook", "layouts"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
