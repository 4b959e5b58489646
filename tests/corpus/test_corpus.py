"""Pastes of every shape find their error, other texts find none, and both matchers say the same of all."""

from __future__ import annotations

import pytest
from corpus.facts import facts_index
from corpus.fixtures import FIXTURES, NEGATIVES, read_fixtures, render_fixtures
from corpus.report import Figures, measure
from corpus.specimens import Specimen, build_specimens, read_negatives
from twins import as_json, ask_javascript

from errorbook.explorer import Index, Matcher, Outcome, build_index
from errorbook.views import Book

Found = list[tuple[Specimen, Outcome]]
LEAST_AMONG_THREE = {False: 0.97, True: 0.965}
"""Ours, then the facts: among so many, what is left of `auth error` or `Bad Request` is too little."""


@pytest.fixture(scope="module", params=["ours", pytest.param("facts", marks=pytest.mark.long)])
def index(books: tuple[Book, ...], request: pytest.FixtureRequest) -> Index:
    """Our errors, and as many as the facts know, among which it is harder to find one."""
    return build_index(*books) if request.param == "ours" else facts_index()


@pytest.fixture(scope="module")
def found(index: Index) -> Found:
    matcher = Matcher(index)
    specimens = read_negatives(NEGATIVES) + build_specimens(index, per_shape=25, seed=1)
    return [(specimen, matcher.match(specimen.text)) for specimen in specimens]


def figures_of(found: Found, kind: str) -> Figures:
    own = [(specimen, outcome) for specimen, outcome in found if specimen.kind == kind]
    assert len(own) > 100
    return measure(kind, own)


def test_whole_messages_come_first(found: Found) -> None:
    figures = figures_of(found, "whole")
    assert figures.first >= 0.99 * figures.count


def test_cut_messages_come_first_or_nearly(index: Index, found: Found) -> None:
    figures = figures_of(found, "cut")
    assert figures.first >= 0.9 * figures.count
    assert figures.third >= LEAST_AMONG_THREE[len(index["errors"]) > 100] * figures.count


def test_damaged_messages_come_first(found: Found) -> None:
    figures = figures_of(found, "damaged")
    assert figures.first >= 0.97 * figures.count


def test_other_texts_are_no_error_of_ours(found: Found) -> None:
    figures = figures_of(found, "negative")
    assert figures.exact + figures.close <= 0.02 * figures.count


def test_both_matchers_say_the_same(index: Index, found: Found) -> None:
    answers = ask_javascript(index, [specimen.text for specimen, _ in found])
    pairs = zip(found, answers, strict=True)
    assert [(s.text, outcome) for (s, outcome), theirs in pairs if as_json(outcome) != theirs] == []


def test_fixtures_are_as_generated() -> None:
    assert FIXTURES.read_text(encoding="utf-8") == render_fixtures(), "run python -m corpus --write"


def test_fixtures_are_found() -> None:
    matcher = Matcher(facts_index())
    figures = measure("fixtures", [(each, matcher.match(each.text)) for each in read_fixtures()])
    assert figures.first >= 0.95 * figures.count
