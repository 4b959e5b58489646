"""The seven tables: their columns, and how a row becomes a record."""

from __future__ import annotations

from collections.abc import Mapping

from errorbook.catalog import columns
from errorbook.catalog.prose import Parse, note_parser, parse_name, statement_parser, title_parser
from errorbook.catalog.table import Fields
from errorbook.model import (
    GONE,
    LANGUAGES,
    Case,
    Error,
    ExampleKind,
    Language,
    Module,
    Operation,
    Permalink,
    Placeholder,
    Return,
    Synonym,
    Wording,
)

# fmt: off
ERRORS = (
    "id", "case", "module", "status", "also_status", "error", "also_error", "exception", "also_exception",
    "error_code", "envelope", "description", "also_description", "title_zh", "title_en",
    "cause_zh", "cause_en", "fix_zh", "fix_en", "retry", "who", "state", "since",
    "example", "example_note_zh", "example_note_en", "source",
)
CASE_LEVEL = frozenset({
    "case", "cause_zh", "cause_en", "fix_zh", "fix_en", "example", "example_note_zh", "example_note_en",
})
"""The columns of `errors.csv` in which the rows of one error may differ."""
# fmt: on
OPERATIONS = ("id", "module", "method", "path", "name_zh", "name_en", "rate_limit", "doc_url")
RETURNS = ("api", "error", "status")
MODULES = ("id", "name_zh", "name_en")
PLACEHOLDERS = ("name", "kind", "sample", "label_zh", "label_en", "shareable")
PERMALINKS = ("permalink", "became")
SYNONYMS = ("typed", "means")

_NAMES: dict[Language, Parse] = dict.fromkeys(LANGUAGES, parse_name)
_TITLES = {language: title_parser(language) for language in LANGUAGES}
_CAUSES = {language: statement_parser(language, "why it happens") for language in LANGUAGES}
_FIXES = {language: statement_parser(language, "what the reader should do") for language in LANGUAGES}
_NOTES: dict[ExampleKind | None, dict[Language, Parse]] = {
    kind: {language: note_parser(language, kind) for language in LANGUAGES}
    for kind in ("run", "live", "none", None)
}


def build_error(fields: Fields) -> Error:
    """One row of `errors.csv`: an error with one of its cases."""
    return Error(
        id=fields.text("id", columns.parse_error_id),
        module=fields.text("module", columns.parse_kebab),
        status=fields.value("status", columns.parse_status, None),
        also_status=fields.value("also_status", columns.parse_statuses, ()),
        error=fields.text("error", columns.parse_wording),
        also_error=fields.value("also_error", columns.parse_words, ()),
        exception=fields.text("exception", columns.parse_class),
        also_exception=fields.value("also_exception", columns.parse_classes, ()),
        error_code=fields.text("error_code", columns.parse_number),
        envelope=fields.value("envelope", columns.parse_envelope, "standard"),
        description=fields.value("description", columns.parse_description, None),
        also_description=fields.value("also_description", columns.parse_descriptions, ()),
        title=_wording(fields, "title", _TITLES),
        retry=fields.value("retry", columns.parse_retry, "never"),
        who=fields.value("who", columns.parse_who, "developer"),
        state=fields.value("state", columns.parse_state, "current"),
        since=fields.value("since", columns.parse_year, 0),
        source=fields.text("source", columns.parse_required),
        cases=(_build_case(fields),),
    )


def build_operation(fields: Fields) -> Operation:
    return Operation(
        id=fields.text("id", columns.parse_kebab),
        module=fields.text("module", columns.parse_kebab),
        method=fields.text("method", columns.parse_method),
        path=fields.text("path", columns.parse_path),
        name=_wording(fields, "name", _NAMES),
        rate_limit=fields.text("rate_limit", columns.parse_any),
        doc_url=fields.text("doc_url", columns.parse_url),
    )


def build_return(fields: Fields) -> Return:
    return Return(
        api=fields.text("api", columns.parse_kebab),
        error=fields.text("error", columns.parse_kebab),
        status=fields.value("status", columns.parse_status, None),
    )


def build_module(fields: Fields) -> Module:
    return Module(fields.text("id", columns.parse_kebab), _wording(fields, "name", _NAMES))


def build_placeholder(fields: Fields) -> Placeholder:
    return Placeholder(
        name=fields.text("name", columns.parse_placeholder_name),
        kind=fields.value("kind", columns.parse_placeholder_kind, "name"),
        sample=fields.text("sample", columns.parse_sample),
        label=_wording(fields, "label", _NAMES),
        shareable=fields.value("shareable", columns.parse_yes, fallback=False),
    )


def build_permalink(fields: Fields) -> Permalink:
    return Permalink(
        permalink=fields.value("permalink", columns.parse_permalink, ""),
        became=fields.value("became", columns.parse_became, GONE),
    )


def build_synonym(fields: Fields) -> Synonym:
    return Synonym(fields.text("typed", columns.parse_typed), fields.text("means", columns.parse_typed))


def _build_case(fields: Fields) -> Case:
    kind = fields.value("example", columns.parse_example_kind, None)
    return Case(
        case=fields.text("case", columns.parse_case),
        cause=_wording(fields, "cause", _CAUSES),
        fix=_wording(fields, "fix", _FIXES),
        example_kind=kind or "none",
        example_note=_wording(fields, "example_note", _NOTES[kind]),
        example=None,
        line=fields.line,
    )


def _wording(fields: Fields, column: str, parsers: Mapping[Language, Parse]) -> Wording:
    return Wording(*(fields.text(f"{column}_{language}", parsers[language]) for language in LANGUAGES))
