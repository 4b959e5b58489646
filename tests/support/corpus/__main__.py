"""`python -m corpus` prints the figures; `--write` makes the fixtures again, `--check` compares them."""

from __future__ import annotations

import sys
from pathlib import Path

from corpus.facts import facts_index
from corpus.fixtures import FIXTURES, NEGATIVES, render_fixtures
from corpus.report import render_table, tabulate
from corpus.specimens import build_specimens, read_negatives
from errorbook.build import load_books
from errorbook.explorer import Index, Matcher, build_index
from errorbook.settings import read_settings

ROOT = Path(__file__).parents[3]
_PER_SHAPE = 60


def main(arguments: list[str]) -> int:
    if arguments == ["--write"]:
        FIXTURES.write_text(render_fixtures(), encoding="utf-8")
        return 0
    if arguments == ["--check"]:
        same = FIXTURES.read_text(encoding="utf-8") == render_fixtures()
        sys.stdout.write("as generated\n" if same else "not as generated: python -m corpus --write\n")
        return int(not same)
    own = build_index(*load_books(read_settings(ROOT / "mkdocs.yml")))
    for title, index in (("Our catalogue", own), ("All wordings of the facts", facts_index())):
        sys.stdout.write(f"\n{title}: {len(index['errors'])} errors\n{render_report(index)}\n")
    return 0


def render_report(index: Index) -> str:
    """The table of one catalogue, negatives included."""
    matcher = Matcher(index)
    specimens = read_negatives(NEGATIVES) + build_specimens(index, _PER_SHAPE, seed=1)
    return render_table(tabulate([(specimen, matcher.match(specimen.text)) for specimen in specimens]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
