"""The index says of every error what the page needs, and is harmless wherever it stands."""

from __future__ import annotations

import gzip
import json
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from corpus.facts import facts_index

from errorbook.explorer import Index, Matcher, build_index, render_index_script, render_scripts
from errorbook.explorer.index import Entry, build_vocabulary, fold_words, wire_of
from errorbook.model import LANGUAGES
from errorbook.views import Book

ASSETS = Path(__file__).parents[2] / "docs" / "assets" / "explorer"
PREFIX = "window.errorbookIndex = "


def read_script(script: str) -> Index:
    assert script.startswith(PREFIX)
    assert script.endswith(";\n")
    return cast("Index", json.loads(script.removeprefix(PREFIX).removesuffix(";\n")))


def texts_of(entry: Entry) -> tuple[str, ...]:
    words = entry["words"]
    return words["title"], wire_of(entry), words["cause"], words["fix"]


@pytest.fixture(params=range(len(LANGUAGES)), ids=LANGUAGES)
def book(books: tuple[Book, ...], request: pytest.FixtureRequest) -> Book:
    return books[int(request.param)]


def test_every_error_of_the_book_is_in_the_index_and_in_its_order(book: Book) -> None:
    assert [entry["id"] for entry in build_index(book)["errors"]] == [error.id for error in book.errors]


def test_script_holds_the_index_unchanged(book: Book) -> None:
    index = build_index(book)
    assert read_script(render_index_script(index)) == index


def test_script_cannot_end_its_element(small_index: Index) -> None:
    small_index = json.loads(json.dumps(small_index))
    small_index["errors"][0]["title"] = "</script><!-- \u2028\u2029 &amp;"
    script = render_index_script(small_index)
    assert not set("<>&\u2028\u2029") & set(script)
    assert read_script(script) == small_index


def test_script_runs(book: Book) -> None:
    program = "globalThis.window = globalThis;" + render_index_script(build_index(book))
    program += "console.log(errorbookIndex.errors.length)"
    run = subprocess.run(["node", "-"], input=program, capture_output=True, text=True, check=True)
    assert int(run.stdout) == len(book.errors)


def test_vocabulary_is_folded_and_tells_the_phrases_of_all_statuses(book: Book) -> None:
    vocabulary = build_index(book)["vocabulary"]
    assert set(vocabulary["reasons"]) == {group.key for group in book.statuses}
    assert vocabulary["reasons"]["404"] == "not found"
    assert {"错误", "error"} <= set(vocabulary["idle"])
    assert vocabulary["synonyms"]["令牌"] == "token"
    words = [*vocabulary["idle"], *vocabulary["reasons"].values(), *vocabulary["synonyms"].values()]
    assert [fold_words(word) for word in words] == words


def test_a_status_that_no_standard_has_has_no_phrase() -> None:
    assert build_vocabulary((), (599, 404))["reasons"] == {"404": "not found"}


def test_every_placeholder_has_its_label(book: Book) -> None:
    index = build_index(book)
    used = {
        name for entry in index["errors"] for template in entry["templates"] for name in template["names"]
    }
    assert used <= set(index["placeholders"])


def test_every_printed_message_finds_its_own_error(book: Book) -> None:
    matcher = Matcher(build_index(book))
    messages = {
        "".join(piece.text for piece in message): error.id
        for error in book.errors
        for message in error.messages
    }
    found = {text: matcher.match(text) for text in messages if text}
    assert {text: (o.match, o.results[0].id) for text, o in found.items()} == {
        text: ("exact", error_id) for text, error_id in messages.items() if text
    }


def test_every_recorded_answer_finds_its_own_error(book: Book) -> None:
    matcher = Matcher(build_index(book))
    answers = {
        request.recording.body: error.id
        for error in book.errors
        for case in error.cases
        for request in case.requests
        if request.role == "fails"
    }
    assert {body: matcher.match(body).results[0].id for body in answers} == answers


def test_every_printed_request_with_its_answer_tells_its_case(book: Book) -> None:
    matcher = Matcher(build_index(book))
    told = [
        ((error.id, case.case, sample.tongue), matcher.match(f"{sample.text}\n{request.recording.body}"))
        for error in book.errors
        if len(error.cases) > 1
        for case in error.cases
        for request in case.requests
        if request.role == "fails"
        for sample in request.samples
    ]
    assert told
    for (error_id, case, tongue), outcome in told:
        assert (outcome.results[0].id, outcome.results[0].case, tongue) == (error_id, case, tongue)


def test_no_answer_to_a_right_request_is_taken_for_an_error(book: Book) -> None:
    matcher = Matcher(build_index(book))
    bodies = [
        request.recording.body
        for error in book.errors
        for case in error.cases
        for request in case.requests
        if request.role == "fixed"
    ]
    assert bodies
    assert {body: matcher.match(body).match for body in bodies if matcher.match(body).match != "none"} == {}


def test_words_are_folded_and_of_all_languages(books: tuple[Book, ...]) -> None:
    for entry, *errors in zip(build_index(*books)["errors"], *(book.errors for book in books), strict=True):
        words = entry["words"]
        assert all(text == fold_words(text) for text in texts_of(entry))
        for error in errors:
            assert fold_words(error.title) in words["title"]
            assert fold_words(error.module.text) in words["wire"]
        names = {entry["id"], entry["module"], *map(str, entry["statuses"])}
        assert names <= set(wire_of(entry).split("\n"))
        assert entry["id"] not in words["wire"].split("\n"), "said twice"


def test_prose_is_cut_into_clauses(books: tuple[Book, ...]) -> None:
    index = build_index(*books)
    text = "".join(text for entry in index["errors"] for text in texts_of(entry))
    assert not set("，、。；：！？") & set(text)


def test_every_operation_is_known_by_its_names_and_its_path_without_the_common_root(
    books: tuple[Book, ...],
) -> None:
    index = build_index(*books)
    (number,) = [n for n, text in enumerate(index["operations"]) if "post /users" in text.split("\n")]
    assert index["operations"][number] == "注册用户\nregister users\npost /users"
    taken = next(entry for entry in index["errors"] if entry["id"] == "username-taken")
    assert number in taken["operations"]


def test_titles_are_those_of_the_readers_language(books: tuple[Book, ...]) -> None:
    chinese, english = books
    assert [e["title"] for e in build_index(english, chinese)["errors"]] == [e.title for e in english.errors]


def test_prose_of_a_long_book_is_left_out(book: Book) -> None:
    index = build_index(replace(book, errors=book.errors * 10))
    assert {entry["words"]["cause"] + entry["words"]["fix"] for entry in index["errors"]} == {""}
    assert any(entry["words"]["cause"] for entry in build_index(book)["errors"])


def test_explorer_of_the_facts_weighs_less_than_60_kb() -> None:
    """Index without Chinese titles, for which 5 KB are left."""
    texts = [dict(render_scripts(ASSETS))["explorer"]]
    texts += [path.read_text(encoding="utf-8") for path in ASSETS.rglob("*.css")]
    texts.append(render_index_script(facts_index()))
    assert sum(len(gzip.compress(text.encode())) for text in texts) < 55 * 1024
