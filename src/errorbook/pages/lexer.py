"""The colours of `.http` files, whose requests Pygments' own lexer takes for broken HTTP."""

from __future__ import annotations

from typing import ClassVar

from pygments.lexer import RegexLexer, bygroups, using
from pygments.lexers import JsonLexer
from pygments.token import Comment, Literal, Name, Punctuation, String, Whitespace

_REQUEST_LINE = (Name.Function, Whitespace, Literal, Whitespace)
_HEADER = (Name.Tag, Punctuation, String, Whitespace)


class HttpFileLexer(RegexLexer):
    """Comments, a line with method and address, headers, an empty line and a JSON body."""

    name = "HTTP file"
    tokens: ClassVar = {
        "root": [
            (r"#.*\n?", Comment),
            (r"([A-Z]+)( )(.+)(\n?)", bygroups(*_REQUEST_LINE), "headers"),  # type: ignore[no-untyped-call]
            (r"\n", Whitespace),
        ],
        "headers": [
            (r"([\w-]+)(:)(.*)(\n?)", bygroups(*_HEADER)),  # type: ignore[no-untyped-call]
            (r"\n", Whitespace, "body"),
        ],
        "body": [(r"(?s).+", using(JsonLexer))],  # type: ignore[no-untyped-call]
    }
