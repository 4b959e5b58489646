"""The pages of a status, a module and an operation: what each can return."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from errorbook.pages.plain import shorten
from errorbook.pages.press import Heading, Page, Press, status_phrase
from errorbook.pages.shelves import Shelf, headings_of, module_heading, shelve
from errorbook.views.records import ErrorView, GroupView, OperationView


@dataclass(frozen=True, slots=True)
class Row:
    """An error that an operation returns, and the status it comes with there."""

    error: ErrorView
    status: int | None


def build_status_page(press: Press, group: GroupView) -> Page:
    """All of a status, also those that it was seen with once; by module."""
    title = status_phrase(group.key)
    return _group_page(
        press,
        group,
        title=title,
        intro=meaning(press, group.key),
        crumbs=press.crumbs(press.index_link("statuses"), group.key),
        shelves=shelve(group.errors, module_heading),
        code=int(group.key),
    )


def build_module_page(press: Press, group: GroupView) -> Page:
    """All of a module, by the status documented today."""
    return _group_page(
        press,
        group,
        title=group.title,
        intro="",
        crumbs=press.crumbs(press.index_link("modules"), group.title),
        shelves=shelve(sorted(group.errors, key=_status_order), _status_heading(press)),
        code=None,
    )


def build_operation_page(press: Press, operation: OperationView) -> Page:
    table = Heading("operation--errors", press.words["can_return"])
    module = press.module_step(operation.module)
    html = press.render(
        "operation.html.j2",
        operation.address,
        operation=operation,
        table=table,
        rows=tuple(Row(error, _status_there(error, operation)) for error in operation.errors),
        crumbs=press.crumbs(press.index_link("apis"), module, operation.name),
    )
    description = shorten(f"{operation.method} {operation.path} {press.count(len(operation.errors))}")
    return Page(operation.address, operation.name, description, html, (table,))


def meaning(press: Press, key: str) -> str:
    """What a status tells in this API."""
    words = press.words
    return words.get(f"meaning_{key}", words["meaning_other"])


def _status_heading(press: Press) -> Callable[[ErrorView], Heading]:
    def heading(error: ErrorView) -> Heading:
        if error.status is None:
            return Heading("status--none", press.words["status_unspecified"])
        return Heading(f"status--{error.status}", status_phrase(error.status))

    return heading


def _status_order(error: ErrorView) -> tuple[bool, int]:
    return error.status is None, error.status or 0


def _group_page(
    press: Press,
    group: GroupView,
    *,
    title: str,
    intro: str,
    shelves: tuple[Shelf[ErrorView], ...],
    **values: object,
) -> Page:
    html = press.render(
        "group.html.j2", group.address, group=group, title=title, intro=intro, shelves=shelves, **values
    )
    description = shorten(intro or f"{title}{press.words['colon']}{press.count(len(group.errors))}")
    return Page(group.address, title, description, html, headings_of(shelves))


def _status_there(error: ErrorView, operation: OperationView) -> int | None:
    """The operation's own status if it differs, else the one documented today."""
    own = (link.status for link in error.operations if link.address == operation.address)
    return next((status for status in own if status is not None), error.status)
