from __future__ import annotations

from pathlib import Path

from errorbook import catalog
from errorbook.permalinks import (
    build_permalinks,
    case_address,
    error_address,
    module_address,
    operation_address,
    status_address,
)

GOOD = Path(__file__).parents[1] / "golden" / "catalog" / "good"


def test_addresses_have_neither_language_nor_leading_slash() -> None:
    assert error_address("book-lent") == "errors/book-lent/"
    assert case_address("card-required", "empty") == "errors/card-required/#empty"
    assert case_address("book-lent", "") == "errors/book-lent/"
    assert status_address(409) == "status/409/"
    assert module_address("loans") == "modules/loans/"
    assert operation_address("book-borrow") == "apis/book-borrow/"


def test_the_ledger_holds_what_lives_and_what_has_moved() -> None:
    good = catalog.read(GOOD)
    living = {entry.permalink for entry in good.permalinks if not entry.became}
    assert living == set(build_permalinks(good.errors, good.operations))


def test_permalinks_are_sorted_and_single() -> None:
    good = catalog.read(GOOD)
    found = build_permalinks(good.errors, good.operations)
    assert list(found) == sorted(set(found))


def test_modules_without_errors_have_no_page() -> None:
    good = catalog.read(GOOD)
    assert not build_permalinks((), ())
    assert "modules/readers/" not in build_permalinks(good.errors[:1], good.operations)
