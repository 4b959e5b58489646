"""Characters of a paste: what whitespace, quotes and escapes come to, always with the way back to the source.

Everything here has its twin in `docs/assets/explorer/text.js`; character classes are spelled out so that both
languages mean the same by them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import takewhile

Span = tuple[int, int]
"""From and to, as places in a text."""

SPACE = (
    r" \t\n\r\f\v\u0085\u00a0\u00ad\u1680"
    r"\u2000-\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
)
"""Whitespace and what is as invisible, as the inside of a character class."""

_QUOTES = str.maketrans("‘’‚‛′＇“”„‟″＂", "''''''" + '""""""')
_LOWER = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")
_TOKEN = re.compile(
    rf"\\+u(?P<code>[0-9a-fA-F]{{4}})|\\+(?P<blank>[nrt])?|(?P<space>[{SPACE}]+)|(?P<char>.)", re.DOTALL
)
_LETTER = r"[\u00c0-\u1fff\u2c00-\ud7ff\uf900-\ufaff]"
_WORD = re.compile(rf"\\+(?:u([0-9a-fA-F]{{4}})|[nrt])?|([A-Za-z0-9]+|{_LETTER})")
_CHINESE = re.compile("[\u2e80-\u9fff]")
_CHINESE_WEIGHT = 3
_WRAP = re.compile(rf"[{SPACE}]*[\r\n]+[{SPACE}]*")
_ESCAPE = re.compile(r"""\\(?:u([0-9a-fA-F]{4})|([nrtbf"'\\/]))""")
_ESCAPED = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}
_PERCENT = re.compile("%[23579][0-9A-Fa-f]|[?&][a-z_]{1,40}=[^& +]{0,80}[+]")
_PERCENTS = re.compile("(?:%[0-9A-Fa-f]{2})+")
_BYTES = re.compile(r"(?:\\{1,4}x[0-9A-Fa-f]{2})+")
_ENTITY = re.compile("&(?:(quot|apos|lt|gt|amp|nbsp)|#([0-9]{2,3})|#x([0-9A-Fa-f]{2}));")
_ENTITIES = {"quot": '"', "apos": "'", "lt": "<", "gt": ">", "amp": "&", "nbsp": " "}
_STYLE = re.compile(r"(?:\x1b|\\(?:u001b|x1b|033|e))\[[0-9;]{0,12}[A-Za-z]|\[[0-9;]{1,12}m")
_SEAM = re.compile(r"""(["'`])[ \t]{0,3}[+.]?[ \t]?\r?\n[ \t]{0,80}[+.]?[ \t]?\1""")
_DOUBLED = re.compile(r"""(["'])\1""")
_SAYING = re.compile("[0-9A-Za-z\u2e80-\u9fff]")
_LABEL = re.compile(r"""[^"'`{}]*[-#%*/;:>|\])] ?""")
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_HALF = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word in lower case and its place in the source; each Chinese character is one and weighs three."""

    text: str
    start: int
    end: int

    @property
    def weight(self) -> int:
        return len(self.text) if self.text.isascii() else _CHINESE_WEIGHT


@dataclass(frozen=True, slots=True)
class Squash:
    """A stretch of text without whitespace and escapes; `starts[i]` to `ends[i]` is where `chars[i]` stood.

    Without whitespace neither a hard wrap nor a lost blank matters; before the indexes `spaced` some stood.
    """

    chars: str
    lower: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    spaced: frozenset[int]

    def at(self, place: int) -> int:
        """The index of the first character that stood at `place` of the source or behind it."""
        return bisect_left(self.starts, place)


def fold_quotes(text: str) -> str:
    """Typographic quotes made straight, one for one: places in the text stay."""
    return text.translate(_QUOTES)


def lower(text: str) -> str:
    """ASCII only, so that the length stays."""
    return text.translate(_LOWER)


def find_words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """Words between two places; each Chinese character is one, be it escaped."""
    found = _WORD.finditer(text, start, len(text) if end is None else end)
    words = (Word(lower(match[2] or _letter(match[1])), match.start(), match.end()) for match in found)
    return [word for word in words if word.text]


def weigh(text: str) -> int:
    """How much a text says: a Chinese character as much as three letters."""
    return len(text) + (_CHINESE_WEIGHT - 1) * len(_CHINESE.findall(text))


def join_lines(text: str) -> str:
    """What a console broke in the middle of a word, put together again."""
    return _WRAP.sub("", text)


def squash(text: str, start: int = 0, end: int | None = None) -> Squash:
    """Drop whitespace and backslashes between two places; escapes at any depth stand for what they mean."""
    chars: list[str] = []
    places: list[tuple[int, int]] = []
    spaced: set[int] = set()
    for token in _TOKEN.finditer(text, start, len(text) if end is None else end):
        char = _meaning(token)
        if char:
            chars.append(char)
            places.append(token.span())
        elif token["space"] or token["blank"]:
            spaced.add(len(chars))
    joined = "".join(chars)
    return Squash(
        joined, lower(joined), tuple(s for s, _ in places), tuple(e for _, e in places), frozenset(spaced)
    )


def condense(text: str) -> str:
    """The characters of `squash` alone."""
    return _TOKEN.sub(_meaning, text)


def unescape(text: str, depth: int) -> str:
    """Take `depth` layers of JSON escapes away; what is none stays."""
    for _ in range(depth):
        if "\\" not in text:
            break
        text = _ESCAPE.sub(lambda m: chr(int(m[1], 16)) if m[1] else _ESCAPED.get(m[2], m[2]), text)
    return _HALF.sub("\ufffd", _PAIR.sub(_joined, text))


def undress(text: str) -> str:
    """What was encoded for an address (`%20`), for a page (`&quot;`) or by doubled quotes, as before.

    Colours of a terminal, the seams of a literal over several lines, and what all lines begin with are gone.
    """
    text = _SEAM.sub("", _unlabel(_STYLE.sub("", text)))
    if _PERCENT.search(text):
        text = _PERCENTS.sub(_from_bytes, text.replace("+", " "))
    text = _ENTITY.sub(_from_entity, _BYTES.sub(_from_bytes, text))
    return _DOUBLED.sub(r"\1", text)


def unwrap(text: str) -> str:
    """A value over several lines: one without blanks was broken anywhere, another between its words."""
    lines = _WRAP.sub("\n", text)
    return lines.replace("\n", " " if re.search(rf"[{SPACE}]", lines.replace("\n", "")) else "")


def _letter(code: str | None) -> str:
    char = chr(int(code, 16)) if code else ""
    return char if re.match(_LETTER, char) else ""


def _meaning(token: re.Match[str]) -> str:
    if token["code"]:
        return re.sub(f"[{SPACE}]", "", fold_quotes(chr(int(token["code"], 16))))
    return token["char"] or ""


def _unlabel(text: str) -> str:
    """Without the sign of a comment or a quotation, or the source that a console names at each line."""
    lines = text.split("\n")
    label = _LABEL.match(_common_start([line for line in lines if _SAYING.search(line)]))
    if len(lines) == 1 or not label:
        return text
    return "\n".join(line.removeprefix(label[0]) for line in lines)


def _common_start(texts: list[str]) -> str:
    pairs = zip(min(texts, default=""), max(texts, default=""), strict=False)
    return "".join(one for one, _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _from_bytes(escapes: re.Match[str]) -> str:
    return bytes.fromhex(re.sub(r"[%\\x]", "", escapes[0])).decode("utf-8", "replace")


def _from_entity(entity: re.Match[str]) -> str:
    return _ENTITIES.get(entity[1], "") or chr(int(entity[2]) if entity[2] else int(entity[3], 16))


def _joined(pair: re.Match[str]) -> str:
    return pair[0].encode("utf-16", "surrogatepass").decode("utf-16")
