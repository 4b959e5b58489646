"""The page of one error."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial

from errorbook.inline import text_of, text_of_spans
from errorbook.pages.moved import moved_anchors
from errorbook.pages.plain import shorten
from errorbook.pages.press import Heading, Page, Press
from errorbook.pages.run import render_kit, render_plan
from errorbook.views.records import CaseView, ErrorView

# Section ids hold two hyphens, which no id of a case does: so they never collide.
_CAUSE, _FIX, _REQUESTS = "error--cause", "error--fix", "error--requests"
_DETAILS, _OPERATIONS, _NEIGHBOURS = "error--details", "error--operations", "error--neighbours"

_USUAL_WORDS, _WEIGHT_OF_LENGTH = 10, 0.375


@dataclass(frozen=True, slots=True)
class CaseSection:
    """A case with its place on the page; `heading.id` is the anchor."""

    view: CaseView
    heading: Heading
    fix: Heading
    requests: Heading
    title: str
    """For copied links."""
    message_differs: bool


def build_error_page(press: Press, error: ErrorView) -> Page:
    cases = _cases(press, error)
    tail = _tail(press, error)
    html = press.render(
        "error.html.j2",
        error.address,
        error=error,
        cases=cases,
        sections={heading.id: heading for heading in tail},
        crumbs=press.crumbs(press.index_link("errors"), error.module, error.id),
        every_operation=len(error.operations) == len(press.book.operations),
        kit=render_kit(press),
        render_plan=partial(render_plan, language=press.book.language),
        labels={placeholder.name: placeholder.label for placeholder in press.book.placeholders},
        moved_anchors=moved_anchors(press.book, error.address),
    )
    contents = (*_contents(cases), *tail)
    return Page(error.address, error.title, _description(error), html, contents, boost=_boost(error))


def _cases(press: Press, error: ErrorView) -> tuple[CaseSection, ...]:
    if len(error.cases) == 1:
        return (_only_case(press, error, error.cases[0]),)
    return tuple(_case(press, error, number) for number in range(1, len(error.cases) + 1))


def _only_case(press: Press, error: ErrorView, case: CaseView) -> CaseSection:
    words = press.words
    return CaseSection(
        view=case,
        heading=Heading(_CAUSE, words["cause"]),
        fix=Heading(_FIX, words["fix"], 3),
        requests=Heading(_REQUESTS, words["requests"], 3),
        title=error.title,
        message_differs=_message_differs(error, case),
    )


def _case(press: Press, error: ErrorView, number: int) -> CaseSection:
    case = error.cases[number - 1]
    return CaseSection(
        view=case,
        heading=Heading(case.case, press.say("cause_heading", number=number, case=case.case)),
        fix=Heading(f"{case.case}--fix", press.words["fix"], 3),
        requests=Heading(f"{case.case}--requests", press.words["requests"], 3),
        title=f"{error.title} ({case.case})",
        message_differs=_message_differs(error, case),
    )


def _message_differs(error: ErrorView, case: CaseView) -> bool:
    shown = text_of(error.messages[0]) if error.messages else ""
    return text_of(case.message) not in ("", shown)


def _contents(cases: tuple[CaseSection, ...]) -> tuple[Heading, ...]:
    """Of several cases only the cases themselves, else the list grows longer than it helps."""
    if len(cases) > 1:
        return tuple(case.heading for case in cases)
    case = cases[0]
    return (case.heading, case.fix, *((case.requests,) if case.view.requests else ()))


def _tail(press: Press, error: ErrorView) -> tuple[Heading, ...]:
    words = press.words
    wanted = (
        (_OPERATIONS, words["operations"], error.operations),
        (_DETAILS, words["details"], True),
        (_NEIGHBOURS, words["neighbours"], error.neighbours),
    )
    return tuple(Heading(anchor, text) for anchor, text, there in wanted if there)


def _description(error: ErrorView) -> str:
    message = text_of(error.messages[0]) if error.messages else error.title
    return shorten(f"{message} {text_of_spans(error.cases[0].cause)}")


def _boost(error: ErrorView) -> float:
    """What BM25 makes of a message's length, which the theme's search leaves out.

    Without it the longer messages that begin with `Unable to authenticate` come before the one that says no
    more. The weight is fitted: 0.33 to 0.4 let every message of the first table find its own page first.
    """
    words = len(re.findall(r"\w+", text_of(error.messages[0]))) if error.messages else _USUAL_WORDS
    return round(1 / (1 - _WEIGHT_OF_LENGTH + _WEIGHT_OF_LENGTH * words / _USUAL_WORDS), 2)
