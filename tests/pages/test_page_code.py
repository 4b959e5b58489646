from __future__ import annotations

import html
import re
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from errorbook.examples.samples import Tongue
from errorbook.pages.code import LEXERS, lexer_of_body, render_code

ASSETS = Path(__file__).parents[2] / "docs" / "assets" / "pages"
CODE = '{"name": "bob", "note": "a < b"}'


def text_of(markup: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", markup))


@settings(deadline=None)
@given(
    text=st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0\x0b\x0c")),
    lexer=st.sampled_from([*LEXERS.values(), "json", "text"]),
    edges=st.lists(st.integers(0, 40), max_size=6),
)
def test_text_of_coloured_code_is_the_code(text: str, lexer: str, edges: list[int]) -> None:
    edges.sort()
    changed = tuple(zip(edges[::2], edges[1::2], strict=False))
    markup = render_code(text, lexer, changed)
    assert text_of(markup) == text
    assert set(re.findall(r"</?(\w+)", markup)) <= {"span", "mark"}


def test_changed_ranges_are_marked_exactly() -> None:
    markup = render_code(CODE, "json", ((1, 7), (9, 12), (12, 14)))
    assert [text_of(mark) for mark in re.findall(r"<mark>(.*?)</mark>", markup)] == ['"name"', '"bob"']


def test_empty_range_marks_nothing() -> None:
    assert "<mark>" not in render_code(CODE, "json", ((4, 4),))


def test_tokens_carry_the_short_classes_of_the_theme() -> None:
    assert '<span class="nt">&#34;name&#34;</span>' in render_code(CODE, "json")


def test_http_file_is_coloured_as_a_request_with_json() -> None:
    markup = render_code('# @name a\nPOST {{base}}/x\nAccept: */*\n\n{"a":1}', "http")
    colours = [
        (style, text_of(text))
        for style, text in re.findall(r'<span class="(\w+)">(.*?)</span>', markup, re.DOTALL)
    ]
    assert colours[0] == ("c", "# @name a\n")
    assert colours[1:6] == [("nf", "POST"), ("l", "{{base}}/x"), ("nt", "Accept"), ("p", ":"), ("s", " */*")]
    assert ("nt", '"a"') in colours
    assert ("mi", "1") in colours


def test_carriage_return_survives_the_parser() -> None:
    assert render_code("a\r\nb", "text") == "a&#13;\nb"


@pytest.mark.parametrize(
    ("body", "lexer"), [(CODE, "json"), (" [1]", "json"), ("<html>", "text"), ("", "text")]
)
def test_body_is_json_or_plain(body: str, lexer: str) -> None:
    assert lexer_of_body(body) == lexer


def test_every_language_of_samples_has_colours_and_a_tab() -> None:
    css = (ASSETS / "pages.css").read_text(encoding="utf-8")
    tabs = re.findall(r'\.eb-tabs:has\(\[value="(\w+)"\]:checked\) > \[data-pane="(\w+)"\]', css)
    assert set(LEXERS) == set(get_args(Tongue))
    assert {(tongue, tongue) for tongue in LEXERS} == set(tabs)
