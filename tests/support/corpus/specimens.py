"""The corpus itself: which answers in which shapes, always the same."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from corpus.answers import build_answers
from corpus.shapes import CUT, DAMAGED, WHOLE, Shape
from errorbook.explorer import Index

KINDS: Mapping[str, Mapping[str, Shape]] = {
    "whole": WHOLE,
    "damaged": DAMAGED,
    "cut": CUT,
}
"""Shapes by what may be expected of them."""


@dataclass(frozen=True, slots=True)
class Specimen:
    """A paste and the entries that are right for it; none for something else."""

    kind: str
    shape: str
    text: str
    ids: frozenset[str]


def read_negatives(folder: Path) -> list[Specimen]:
    """Texts that hold no error of ours: behind each line `=== name` one text, a file a kind."""
    return [
        Specimen("negative", f"{path.stem}", text.strip("\n"), frozenset())
        for path in sorted(folder.glob("*.txt"))
        for _, text in re.findall(
            r"^=== (.+)\n((?:(?!=== ).*\n)*)", path.read_text(encoding="utf-8"), re.MULTILINE
        )
    ]


def build_specimens(index: Index, per_shape: int, seed: int) -> list[Specimen]:
    """Of each shape `per_shape` answers by chance, or all if there are no more."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    answers = build_answers(index, seed)
    return [
        Specimen(kind, name, shape(answer), answer.ids)
        for kind, shapes in KINDS.items()
        for name, shape in shapes.items()
        for answer in chance.sample(answers, min(per_shape, len(answers)))
    ]
