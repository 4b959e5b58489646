"""What the page needs to count a log's errors: scripts that it loads once a file is chosen, and words."""

from __future__ import annotations

from dataclasses import dataclass

from errorbook.model import Language
from errorbook.words import read_words

TRIAGE_SCRIPTS = (
    "triage/times",
    "triage/decode",
    "triage/records",
    "triage/har",
    "triage/parts",
    "triage/tally",
    "triage/reading",
    "triage/report",
    "triage/table",
)
"""The scripts under `assets/explorer/` that most readers never need, each before those that use it."""

_SAID = (
    "choose", "drop", "dragging", "progress", "cancel", "pasted", "comma",
    "reading", "cancelled", "empty", "too_big", "too_big_har", "packed", "binary", "failed", "unready",
    "read_lines", "read_requests", "read_both", "found", "found_none", "found_unknown", "stop", "span",
    "table", "count", "error", "status", "status_seen", "first", "last", "unknown",
    "copy_markdown", "download", "close", "copied", "copy_failed", "markdown_title",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Triage:
    words: dict[str, str]
    scripts: tuple[str, ...]
    """Their addresses, from the home page."""


def build_triage(language: Language) -> Triage:
    words = read_words("triage", language)
    return Triage(
        words={word: words[word] for word in _SAID},
        scripts=tuple(f"assets/explorer/{script}.js" for script in TRIAGE_SCRIPTS),
    )
