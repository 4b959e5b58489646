"""Build the records from the catalogue and the recordings: every question of meaning is settled here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from errorbook import permalinks
from errorbook.examples.verdict import find_message
from errorbook.inline import Span, fill_inline, fill_pieces, parse_inline
from errorbook.model import GONE, Case, Catalog, Error, Language, Module, Operation, Recording, Template
from errorbook.template import render_template
from errorbook.views.records import (
    Book,
    CaseView,
    ErrorView,
    GroupView,
    Link,
    MovedView,
    OperationLink,
    OperationView,
    PlaceholderView,
    RunKit,
    RunView,
)
from errorbook.views.requests import build_environment, build_requests, failing_body, failing_recording

Recordings = Mapping[tuple[str, str], tuple[Recording, ...]]
"""What the sandbox answered to the requests of each (error id, case), in their order."""

_NEIGHBOURS = 5
_NO_TEXT = Template(("",), ())


def build_book(
    catalog: Catalog,
    recordings: Recordings,
    language: Language,
    site_url: str,
    run_kit: RunKit | None = None,
) -> Book:
    """Everything there is to say in one language; `site_url` is the root of the site, with a slash."""
    builder = _builder(catalog, recordings, language)
    errors = builder.errors()
    by_id = {error.id: error for error in errors}
    return Book(
        language=language,
        site_url=site_url,
        errors=errors,
        statuses=builder.statuses(errors),
        modules=builder.modules(errors),
        operations=tuple(builder.operation(operation, by_id) for operation in catalog.operations),
        placeholders=tuple(
            PlaceholderView(p.name, p.label[language], p.shareable) for p in catalog.placeholders
        ),
        moved=tuple(
            MovedView(entry.permalink, "" if entry.became == GONE else entry.became)
            for entry in catalog.permalinks
            if entry.became
        ),
        synonyms=catalog.synonyms,
        run_kit=run_kit,
    )


def _builder(catalog: Catalog, recordings: Recordings, language: Language) -> _Builder:
    returns: dict[str, dict[str, int | None]] = {}
    for entry in catalog.returns:
        returns.setdefault(entry.error, {})[entry.api] = entry.status
    by_module: dict[str, list[Error]] = {}
    for error in catalog.errors:
        by_module.setdefault(error.module, []).append(error)
    samples = {placeholder.name: placeholder.sample for placeholder in catalog.placeholders}
    shareable = {placeholder.name for placeholder in catalog.placeholders if placeholder.shareable}
    return _Builder(catalog, recordings, language, samples, shareable, returns, by_module)


@dataclass(frozen=True, slots=True)
class _Builder:
    catalog: Catalog
    recordings: Recordings
    language: Language
    samples: dict[str, str]
    shareable: set[str]
    returns: Mapping[str, Mapping[str, int | None]]
    """By error, then operation: the status where it differs."""
    by_module: Mapping[str, list[Error]]

    def errors(self) -> tuple[ErrorView, ...]:
        """In the order of the navigation: by module, then by id."""
        order = {module.id: place for place, module in enumerate(self.catalog.modules)}
        return tuple(
            self.error(error) for error in sorted(self.catalog.errors, key=lambda e: (order[e.module], e.id))
        )

    def error(self, error: Error) -> ErrorView:
        _, values = self.message(error, error.cases[0])
        return ErrorView(
            id=error.id,
            address=permalinks.error_address(error.id),
            title=error.title[self.language],
            module=self.module_link(error.module),
            status=_own_status(error),
            also_statuses=tuple(status for status in error.statuses if status != _own_status(error)),
            types=_present(error.error, *error.also_error),
            exceptions=_present(error.exception, *error.also_exception),
            error_code=error.error_code,
            envelope=error.envelope,
            messages=tuple(fill_pieces(template, values) for template in error.descriptions),
            templates=tuple(render_template(template) for template in error.descriptions),
            retry=error.retry,
            who=error.who,
            state=error.state,
            since=error.since,
            source=error.source,
            cases=tuple(self.case(error, case) for case in error.cases),
            operations=self.returned_by(error),
            neighbours=self.neighbours(error),
        )

    def case(self, error: Error, case: Case) -> CaseView:
        template, values = self.message(error, case)
        return CaseView(
            case=case.case,
            address=permalinks.case_address(error.id, case.case),
            cause=_spans(case.cause[self.language], values),
            fix=_spans(case.fix[self.language], values),
            message=fill_pieces(template, values),
            environment=build_environment(case.example),
            requests=build_requests(
                case.example,
                self.recordings.get((error.id, case.case), ()),
                self.language,
                {name: value for name, value in values.items() if name in self.shareable},
            ),
            example_kind=case.example_kind,
            example_note=case.example_note[self.language],
            run=self.run(error, case),
            failing_body=failing_body(case.example),
        )

    def run(self, error: Error, case: Case) -> RunView | None:
        """There is one where the sandbox has run the example."""
        recorded = (error.id, case.case) in self.recordings
        return RunView(case.example, error) if case.example and recorded else None

    def message(self, error: Error, case: Case) -> tuple[Template, dict[str, str]]:
        """The wording of the recorded answer with its values; without one, the documented with samples."""
        recorded = failing_recording(case.example, self.recordings.get((error.id, case.case), ()))
        found = find_message(error, recorded) if recorded else None
        template, values = found or ((*error.descriptions, _NO_TEXT)[0], {})
        return template, self.samples | values

    def returned_by(self, error: Error) -> tuple[OperationLink, ...]:
        statuses = self.returns.get(error.id, {})
        return tuple(
            OperationLink(
                method=operation.method,
                path=operation.path,
                name=operation.name[self.language],
                address=permalinks.operation_address(operation.id),
                status=statuses[operation.id],
            )
            for operation in self.catalog.operations
            if operation.id in statuses
        )

    def neighbours(self, error: Error) -> tuple[Link, ...]:
        """Errors of the same module, those with the most operations in common first."""
        own = self.returns.get(error.id, {}).keys()
        others = [other for other in self.by_module[error.module] if other.id != error.id]
        others.sort(key=lambda other: (-len(own & self.returns.get(other.id, {}).keys()), other.id))
        return tuple(
            Link(other.title[self.language], permalinks.error_address(other.id))
            for other in others[:_NEIGHBOURS]
        )

    def statuses(self, errors: tuple[ErrorView, ...]) -> tuple[GroupView, ...]:
        codes = sorted({status for error in errors for status in error.statuses})
        return tuple(
            GroupView(
                key=str(code),
                address=permalinks.status_address(code),
                title=str(code),
                errors=tuple(error for error in errors if code in error.statuses),
            )
            for code in codes
        )

    def modules(self, errors: tuple[ErrorView, ...]) -> tuple[GroupView, ...]:
        """Those that have errors, in the order of the navigation."""
        groups = ((module, self.errors_of(module, errors)) for module in self.catalog.modules)
        return tuple(
            GroupView(module.id, permalinks.module_address(module.id), module.name[self.language], own)
            for module, own in groups
            if own
        )

    def errors_of(self, module: Module, errors: tuple[ErrorView, ...]) -> tuple[ErrorView, ...]:
        address = permalinks.module_address(module.id)
        return tuple(error for error in errors if error.module.address == address)

    def operation(self, operation: Operation, errors: Mapping[str, ErrorView]) -> OperationView:
        returned = [errors[error] for error, apis in self.returns.items() if operation.id in apis]
        return OperationView(
            id=operation.id,
            address=permalinks.operation_address(operation.id),
            method=operation.method,
            path=operation.path,
            name=operation.name[self.language],
            module=self.module_link(operation.module),
            rate_limit=operation.rate_limit,
            doc_url=operation.doc_url,
            errors=tuple(sorted(returned, key=lambda error: (error.status or 0, error.id))),
        )

    def module_link(self, module_id: str) -> Link:
        module = next(module for module in self.catalog.modules if module.id == module_id)
        return Link(module.name[self.language], permalinks.module_address(module_id))


def _own_status(error: Error) -> int | None:
    """No documentation of today has a legacy error, so the first that was seen is its own."""
    return next(iter(error.statuses), None) if error.state == "legacy" else error.status


def _spans(text: str, values: Mapping[str, str]) -> tuple[Span, ...]:
    return fill_inline(parse_inline(text), values)


def _present(*texts: str) -> tuple[str, ...]:
    return tuple(text for text in texts if text)
