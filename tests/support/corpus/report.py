"""How many pastes of each shape find their error, as a table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from corpus.specimens import Specimen
from errorbook.explorer import Outcome


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts of one shape; `first` and `third` are found at the top and among the first three."""

    shape: str
    count: int
    first: int
    third: int
    exact: int
    close: int
    false: int
    """A wrong entry at the top, said to be a match."""

    def __add__(self, other: Figures) -> Figures:
        return Figures(
            self.shape,
            self.count + other.count,
            self.first + other.first,
            self.third + other.third,
            self.exact + other.exact,
            self.close + other.close,
            self.false + other.false,
        )


def measure(name: str, found: Iterable[tuple[Specimen, Outcome]]) -> Figures:
    """Guesses are no match: what is only guessed counts as not found."""
    figures = Figures(name, 0, 0, 0, 0, 0, 0)
    for specimen, outcome in found:
        ids = [result.id for result in outcome.results] if outcome.match != "none" else []
        figures += Figures(
            name,
            1,
            bool(specimen.ids & set(ids[:1])),
            bool(specimen.ids & set(ids[:3])),
            outcome.match == "exact",
            outcome.match == "close",
            bool(ids) and ids[0] not in specimen.ids,
        )
    return figures


def tabulate(found: list[tuple[Specimen, Outcome]]) -> list[Figures]:
    """By kind, below each its shapes."""
    rows: list[Figures] = []
    for kind in dict.fromkeys(specimen.kind for specimen, _ in found):
        own = [pair for pair in found if pair[0].kind == kind]
        rows.append(measure(kind.upper(), own))
        shapes = dict.fromkeys(specimen.shape for specimen, _ in own)
        rows += [measure(shape, [pair for pair in own if pair[0].shape == shape]) for shape in shapes]
    return rows


def render_table(rows: Iterable[Figures]) -> str:
    lines = [f"{'shape':<48}{'n':>6}{'top-1':>8}{'top-3':>8}{'exact':>7}{'close':>7}{'none':>6}{'false':>7}"]
    lines += [
        f"{row.shape:<48}{row.count:>6}{row.first / row.count:>8.1%}{row.third / row.count:>8.1%}"
        f"{row.exact:>7}{row.close:>7}{row.count - row.exact - row.close:>6}{row.false:>7}"
        for row in rows
    ]
    return "\n".join(lines)
