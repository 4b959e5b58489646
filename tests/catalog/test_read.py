from __future__ import annotations

import csv
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from errorbook import catalog
from errorbook.catalog import records
from errorbook.examples.parse import parse_example
from errorbook.model import Catalog, Module, Permalink, Placeholder, Return, Synonym, Template, Wording
from errorbook.problems import Problem, RefusedError

GOOD = Path(__file__).parents[1] / "golden" / "catalog" / "good"

OPTIONAL = {
    "errors.csv": {
        *("case", "status", "also_status", "error", "also_error", "exception", "also_exception"),
        *("error_code", "description", "also_description", "example_note_zh", "example_note_en"),
    },
    "apis.csv": {"rate_limit", "doc_url"},
    "returns.csv": {"status"},
    "modules.csv": set[str](),
    "placeholders.csv": set[str](),
    "permalinks.csv": {"became"},
    "synonyms.csv": set[str](),
}
COLUMNS = {
    "errors.csv": records.ERRORS,
    "apis.csv": records.OPERATIONS,
    "returns.csv": records.RETURNS,
    "modules.csv": records.MODULES,
    "placeholders.csv": records.PLACEHOLDERS,
    "permalinks.csv": records.PERMALINKS,
    "synonyms.csv": records.SYNONYMS,
}
CELLS = [(name, column) for name, columns in COLUMNS.items() for column in columns]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return Path(shutil.copytree(GOOD, tmp_path / "data"))


@pytest.fixture(scope="module")
def good() -> Catalog:
    return catalog.read(GOOD)


def test_errors_stand_by_id_and_their_cases_by_name(good: Catalog) -> None:
    found = [(error.id, [case.case for case in error.cases]) for error in good.errors]
    assert found == [("book-lent", [""]), ("card-required", ["empty", "missing"]), ("shelf-closed", [""])]


def test_cells_of_an_error_are_taken_apart(good: Catalog) -> None:
    lent, card, shelf = good.errors
    assert lent.status == 409
    assert lent.also_status == ()
    assert lent.description == Template(("book ", " is lent"), ("book",))
    assert lent.also_description == (
        Template(("book ", " is out"), ("book",)),
        Template(("nobody has ", ""), ("book",)),
    )
    assert card.statuses == (401, 400)
    assert (card.error, card.also_error) == ("card", ("no_card bad_card",))
    assert (card.exception, card.also_exception) == ("library.Card", ("Card",))
    assert card.description == Template(('send {"card": "..."}\n and no \\',), ())
    assert shelf.title == Wording("书库关闭", "Shelf closed")
    assert (shelf.error_code, shelf.envelope, shelf.since, shelf.source) == ("7001", "meta", 1999, "a ticket")
    assert (shelf.retry, shelf.who, shelf.state) == ("later", "admin", "legacy")


def test_cases_keep_their_own_statements_as_written(good: Catalog) -> None:
    empty, missing = good.errors[1].cases
    assert empty.cause == Wording("请求里的 `card` 是空的。", "The `card` of the request is empty.")
    assert missing.cause.en == "The request has no `card`."
    assert '[the "handbook"](https://library.example/cards)' in empty.fix.en
    assert (empty.example_kind, missing.example_kind) == ("run", "none")
    assert missing.example_note.en == "Much the same as the other."
    assert (empty.line, missing.line) == (4, 5)


def test_examples_are_found_by_id_and_case(good: Catalog) -> None:
    found = {
        (error.id, case.case): case.example.path
        for error in good.errors
        for case in error.cases
        if case.example
    }
    assert found == {
        ("book-lent", ""): "good/examples/book-lent.http",
        ("card-required", "empty"): "good/examples/card-required--empty.http",
        ("shelf-closed", ""): "good/examples/shelf-closed.http",
    }


def test_the_other_tables_keep_the_order_of_their_files(good: Catalog) -> None:
    assert good.modules[0] == Module("loans", Wording("借阅", "Loans"))
    assert [operation.id for operation in good.operations] == ["book-borrow", "card-issue"]
    assert good.operations[0].path == "/{branch}/loans"
    assert good.returns[1] == Return("book-borrow", "card-required", 400)
    assert good.returns[2].status is None
    book, reason = good.placeholders
    assert book == Placeholder("book", "id", "b-17", Wording("图书编号", "Book id"), shareable=True)
    assert (reason.sample, reason.shareable) == ("water, again", False)
    assert good.permalinks[3] == Permalink("errors/card-needed/", "errors/card-required/")
    assert good.permalinks[7] == Permalink("errors/paper-jam/", "gone")
    assert good.synonyms == (Synonym("volume", "book"),)


def test_reading_twice_gives_equal_catalogues(good: Catalog) -> None:
    assert catalog.read(GOOD) == good


def test_there_need_not_be_synonyms(data: Path) -> None:
    (data / "synonyms.csv").unlink()
    assert catalog.read(data).synonyms == ()


def test_a_folder_that_is_missing_is_one_problem(tmp_path: Path) -> None:
    assert [problem.path for problem in _problems(tmp_path / "nowhere")] == ["nowhere"]


def test_problems_are_the_same_from_inside_the_folder(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (data / "modules.csv").unlink()
    monkeypatch.chdir(data)
    assert [problem.path for problem in _problems(Path())] == ["data/modules.csv"]


@pytest.mark.parametrize(("name", "column"), CELLS)
def test_a_cell_that_is_empty_is_a_problem_unless_it_may_be(data: Path, name: str, column: str) -> None:
    _edit_cells(data / name, column, lambda _: "")
    told = [problem for problem in _problems(data) if problem.text.startswith(f"{column}: empty. ")]
    assert bool(told) == (column not in OPTIONAL[name])


@pytest.mark.parametrize(("name", "column"), CELLS)
def test_no_cell_may_hold_what_cannot_be_seen(data: Path, name: str, column: str) -> None:
    _edit_cells(data / name, column, lambda cell: f"{cell[:1]}\u200b{cell[1:]}")
    assert any(problem.text.startswith(f"{column}: U+200B") for problem in _problems(data))


@pytest.mark.parametrize("column", records.ERRORS)
def test_rows_of_an_error_differ_only_in_what_is_said_of_a_case(data: Path, column: str) -> None:
    _edit_cells(data / "errors.csv", column, lambda cell: f"{cell}!", rows={3})
    differs = f"{column}: differs from line 4, which is the same error. Write the same in both."
    told = {problem.text for problem in _problems(data) if problem.line == 5}
    assert (differs in told) == (column not in {"id", *records.CASE_LEVEL})


def test_problems_of_an_example_are_told_as_its_parser_tells_them(data: Path) -> None:
    file = data / "examples" / "book-lent.http"
    text = file.read_text(encoding="utf-8").replace("### fixed", "### mended")
    file.write_text(text, encoding="utf-8")
    with pytest.raises(RefusedError) as refused:
        parse_example("data/examples/book-lent.http", text)
    assert _problems(data) == refused.value.problems


def test_every_problem_has_its_place_and_its_cure(data: Path) -> None:
    for name, column in CELLS:
        _edit_cells(data / name, column, lambda cell: f"{cell} \\ {{")
    for problem in _problems(data):
        assert re.fullmatch(r"data/[\w./-]+:[1-9]\d*:[1-9]\d*: [a-z_]+: .+\. .+", str(problem))


def _problems(data: Path) -> tuple[Problem, ...]:
    try:
        catalog.read(data)
    except RefusedError as exc:
        return exc.problems
    return ()


def _edit_cells(file: Path, column: str, change: Callable[[str], str], rows: set[int] | None = None) -> None:
    """Change a column in all rows, or in those of these numbers (the header is 0)."""
    with file.open(encoding="utf-8", newline="") as lines:
        header, *body = csv.reader(lines)
    place = header.index(column)
    for number, row in enumerate(body, 1):
        if rows is None or number in rows:
            row[place] = change(row[place])
    with file.open("w", encoding="utf-8", newline="") as lines:
        csv.writer(lines, lineterminator="\n").writerows([header, *body])
