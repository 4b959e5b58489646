"""What the page says when it counts a log's errors."""

from __future__ import annotations

from errorbook.model import Language
from errorbook.words import read_words

_SAID = (
    "choose", "drop", "dragging", "progress", "cancel", "pasted", "comma",
    "reading", "cancelled", "empty", "too_big", "too_big_har", "packed", "binary", "failed", "cut", "unready",
    "read_lines", "read_requests", "read_both", "took", "at_once", "found", "found_none", "found_unknown",
    "stop", "span", "table", "count", "error", "status", "status_seen", "first", "last", "unknown",
    "copy_markdown", "download", "close", "copied", "copy_failed", "markdown_title",
)  # fmt: skip


def read_triage_words(language: Language) -> dict[str, str]:
    words = read_words("triage", language)
    return {word: words[word] for word in _SAID}
