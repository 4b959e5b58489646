"""What all pages are made with: the book, its words, its links and the layouts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, partial
from http import HTTPStatus

from jinja2 import Environment, PackageLoader, StrictUndefined

from errorbook.inline import Piece, fill_pieces
from errorbook.pages.addresses import relative
from errorbook.pages.code import LEXERS, lexer_of_body, render_code
from errorbook.pages.plain import breakable, html_link, markdown_link
from errorbook.template import parse_template
from errorbook.views.records import Book, Link
from errorbook.words import read_words


@dataclass(frozen=True, slots=True)
class Heading:
    """A place that the theme's table of contents lists; `id` is that of its section."""

    id: str
    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Page:
    """`html` is the inside of the theme's article; title and description are plain text."""

    address: str
    title: str
    description: str
    html: str
    headings: tuple[Heading, ...] = ()
    redirect: str = ""
    """Where the page leads by itself, as a relative link."""
    boost: float = 1
    """How much the theme's search prefers the page."""


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step on the way to a page; the last one has no address."""

    text: str
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Press:
    book: Book

    @property
    def words(self) -> Mapping[str, str]:
        return read_words("pages", self.book.language)

    def render(self, layout: str, address: str, **values: object) -> str:
        """One article; layouts know the words and link from `address`."""
        return (
            _environment()
            .get_template(layout)
            .render(
                words=self.words,
                say=self.say,
                pieces=self.pieces,
                count=self.count,
                absolute=self.book.url,
                shareable={
                    placeholder.name for placeholder in self.book.placeholders if placeholder.shareable
                },
                link=partial(relative, address),
                **values,
            )
        )

    def say(self, word: str, **values: object) -> str:
        """A word with its holes filled."""
        return "".join(piece.text for piece in self.pieces(word, **values))

    def pieces(self, word: str, **values: object) -> tuple[Piece, ...]:
        """The same, remembering what fills which hole."""
        texts = {name: str(value) for name, value in values.items()}
        return fill_pieces(parse_template(self.words[word]), texts)

    def count(self, number: int) -> str:
        """How many errors."""
        return self.say("errors_one" if number == 1 else "errors_many", count=number)

    def crumbs(self, *steps: Link | str) -> tuple[Crumb, ...]:
        """The way from the home page; the last step is the page itself."""
        way = (Link(self.words["home"], ""), *steps)
        return tuple(Crumb(s) if isinstance(s, str) else Crumb(s.text, s.address) for s in way)

    def module_step(self, module: Link) -> Link | str:
        """A module without errors has no page: its name only."""
        addresses = {group.address for group in self.book.modules}
        return module if module.address in addresses else module.text

    def index_link(self, index: str) -> Link:
        """An index page: `errors`, `statuses`, `modules` or `apis`."""
        return Link(self.words[index], INDEXES[index])


INDEXES = {"errors": "errors/", "statuses": "status/", "modules": "modules/", "apis": "apis/"}
"""The four index pages by the word that names them."""


def status_phrase(code: int | str) -> str:
    """`404 Not Found`, or the bare number of a status that no standard names."""
    try:
        return f"{code} {HTTPStatus(int(code)).phrase}"
    except ValueError:
        return str(code)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("errorbook", "layouts"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    filters = (breakable, html_link, markdown_link, status_phrase)
    environment.filters.update({function.__name__: function for function in filters})
    environment.globals.update(render_code=render_code, lexer_of_body=lexer_of_body, lexers=LEXERS)
    return environment
