"""Colours can be read: contrast after WCAG 2.2, computed from the style sheet."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest

TOKENS = Path(__file__).parents[2] / "docs" / "assets" / "theme" / "tokens.css"
SCHEMES = ("default", "slate")
GROUNDS = ("paper", "surface", "raised")
TEXTS = ("ink", "ink-soft", "accent", "accent-strong", "danger", "warn", "ok")
PAIRS = [
    *product(TEXTS, GROUNDS),
    *((name, f"{name}-soft") for name in ("danger", "warn", "ok")),
    ("accent-strong", "accent-soft"),
    ("on-accent", "accent"),
    ("on-accent", "accent-strong"),
    ("ink", "mark"),
]


def read_colours(scheme: str) -> dict[str, str]:
    block = re.search(rf'\[data-md-color-scheme="{scheme}"\] {{(.*?)}}', TOKENS.read_text("utf-8"), re.DOTALL)
    assert block
    return dict(re.findall(r"--(?:eb|md)-([a-z-]+): (#[0-9a-f]{3,6});", block[1]))


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    channels = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: str, b: str) -> float:
    lighter, darker = sorted((luminance(a), luminance(b)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_can_be_read_on_every_ground(scheme: str) -> None:
    colours = read_colours(scheme)
    weak = [(text, ground) for text, ground in PAIRS if contrast(colours[text], colours[ground]) < 4.5]
    assert weak == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_code_can_be_read_in_every_colour(scheme: str) -> None:
    colours = read_colours(scheme)
    names = [name for name in colours if name.startswith("code-hl-")]
    assert len(names) == 6
    assert [name for name in names if contrast(colours[name], colours["surface"]) < 4.5] == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_outlines_of_controls_can_be_seen(scheme: str) -> None:
    colours = read_colours(scheme)
    assert min(contrast(colours["line-strong"], colours[ground]) for ground in GROUNDS) >= 3


def test_both_schemes_have_the_same_colours() -> None:
    assert read_colours("default").keys() == read_colours("slate").keys()
