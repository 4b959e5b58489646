"""Every vector, read by this matcher; `tests/js/matcher.test.mjs` reads the same with its twin."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from errorbook.explorer import Index, Matcher, build_index, match_paste
from errorbook.explorer.spelling import Spelling
from errorbook.views import Book

VECTORS = {
    f"{path.stem}: {name}": vector
    for path in sorted((Path(__file__).parent / "vectors").glob("*.json"))
    for name, vector in json.loads(path.read_text(encoding="utf-8")).items()
}


@pytest.fixture(scope="module")
def matcher(small_index: Index) -> Matcher:
    return Matcher(small_index)


@pytest.mark.parametrize("vector", VECTORS.values(), ids=VECTORS.keys())
def test_vector(matcher: Matcher, vector: dict[str, Any]) -> None:
    outcome = matcher.match(vector["text"])
    assert outcome.match == vector["match"]
    if "id" in vector:
        assert outcome.results[0].id == vector["id"]
    if "case" in vector:
        assert outcome.results[0].case == vector["case"]
    if "captures" in vector:
        assert outcome.results[0].captures == vector["captures"]
    if "ids" in vector:
        assert [result.id for result in outcome.results] == vector["ids"]
    if "others" in vector:
        assert [result.id for result in outcome.results[1:]] == vector["others"]


@pytest.mark.parametrize("vector", VECTORS.values(), ids=VECTORS.keys())
def test_scores_fall_and_stay_below_one(matcher: Matcher, vector: dict[str, Any]) -> None:
    scores = [result.score for result in matcher.match(vector["text"]).results]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)


def test_guesses_are_at_most_five(matcher: Matcher) -> None:
    assert len(matcher.match("user name token limit group access").results) == 5


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("用户已存在", "username-taken"),
        ("应用不存在", "app-not-found"),
        ("token 无效", "token-unknown"),
        ("JSON 格式错误", "json-malformed"),
        ("usrname tacken", "username-taken"),
    ],
)
def test_words_that_no_error_says_give_the_nearest_first(
    books: tuple[Book, ...], text: str, first: str
) -> None:
    for versions in (books, books[::-1]):
        assert match_paste(build_index(*versions), text).results[0].id == first


@pytest.mark.parametrize("text", ["hello world", "今天天气不错", "lorem ipsum dolor sit amet"])
def test_words_of_something_else_give_nothing(books: tuple[Book, ...], text: str) -> None:
    assert match_paste(build_index(*books), text).results == ()


def test_one_text_can_be_matched_without_keeping_a_matcher(small_index: Index) -> None:
    assert match_paste(small_index, "user not found").match == "exact"


@pytest.mark.parametrize("size", [10_000, 24_000, 45_998, 46_000, 49_000, 120_000, 300_000])
def test_message_is_found_anywhere_in_a_long_log(small_index: Index, size: int) -> None:
    line = "2026-11-22 10:00:00 INFO order 7 is done in 35 ms, status=200\n"
    before = (line * (size // len(line) + 1))[-size:]
    log = f'{before}{{"error_description":"username [Bob] is not legal"}}\n{line * 3000}'
    outcome = match_paste(small_index, log)
    assert (outcome.match, [r.id for r in outcome.results]) == ("exact", ["name-illegal"])
    assert outcome.results[0].captures == {"username": "Bob"}


def test_text_that_is_read_whole_is_found_in_its_middle(matcher: Matcher) -> None:
    around = "an order is done\n" * 1400
    assert matcher.match(f"{around}username [Bob] is not legal\n{around}").results[0].id == "name-illegal"


def test_slip_is_mended_whatever_letter_a_word_begins_with() -> None:
    assert Spelling(["entity"]).correct("zentity") == "entity"


def test_value_in_chinese_at_the_end_is_found(books: tuple[Book, ...]) -> None:
    text = '{"error_description": "Could not find application for a/b from URI: 应用/用户"}'
    best = match_paste(build_index(*books), text).results[0]
    assert (best.id, best.captures["uri"]) == ("app-not-found", "应用/用户")
