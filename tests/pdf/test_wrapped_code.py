"""Code that is cut into lines stays the same code."""

from __future__ import annotations

import shlex
import subprocess

from hypothesis import given, settings
from hypothesis import strategies as st

from errorbook.inline import Piece
from errorbook.pdf.values import build_message, build_soft, build_template
from errorbook.pdf.wrap import COLUMNS, Line, wrap_code

CODE = st.text(st.sampled_from("ab {}\"'\\#,;&中。\n"), max_size=400)
WORDS = st.lists(st.text(st.sampled_from("ab'\"\\#$& 中"), min_size=1, max_size=20), min_size=1, max_size=40)


@given(CODE)
def test_lines_joined_again_are_the_code(code: str) -> None:
    assert _join(wrap_code(code)) == code


@given(CODE)
def test_no_line_is_wider_than_the_page(code: str) -> None:
    for line in (*wrap_code(code), *wrap_code(code, backslashes=True)):
        assert sum(1 / 0.602 if char in "中。" else 1 for char in _text(line)) <= COLUMNS


@settings(deadline=None)
@given(WORDS)
def test_the_shell_reads_the_same_words_from_a_command_broken_by_backslashes(words: list[str]) -> None:
    command = _join(wrap_code(shlex.join(["printf", r"%s\n", *words]), backslashes=True))
    printed = subprocess.run(["sh", "-c", command], capture_output=True, check=True, text=True).stdout
    assert printed.splitlines() == words


def test_a_long_command_is_broken_between_its_words() -> None:
    lines = wrap_code(f"curl -X POST {'a' * 60} -H 'x: y' -d '{'b' * 90}'", backslashes=True)
    assert [_text(line) for line in lines] == [
        f"curl -X POST {'a' * 60} -H 'x: y' -d \\",
        f"    '{'b' * 90}'",
    ]
    assert [line.continued for line in lines] == [False, False]


def test_a_backslash_needs_a_column_too() -> None:
    fits, too_wide = (wrap_code(f"{'a' * n} {'b' * 9}", backslashes=True)[0] for n in (94, 95))
    assert _text(fits) == "a" * 94 + " \\"
    assert _text(too_wide) == "a" * 95 + " "


def test_a_quoted_text_too_long_for_a_line_is_cut_without_a_backslash() -> None:
    code = f"curl -d '{'b b' * 40}'"
    first, second = wrap_code(code, backslashes=True)
    assert (first.continued, second.continued) == (False, True)
    assert _text(first).startswith("curl -d 'b b")
    assert _join((first, second)) == code


def test_a_comment_is_cut_without_a_backslash() -> None:
    lines = wrap_code("# " + "it is so " * 20, backslashes=True)
    assert "\\" not in "".join(map(_text, lines))


def test_a_line_is_cut_after_a_comma_rather_than_inside_a_word() -> None:
    first, second = wrap_code(f"{'a' * 60},{'b' * 60}")
    assert (_text(first), _text(second)) == ("a" * 60 + ",", "b" * 60)
    assert (first.continued, second.continued) == (False, True)


def test_chinese_counts_wider_than_a_column() -> None:
    assert len(wrap_code("中" * 57)) == 1
    assert len(wrap_code("中" * 58)) == 2
    assert len(wrap_code("，" * 58)) == 2


def test_tabs_become_blanks_and_carriage_returns_go() -> None:
    assert [_text(line) for line in wrap_code("\ta\r\n\tb")] == ["    a", "    b"]


@given(CODE, st.integers(0, 400), st.integers(0, 400))
def test_marks_stay_on_their_characters(code: str, start: int, end: int) -> None:
    marked = "".join(s.text for line in wrap_code(code, [(start, end)]) for s in line.segments if s.marked)
    assert marked == code[start:end].replace("\n", "")


def test_values_in_a_message_are_marked() -> None:
    message = [Piece("value of "), Piece("dddd", "username"), Piece(" exists")]
    segments = [
        {"text": "value of ", "marked": False},
        {"text": "dddd", "marked": True},
        {"text": " exists", "marked": False},
    ]
    assert build_message(message) == [{"continued": False, "segments": segments}]


def test_a_template_has_the_name_where_the_value_stood() -> None:
    assert build_template([Piece("of "), Piece("dddd", "username")]) == [
        {"text": ["of "], "value": False},
        {"text": ["{username}"], "value": True},
    ]


@given(st.text(st.sampled_from("abAB./_ 中"), max_size=200))
def test_long_words_come_in_parts_that_make_the_text(text: str) -> None:
    parts = build_soft(text)
    assert "".join(parts) == text
    assert all(len(word) <= 24 or not word.isascii() for part in parts for word in part.split())


def test_a_long_name_may_end_a_line_after_its_dots_and_humps() -> None:
    assert build_soft("see org.example.DuplicateException now") == [
        "see ",
        "org.",
        "example.",
        "Duplicate",
        "Exception",
        " now",
    ]


def _text(line: Line) -> str:
    return "".join(segment.text for segment in line.segments)


def _join(lines: tuple[Line, ...]) -> str:
    return "".join(("" if line.continued else "\n") + _text(line) for line in lines)[1:]
