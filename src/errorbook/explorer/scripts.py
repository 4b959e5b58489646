"""The explorer's scripts: many files to read, three to load, without their comments."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from rjsmin import jsmin

SCRIPTS = {
    "explorer": (
        "text", "lists", "later", "blocks", "windows", "fields", "paste", "cases", "fit", "part", "near",
        "spelling", "library", "claims", "trust", "hits", "whole", "partial", "guess", "match", "haystack",
        "terms", "words", "state", "ticket", "copies", "facets", "scene", "controls", "address", "loading",
        "prose", "found", "breath", "rows", "view", "keys", "element", "triage/panel",
    ),
    # With the first wish to copy what was pasted.
    "explorer-masking": (
        "quotes", "names", "pairs", "secrets", "shapes", "contacts", "redact", "masked",
    ),
    # With the first log.
    "explorer-triage": (
        "triage/times", "triage/decode", "triage/records", "triage/har", "triage/parts", "triage/tally",
        "triage/reading", "triage/report", "triage/table",
    ),
}  # fmt: skip
"""What is loaded, and the files under `docs/assets/explorer/` it is made of: each before what uses it."""


def render_scripts(folder: Path) -> Iterator[tuple[str, str]]:
    """The name and the text of each, of the files in a folder. Together they pack better than one by one."""
    for name, parts in SCRIPTS.items():
        texts = [(folder / f"{part}.js").read_text(encoding="utf-8") for part in parts]
        yield name, "\n".join(map(jsmin, texts))
