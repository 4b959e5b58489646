"""Plain text and sources for titles, descriptions and copied links."""

from __future__ import annotations

import re

from markupsafe import Markup

_DESCRIPTION = 155
"""Search engines show about this many characters."""

_BREAKS = re.compile(r"(?<=[_/.])(?=\w)|(?<=[a-z])(?=[A-Z])")
_MARKDOWN = re.compile(r"([\\\[\]`*_<>])")


def shorten(text: str) -> str:
    """One line, cut between words or characters if it is too long for a description."""
    line = " ".join(text.split())
    return line if len(line) <= _DESCRIPTION else line[: _DESCRIPTION - 1].rstrip() + "…"


def breakable(text: str) -> Markup:
    """An identifier or path that may go on in the next line after `_`, `/` and `.`, and between its words."""
    return Markup("<wbr>").join(_BREAKS.split(text))


def markdown_link(text: str, url: str) -> str:
    """The link as Markdown, the text safe from being read as markup."""
    escaped = _MARKDOWN.sub(r"\\\1", text)
    return f"[{escaped}]({url})"


def html_link(text: str, url: str) -> str:
    """The link as HTML source; a plain string, so that it is escaped where it is printed."""
    return str(Markup('<a href="{}">{}</a>').format(url, text))
