"""Strings, numbers and words; each is read from behind its first character."""

import re
from typing import NoReturn

from sandbox.jackson.source import Source, describe
from sandbox.replies import Json

_WORDS: dict[int, tuple[bytes, Json]] = {
    ord("t"): (b"true", True),
    ord("f"): (b"false", False),
    ord("n"): (b"null", None),
}
_ESCAPES = {ord(short): char for short, char in zip('"\\/bfnrt', '"\\/\b\f\n\r\t', strict=True)}
_PLAIN = re.compile(rb'[^"\\\x00-\x1f]*')
_IDENTIFIER = re.compile(rb"[A-Za-z0-9_$]*")
_HEX = re.compile(rb"[0-9a-fA-F]{0,4}")
_NUMBER = re.compile(rb"(-?(?:0|[1-9][0-9]*))(\.[0-9]+)?([eE][+-]?[0-9]+)?")
_LONGEST_INTEGER = 4000  # Python reads no longer ones


def starts_word(char: int) -> bool:
    """Whether true, false or null may begin so."""
    return char in _WORDS


def read_word(source: Source, first: int) -> Json:
    """The value of true, false or null."""
    word, value = _WORDS[first]
    start = source.at - 1
    end = _end(_IDENTIFIER, source, start)
    if source.data[start:end] != word:
        source.at = end + 1
        text = source.data[start:end].decode("ascii")
        source.fail(f"Unrecognized token '{text}': was expecting 'null', 'true', 'false' or NaN")
    source.at = end
    return value


def read_number(source: Source) -> Json:
    """The value of a number."""
    found = _NUMBER.match(source.data, source.at - 1)
    if found is None:
        _wrong_digit(source, "expected digit (0-9) to follow minus sign, for valid numeric value")
    source.at = found.end()
    whole, fraction, exponent = found.groups()
    following = source.data[source.at : source.at + 1]
    if following == b"." and not fraction and not exponent:
        source.at += 1
        _wrong_digit(source, "Decimal point not followed by a digit")
    if following in {b"e", b"E"} and not exponent:
        source.at += 1 + (source.data[source.at + 1 : source.at + 2] in {b"+", b"-"})
        _wrong_digit(source, "Exponent indicator not followed by a digit")
    if whole.lstrip(b"-") == b"0" and following.isdigit() and not fraction and not exponent:
        source.fail("Invalid numeric value: Leading zeroes not allowed")
    if fraction or exponent or len(whole) > _LONGEST_INTEGER:
        return float(found[0])
    return int(whole)


def read_string(source: Source, kind: str, at_end: str) -> str:
    """The text of a string, up to its closing quote; `at_end` completes the complaint if that is missing."""
    pieces = []
    while True:
        start = source.at
        source.at = _end(_PLAIN, source, start)
        pieces.append(_decode(source, start))
        char = source.take(at_end)
        if char == ord('"'):
            return _join_surrogates("".join(pieces))
        if char != ord("\\"):
            source.fail(
                f"Illegal unquoted character ({describe(char)}): "
                f"has to be escaped using backslash to be included in {kind}"
            )
        pieces.append(_read_escape(source, at_end))


def _read_escape(source: Source, at_end: str) -> str:
    char = source.take(at_end)
    if char in _ESCAPES:
        return _ESCAPES[char]
    if char != ord("u"):
        source.fail(f"Unrecognized character escape {describe(char)}")
    start = source.at
    source.at = _end(_HEX, source, start)
    if source.at < start + 4:
        source.unexpected(source.take(at_end), "expected a hex-digit for character escape sequence")
    return chr(int(source.data[start : source.at], 16))


def _decode(source: Source, start: int) -> str:
    try:
        return source.data[start : source.at].decode()
    except UnicodeDecodeError as exc:
        bad_start = exc.reason == "invalid start byte"
        bad = start + (exc.start if bad_start else exc.end)
        source.at = min(bad, len(source.data) - 1) + 1
        place = "start" if bad_start else "middle"
        source.fail(f"Invalid UTF-8 {place} byte 0x{source.data[source.at - 1]:x}")


def _wrong_digit(source: Source, comment: str) -> NoReturn:
    source.unexpected(source.take(" in VALUE_NUMBER"), comment, " in numeric value")


def _join_surrogates(text: str) -> str:
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def _end(pattern: re.Pattern[bytes], source: Source, start: int) -> int:
    found = pattern.match(source.data, start)
    return found.end() if found else start
