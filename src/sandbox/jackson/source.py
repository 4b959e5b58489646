"""The bytes, the place in them, and the complaints about what stands there."""

from contextlib import suppress
from typing import NoReturn

SOURCE_NAME = "\N{SYMBOL FOR NULL}"  # stands in a detail for the stream's name, which only the caller knows

_BOM = b"\xef\xbb\xbf"


class MalformedError(ValueError):
    """What Jackson would say, and where; the line counts from one."""

    def __init__(self, detail: str, line: int, column: int) -> None:
        super().__init__(detail)
        self.detail = detail
        self.line = line
        self.column = column


class Source:
    """A reader of bytes. `at` is the index of the next one, behind the character just taken."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = len(_BOM) if data.startswith(_BOM) else 0
        self.line = 1
        self._line_start = 0

    @property
    def place(self) -> tuple[int, int]:
        """Line, and column from zero, of the character just taken."""
        return self.line, self.at - self._line_start - 1

    def take(self, at_end: str) -> int:
        """The next byte; `at_end` completes the complaint about its absence."""
        if self.at >= len(self.data):
            self.fail_at_end(at_end)
        self.at += 1
        return self.data[self.at - 1]

    def skip_space(self) -> bool:
        """Go to the next token, and say whether there is one."""
        while self.at < len(self.data):
            char = self.data[self.at]
            if char > ord(" ") and char != ord("/"):
                return True
            self.at += 1
            self._pass(char)
        return False

    def whole_char(self, first: int) -> int:
        """The code of the character of which one byte was taken; that byte if the encoding is broken."""
        start = self.at - 1
        for size in (1, 2, 3, 4):
            with suppress(UnicodeDecodeError):
                code = ord(self.data[start : start + size].decode())
                self.at = start + size
                return code
        return first

    def fail(self, detail: str) -> NoReturn:
        """Complain about the character just taken. Jackson has gone past it, and counts columns from one."""
        raise MalformedError(detail, self.line, self.at - self._line_start + 1)

    def unexpected(self, char: int, comment: str, where: str = "") -> NoReturn:
        """Complain that this character cannot stand here."""
        self.fail(f"Unexpected character ({describe(char)}){where}: {comment}")

    def fail_at_end(self, where: str) -> NoReturn:
        """Complain that the input ends. Jackson has by then moved the start of the line by its buffer."""
        column = self.at - self._line_start + len(self.data) + 1
        raise MalformedError(f"Unexpected end-of-input{where}", self.line, column)

    def _pass(self, char: int) -> None:
        if char == ord("/"):
            self.unexpected(
                char,
                "maybe a (non-standard) comment? "
                "(not recognized as one since Feature 'ALLOW_COMMENTS' not enabled for parser)",
            )
        if char not in b" \t\r\n":
            self.fail(
                f"Illegal character ({describe(char)}): "
                r"only regular white space (\r, \n, \t) is allowed between tokens"
            )
        if char in b"\r\n":
            self._begin_line(char)

    def _begin_line(self, char: int) -> None:
        if char == ord("\r") and self.data[self.at : self.at + 1] == b"\n":
            self.at += 1
        self.line += 1
        self._line_start = self.at


def describe(char: int) -> str:
    """A character as Jackson names it."""
    if char < 0x20 or 0x7F <= char < 0xA0:  # noqa: PLR2004  # Java's ISO control characters
        return f"(CTRL-CHAR, code {char})"
    code = f"{char} / 0x{char:x}" if char > 0xFF else str(char)  # noqa: PLR2004  # Latin-1
    return f"'{chr(char)}' (code {code})"
