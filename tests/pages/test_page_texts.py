from __future__ import annotations

import pytest

from errorbook.model import Language
from errorbook.pages.plain import breakable, html_link, markdown_link, shorten
from errorbook.pages.press import Press, status_phrase
from errorbook.views.records import Book


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("one\n  two ", "one two"),
        ("x" * 155, "x" * 155),
        ("x" * 156, "x" * 154 + "…"),
        ("x" * 153 + " yyy", "x" * 153 + "…"),
    ],
)
def test_description_is_one_line_of_bounded_length(text: str, short: str) -> None:
    assert shorten(text) == short


def test_link_in_markdown_keeps_its_text_from_being_markup() -> None:
    link = markdown_link(r"a\b [c] `d` *e* _f_ <g>", "https://example.com/")
    assert link == r"[a\\b \[c\] \`d\` \*e\* \_f\_ \<g\>](https://example.com/)"


def test_link_in_html_is_source_text() -> None:
    link = html_link('a & "b"', "https://example.com/")
    assert link == '<a href="https://example.com/">a &amp; &#34;b&#34;</a>'
    assert not hasattr(link, "__html__")


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("/a_b.c<d", "/<wbr>a_<wbr>b.<wbr>c&lt;d"),
        ("DuplicateUniqueProperty", "Duplicate<wbr>Unique<wbr>Property"),
        ("IOException", "IOException"),
        ("com.easemob.ForbiddenOp", "com.<wbr>easemob.<wbr>Forbidden<wbr>Op"),
    ],
)
def test_identifier_may_break_after_its_joints_and_between_its_words(text: str, broken: str) -> None:
    assert breakable(text) == broken


@pytest.mark.parametrize(
    ("code", "phrase"), [("404", "404 Not Found"), (429, "429 Too Many Requests"), (799, "799")]
)
def test_status_carries_its_standard_phrase(code: str | int, phrase: str) -> None:
    assert status_phrase(code) == phrase


@pytest.mark.parametrize(
    ("language", "number", "text"),
    [("en", 1, "1 error"), ("en", 0, "0 errors"), ("en", 2, "2 errors"), ("zh", 2, "2 个错误")],
)
def test_number_of_errors_agrees_with_its_noun(language: Language, number: int, text: str) -> None:
    assert Press(Book(language, "", (), (), (), (), ())).count(number) == text
