"""JSON as Jackson reads it, and the place where it stops."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.jackson import SOURCE_NAME, MalformedError, parse
from sandbox.jackson.scanner import Scanner

VALUE = "expected a valid value (number, String, array, object, 'true', 'false' or 'null')"
QUOTE = "was expecting double-quote to start field name"
COLON = "was expecting a colon to separate field name and value"
START = f"[Source: {SOURCE_NAME}; line: 1, column: 0]"

# body, complaint, line, column
MALFORMED = [
    (b'{"username":"u1x","p"="p"}', f"Unexpected character ('=' (code 61)): {COLON}", 1, 23),
    (b'{"a"\n =1}', f"Unexpected character ('=' (code 61)): {COLON}", 2, 3),
    (b'{"a"\r\n\r =1}', f"Unexpected character ('=' (code 61)): {COLON}", 3, 3),
    (b"{a:1}", f"Unexpected character ('a' (code 97)): {QUOTE}", 1, 3),
    (b"{'a':1}", f"Unexpected character (''' (code 39)): {QUOTE}", 1, 3),
    ("{“a”:1}".encode(), f"Unexpected character ('“' (code 8220 / 0x201c)): {QUOTE}", 1, 5),
    (b"{\x80}", f"Unexpected character ((CTRL-CHAR, code 128)): {QUOTE}", 1, 3),
    (b'{"a":1,}', f"Unexpected character ('}}' (code 125)): {QUOTE}", 1, 9),
    (b'{"a":b}', f"Unexpected character ('b' (code 98)): {VALUE}", 1, 7),
    (b"{\"a\":'b'}", f"Unexpected character (''' (code 39)): {VALUE}", 1, 7),
    ('{"a":“b”}'.encode(), f"Unexpected character ('â' (code 226)): {VALUE}", 1, 7),
    (b'{"a":}', "Unexpected character ('}' (code 125)): expected a value", 1, 7),
    (b"[1,]", "Unexpected character (']' (code 93)): expected a value", 1, 5),
    (
        b'{"a":1 "b":2}',
        "Unexpected character ('\"' (code 34)): was expecting comma to separate OBJECT entries",
        1,
        9,
    ),
    (b"[1 2]", "Unexpected character ('2' (code 50)): was expecting comma to separate ARRAY entries", 1, 5),
    (b"username=ann", f"Unexpected character ('u' (code 117)): {VALUE}", 1, 2),
    (b"[1}", f"Unexpected close marker '}}': expected ']' (for ARRAY starting at {START})", 1, 4),
    (b"{]", f"Unexpected close marker ']': expected '}}' (for OBJECT starting at {START})", 1, 3),
    (b"}", f"Unexpected close marker '}}': expected ']' (for ROOT starting at {START})", 1, 2),
    (b"[tru]", "Unrecognized token 'tru': was expecting 'null', 'true', 'false' or NaN", 1, 6),
    (b"[nothing]", "Unrecognized token 'nothing': was expecting 'null', 'true', 'false' or NaN", 1, 10),
    (b"[01]", "Invalid numeric value: Leading zeroes not allowed", 1, 3),
    (
        b"[-a]",
        (
            "Unexpected character ('a' (code 97)) in numeric value: "
            "expected digit (0-9) to follow minus sign, for valid numeric value"
        ),
        1,
        4,
    ),
    (
        b"[1.]",
        "Unexpected character (']' (code 93)) in numeric value: Decimal point not followed by a digit",
        1,
        5,
    ),
    (
        b"[1e+]",
        "Unexpected character (']' (code 93)) in numeric value: Exponent indicator not followed by a digit",
        1,
        6,
    ),
    (
        b"[1.5e]",
        "Unexpected character (']' (code 93)) in numeric value: Exponent indicator not followed by a digit",
        1,
        7,
    ),
    (
        b'["a\nb"]',
        (
            "Illegal unquoted character ((CTRL-CHAR, code 10)): "
            "has to be escaped using backslash to be included in string value"
        ),
        1,
        5,
    ),
    (
        b'{"a\tb":1}',
        (
            "Illegal unquoted character ((CTRL-CHAR, code 9)): "
            "has to be escaped using backslash to be included in name"
        ),
        1,
        5,
    ),
    (rb'["\x"]', "Unrecognized character escape 'x' (code 120)", 1, 5),
    (
        rb'["\u12G4"]',
        "Unexpected character ('G' (code 71)): expected a hex-digit for character escape sequence",
        1,
        8,
    ),
    (
        b"[\x01]",
        (
            r"Illegal character ((CTRL-CHAR, code 1)): "
            r"only regular white space (\r, \n, \t) is allowed between tokens"
        ),
        1,
        3,
    ),
    (
        b"[/**/]",
        (
            "Unexpected character ('/' (code 47)): maybe a (non-standard) comment? "
            "(not recognized as one since Feature 'ALLOW_COMMENTS' not enabled for parser)"
        ),
        1,
        3,
    ),
    (b'["\xd6\xd0"]', "Invalid UTF-8 middle byte 0xd0", 1, 5),
    (b'["\xff"]', "Invalid UTF-8 start byte 0xff", 1, 4),
    (b'["\xe4\xbd"]', "Invalid UTF-8 middle byte 0x22", 1, 6),
    (b"{", f"Unexpected end-of-input: expected close marker for OBJECT (from {START})", 1, 3),
    (b"[1", f"Unexpected end-of-input: expected close marker for ARRAY (from {START})", 1, 5),
    (b'{"a"', "Unexpected end-of-input within/between OBJECT entries", 1, 9),
    (b"[1,", "Unexpected end-of-input within/between ARRAY entries", 1, 7),
    (b'["a', "Unexpected end-of-input in VALUE_STRING", 1, 7),
    (b'{"a', "Unexpected end-of-input: was expecting closing '\"' for name", 1, 7),
]


@pytest.mark.parametrize(
    ("body", "complaint", "line", "column"), MALFORMED, ids=[repr(row[0]) for row in MALFORMED]
)
def test_a_malformed_body_is_complained_about_in_jacksons_words(
    body: bytes, complaint: str, line: int, column: int
) -> None:
    with pytest.raises(MalformedError) as caught:
        parse(body)
    assert (caught.value.detail, caught.value.line, caught.value.column) == (complaint, line, column)


@pytest.mark.parametrize(
    ("body", "value"),
    [
        (b"", None),
        (b" \r\n\t", None),
        (b"\xef\xbb\xbf{}", {}),
        (b'{"a": 1} trailing', {"a": 1}),
        (
            b'{"a": [1.5e3, -0, true, false, null, "\\u00e9\\n\\ud83d\\ude00"]} }',
            {"a": [1500.0, 0, True, False, None, "é\n😀"]},
        ),
        (b"[[],{}] x", [[], {}]),
        (b'{"a":1,"a":2} x', {"a": 2}),
        (b"1" * 5000, float("inf")),
    ],
)
def test_what_jackson_takes_is_taken(body: bytes, value: object) -> None:
    assert parse(body) == value


def test_nesting_has_no_depth_that_breaks() -> None:
    value = parse(b"[" * 20_000 + b"]" * 20_000)
    assert isinstance(value, list)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@settings(max_examples=150, deadline=None)
@given(JSON, st.sampled_from([None, 2]), st.booleans())
def test_the_scanner_reads_what_the_standard_library_writes(
    value: object,
    indent: int | None,
    ascii_only: bool,  # noqa: FBT001  # drawn, not passed
) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    assert Scanner(text.encode()).read() == value


@settings(max_examples=150, deadline=None)
@given(JSON, st.integers(min_value=0), st.binary(max_size=2))
def test_a_damaged_text_is_read_or_complained_about(value: object, where: int, damage: bytes) -> None:
    text = json.dumps(value).encode()
    at = where % (len(text) + 1)
    with suppress(MalformedError):
        parse(text[:at] + damage + text[at + 1 :])
