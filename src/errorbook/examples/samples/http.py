"""A request as editors send it: the syntax of the `.http` files."""

from __future__ import annotations

from errorbook.examples.samples.draft import Draft
from errorbook.examples.variables import Part


def render(draft: Draft) -> str:
    """One section of a `.http` file, without its title."""
    lines = [f"# @name {draft.name}"] if draft.name else []
    lines += [f"# @sleep {draft.sleep_ms}"] if draft.sleep_ms else []
    lines.append(f"{draft.method} {_render(draft.url)}")
    lines += [f"{name}: {_render(value)}".rstrip() for name, value in draft.headers]
    lines += ["", _render(draft.body)] if draft.body else []
    return "\n".join(lines)


def _render(parts: tuple[Part, ...]) -> str:
    return "".join(part if isinstance(part, str) else f"{{{{{part.text}}}}}" for part in parts)
