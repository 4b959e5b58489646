"""A few hundred pastes kept as files, so that a change of the generator shows in a review."""

from __future__ import annotations

import json
from pathlib import Path

from corpus.facts import facts_index
from corpus.specimens import Specimen, build_specimens

FOLDER = Path(__file__).parents[2] / "corpus"
FIXTURES = FOLDER / "fixtures" / "pastes.json"
NEGATIVES = FOLDER / "negatives"


def render_fixtures() -> str:
    """Of each shape four pastes, made of the facts, which do not change with our catalogue."""
    rows = [
        {"kind": each.kind, "shape": each.shape, "ids": sorted(each.ids), "text": each.text}
        for each in build_specimens(facts_index(), per_shape=4, seed=4)
    ]
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    return f"[\n{lines}\n]\n"


def read_fixtures() -> list[Specimen]:
    rows = json.loads(FIXTURES.read_text(encoding="utf-8"))
    return [Specimen(row["kind"], row["shape"], row["text"], frozenset(row["ids"])) for row in rows]
