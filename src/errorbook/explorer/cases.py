"""Which cause of an error a paste shows: its request tells. Twin: `docs/assets/explorer/cases.js`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from errorbook.explorer.fields import read_fields
from errorbook.explorer.paste import Paste
from errorbook.explorer.text import fold_quotes
from errorbook.views.records import CaseView, ErrorView

Bodies = Mapping[str, Mapping[str, bool]]
"""By case: the fields of its failing request, and whether they have a value."""

_OBJECT = re.compile(r"\{[^{}]*\}|\[[^\[\]{}]*\]")
"""Or an array of PHP; no other within."""


def build_bodies(error: ErrorView) -> dict[str, dict[str, bool]]:
    """Of the cases that differ from all others of their error by them."""
    bodies = {case.case: _read_body(case) for case in error.cases}
    told = list(bodies.values())
    return {case: body for case, body in bodies.items() if case and body and told.count(body) == 1}


def tell_case(paste: Paste, bodies: Bodies) -> str:
    """The case whose request stands in the paste; nothing if none does, or several do."""
    names = {name for body in bodies.values() for name in body}
    told: set[str] = set()
    for found in _OBJECT.finditer(paste.folded) if names else ():
        fields = {f.key: f.value != "" for f in paste.fields_between(*found.span()) if f.key in names}
        told |= {case for case, body in bodies.items() if body == fields}
    return told.pop() if len(told) == 1 else ""


def _read_body(case: CaseView) -> dict[str, bool]:
    """As it will be read in a paste."""
    return {field.key: field.value != "" for field in read_fields(fold_quotes(case.failing_body))}
