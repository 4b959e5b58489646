"""Read built pages as a program of a user would: by the attributes that the design promises."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lxml import html as lxml_html

from errorbook.model import Language

_ANSWER = ("data-answer-variable", "data-answer-path")


@dataclass(frozen=True, slots=True)
class PrintedRequest:
    """One request of a page: its samples by language, the answer printed with it."""

    case: str
    role: str
    samples: dict[str, str]
    recorded: str
    status: int
    answers: dict[str, str]
    """Environment variable to dotted path in the answer."""


@dataclass(frozen=True, slots=True)
class PrintedCase:
    case: str
    environment: dict[str, str]
    requests: tuple[PrintedRequest, ...]


def page_path(site: Path, language: Language, address: str) -> Path:
    folder = site if language == "zh" else site / language
    return folder / address.partition("#")[0] / "index.html"


@cache
def read_page(path: Path) -> lxml_html.HtmlElement:
    return lxml_html.fromstring(path.read_text(encoding="utf-8"))


def read_ids(path: Path) -> set[str]:
    return {str(value) for value in read_page(path).xpath("//@id")}


def read_cases(path: Path) -> Iterator[PrintedCase]:
    """The cases of an error page, in their order."""
    for section in read_page(path).xpath("//section[contains(@class, 'eb-case')]"):
        pairs = (code.text_content().split("=", 1) for code in section.xpath(".//code[@data-variable]"))
        requests = tuple(map(_read_request, section.xpath(".//*[@data-request]")))
        yield PrintedCase(requests[0].case if requests else "", dict(pairs), requests)


def _read_request(element: lxml_html.HtmlElement) -> PrintedRequest:
    (recorded,) = element.xpath(".//*[@data-recording]")
    return PrintedRequest(
        case=element.get("data-case"),
        role=element.get("data-request"),
        samples={
            code.get("data-sample"): code.text_content() for code in element.xpath(".//code[@data-sample]")
        },
        recorded=recorded.text_content(),
        status=int(recorded.get("data-status")),
        answers=dict(zip(*(element.get(name, "").split() for name in _ANSWER), strict=True)),
    )
