"""The ledger of addresses: every one that the site has is in it, every one in it still leads somewhere."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Mapping

from errorbook.catalog.table import Records
from errorbook.model import GONE, Permalink
from errorbook.problems import Problem

_CURE = "Write the address that took its place, or gone"


def check_published(ledger: Records[Permalink], living: Collection[str]) -> list[Problem]:
    """Every living address is in the ledger; a missing one is reported where its line belongs."""
    if not ledger.trusts("permalink"):
        return []
    listed = sorted((entry.permalink, row.line) for row, entry in ledger.entries)
    lines = [1, *(line for _, line in listed)]
    absent = sorted(set(living) - {permalink for permalink, _ in listed})
    return [
        Problem(
            ledger.table.path,
            lines[bisect_right(listed, (address,))] + 1,
            1,
            f"permalink: {address} is published and not listed. Add the line `{address},`.",
        )
        for address in absent
    ]


def check_kept(ledger: Records[Permalink], living: Collection[str], judged: Collection[str]) -> list[Problem]:
    """Every listed address lives or says what it became.

    `judged` are the kinds of address (`errors`, `status` ...) whose pages are known for sure; of the
    others nothing can be said while their tables have problems.
    """
    became = {entry.permalink: entry.became for _, entry in ledger.entries}
    problems = []
    for row, entry in ledger.entries:
        if text := _describe(entry, became, living, judged):
            problems.append(ledger.table.problem(row, "became", text))
    return problems


def _describe(
    entry: Permalink, became: Mapping[str, str], living: Collection[str], judged: Collection[str]
) -> str:
    """What is wrong with one line, or nothing."""
    if entry.permalink in living:
        return f"not empty, though {entry.permalink} is a page. Empty the cell." if entry.became else ""
    if not entry.became:
        lost = f"empty, though {entry.permalink} is no page any more: permalink lost. {_CURE}."
        return lost if _kind(entry.permalink) in judged else ""
    if entry.became == GONE or entry.became in living:
        return ""
    end = _follow(entry.became, became, living)
    if end == "":
        return f"{entry.became} leads round in a circle. {_CURE}."
    if end != entry.became:
        return f"{entry.became} became {end} itself. Write {end} here too."
    return f"{end} is no page. {_CURE}." if _kind(end) in judged else ""


def _follow(address: str, became: Mapping[str, str], living: Collection[str]) -> str:
    """Where a chain of moves ends; empty if it never does."""
    seen = set[str]()
    while address not in living and became.get(address):
        if address in seen:
            return ""
        seen.add(address)
        address = became[address]
    return address


def _kind(address: str) -> str:
    return address.partition("/")[0]
