"""Guillemets stand around what is to be marked."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from errorbook.examples.samples import changed_ranges

CASES = {
    "nothing differs": ("a b", "a b"),
    "a word": ("the «old» word", "the «new» word"),
    "a name is one word": ('"user":"«reader-1»"', '"user":"«reader-2»"'),
    "a variable is one word": ("x «{{a.response.body.b}}»", "x «{{token}}»"),
    "a shell variable is one word": ("Bearer «$TOKEN»", "Bearer «$FOREIGN_TOKEN»"),
    "an encoded character is one word": ("a%20«%3C»%20b", "a%20«%3E»%20b"),
    "a single sign": ('"password"«=»"x"', '"password"«:»"x"'),
    "an empty text is shown": ('{"password":«""»}', '{"password":«"secret"»}'),
    "a whole line that is new": ("GET /\n\n{}", "GET /\n«Authorization: x»\n\n{}"),
    "the blanks before a new line stay calm": ("f(\n)", "f(\n    «timeout=1,»\n)"),
    "something new within a line": ('{"a":1}', '{"a":1«,"b":2»}'),
    "neighbours on a line become one mark": ("«a b c» x", "«d b e» x"),
    "marks far apart stay apart": ("«one» of the others is «two»", "«six» of the others is «ten»"),
    "ten characters apart is far": ("«one» and also «two»", "«six» and also «ten»"),
    "nine characters apart is near": ("«one and now two»", "«six and now ten»"),
    "marks on two lines stay apart": ("«a»\n«b»\nc", "«d»\n«e»\nc"),
    "a mere continuation is no mark beside a line": ("curl a", "curl a \\\n  «-H x»"),
    "brackets alone are shown": ("f«(»x", "f«[»x"),
    "everything is gone": ("«all»", ""),
}


def unmarked(text: str) -> str:
    return re.sub("[«»]", "", text)


def marked(text: str, ranges: tuple[tuple[int, int], ...]) -> str:
    for start, end in reversed(ranges):
        text = f"{text[:start]}«{text[start:end]}»{text[end:]}"
    return text


@pytest.mark.parametrize("case", CASES)
def test_marked(case: str) -> None:
    before, after = CASES[case]
    ours, theirs = changed_ranges(unmarked(before), unmarked(after))
    assert (marked(unmarked(before), ours), marked(unmarked(after), theirs)) == (before, after)


TEXTS = st.text(st.sampled_from('ab"-,$ \n{}=\\'), max_size=40)


@given(TEXTS, TEXTS)
def test_ranges_are_apart_within_lines_and_never_blank(before: str, after: str) -> None:
    for text, ranges in zip((before, after), changed_ranges(before, after), strict=True):
        flat = [offset for span in ranges for offset in span]
        assert flat == sorted(flat)
        assert all(0 <= start < end <= len(text) for start, end in ranges)
        assert all("\n" not in text[slice(*span)] for span in ranges)
        assert all(text[slice(*span)] == text[slice(*span)].strip() for span in ranges)


@given(TEXTS, TEXTS)
def test_texts_that_differ_in_more_than_blanks_are_marked(before: str, after: str) -> None:
    differ = "".join(before.split()) != "".join(after.split())
    assert any(changed_ranges(before, after)) or not differ
