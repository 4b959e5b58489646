from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from errorbook.catalog import columns
from errorbook.catalog.prose import note_parser, statement_parser, title_parser
from errorbook.model import ExampleKind, Language

ACCEPTED: list[tuple[Callable[[str], object], str, object]] = [
    (columns.parse_any, "", ""),
    (columns.parse_kebab, "a", "a"),
    (columns.parse_kebab, "a1-b2-3", "a1-b2-3"),
    (columns.parse_kebab, "a" * 64, "a" * 64),
    (columns.parse_error_id, "username-taken", "username-taken"),
    (columns.parse_error_id, "status-unknown", "status-unknown"),
    (columns.parse_error_id, "http-4040-seen", "http-4040-seen"),
    (columns.parse_case, "", ""),
    (columns.parse_status, "", None),
    (columns.parse_status, "100", 100),
    (columns.parse_status, "599", 599),
    (columns.parse_statuses, "", ()),
    (columns.parse_statuses, "404 400", (404, 400)),
    (columns.parse_wording, r"a\nb\\n", "a\nb\\n"),
    (columns.parse_words, "a b\nc", ("a b", "c")),
    (columns.parse_class, "", ""),
    (columns.parse_class, "com.example.Outer$Inner_1", "com.example.Outer$Inner_1"),
    (columns.parse_classes, "a.B\nC", ("a.B", "C")),
    (columns.parse_description, "", None),
    (columns.parse_descriptions, "", ()),
    (columns.parse_number, "", ""),
    (columns.parse_number, "0014007", "0014007"),
    (columns.parse_year, "1999", 1999),
    (columns.parse_placeholder_name, "group_id2", "group_id2"),
    (columns.parse_sample, r"a\nb", "a\nb"),
    (columns.parse_path, "/", "/"),
    (columns.parse_url, "", ""),
    (columns.parse_url, "https://a.example", "https://a.example"),
    (columns.parse_url, "https://a.example/b?c=d#e", "https://a.example/b?c=d#e"),
    (columns.parse_permalink, "errors/a-1/#b", "errors/a-1/#b"),
    (columns.parse_became, "", ""),
    (columns.parse_became, "gone", "gone"),
    (columns.parse_became, "status/404/", "status/404/"),
    (columns.parse_yes, "yes", True),
    (columns.parse_yes, "no", False),
]

REFUSED: list[tuple[Callable[[str], object], str]] = [
    *((columns.parse_kebab, cell) for cell in ("-a", "a-", "a--b", "a_b", "1a", "é", "a" * 65, "a b", "A")),
    *(
        (columns.parse_error_id, cell)
        for cell in ("404", "4xx", "404-not-found", "http-404", "status-code-5xx")
    ),
    *((columns.parse_status, cell) for cell in ("99", "600", "5xx", "4040", "+404", "404.0", "４０４")),
    *((columns.parse_statuses, cell) for cell in ("404,400", "404  400", "404 404", "404 4")),
    *((columns.parse_wording, cell) for cell in ("\\", r"\t", r"a\\\b")),
    *((columns.parse_class, cell) for cell in ("a b", ".a", "a.", "1a", "a-b", "é")),
    *((columns.parse_number, cell) for cell in ("-1", "1.0", "x", "１")),
    *((columns.parse_year, cell) for cell in ("1899", "2100", "20", "20144")),
    *((columns.parse_placeholder_name, cell) for cell in ("Name", "1a", "a-b", "_a")),
    *((columns.parse_path, cell) for cell in ("users", "/a b", "https://a.example/")),
    *(
        (columns.parse_url, cell)
        for cell in ("http://a.example", "https://", "javascript:alert(1)", "https://a b")
    ),
    *(
        (columns.parse_permalink, cell)
        for cell in ("gone", "errors/a", "en//a/", "../a/", "errors/a/#B", "a/#")
    ),
    *((columns.parse_yes, cell) for cell in ("true", "Yes", "y")),
]


@pytest.mark.parametrize(("parse", "cell", "value"), ACCEPTED)
def test_a_good_cell_gives_its_value(parse: Callable[[str], object], cell: str, value: object) -> None:
    assert parse(cell) == value


@pytest.mark.parametrize(("parse", "cell"), REFUSED)
def test_a_bad_cell_is_refused_with_a_sentence(parse: Callable[[str], object], cell: str) -> None:
    with pytest.raises(ValueError, match=r"^.+\. [A-Z].+\.$"):
        parse(cell)


@given(st.text())
def test_a_wording_survives_being_written_and_read(wording: str) -> None:
    written = wording.replace("\\", "\\\\").replace("\n", "\\n")
    assert columns.parse_wording(written) == wording


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("kind", ["live", "none"])
def test_an_example_that_is_not_run_needs_a_reason(language: Language, kind: ExampleKind) -> None:
    with pytest.raises(ValueError, match=f"though `example` is {kind}"):
        note_parser(language, kind)("")


def test_an_example_of_unknown_kind_takes_any_note() -> None:
    assert note_parser("en", None)("") == ""
    assert note_parser("zh", None)("Latin only") == "Latin only"


@pytest.mark.parametrize("cell", ["这样。", "这样！", "这样？", "（这样。）", "“这样。”", "**这样。**"])
def test_chinese_sentences_end_in_full_width_marks(cell: str) -> None:
    assert statement_parser("zh", "why")(cell) == cell


@pytest.mark.parametrize("cell", ["So.", "So!", "So?", '("So.")', "**So.**", "So。".replace("。", "...")])
def test_english_sentences_end_in_ascii_marks(cell: str) -> None:
    assert statement_parser("en", "why")(cell) == cell


@pytest.mark.parametrize(
    ("language", "cell"), [("zh", "这样"), ("zh", "这样."), ("en", "So"), ("en", "So。")]
)
def test_what_ends_otherwise_is_no_sentence(language: Language, cell: str) -> None:
    with pytest.raises(ValueError, match="no whole sentence"):
        statement_parser(language, "why")(cell)


def test_the_length_of_a_title_is_counted_in_characters() -> None:
    assert title_parser("zh")("书" * 40)
    assert title_parser("en")("x" * 80)
    with pytest.raises(ValueError, match="41 characters; at most 40"):
        title_parser("zh")("书" * 41)
    with pytest.raises(ValueError, match="81 characters; at most 80"):
        title_parser("en")("x" * 81)
