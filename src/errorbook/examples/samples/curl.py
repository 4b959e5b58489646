"""A request as a shell command."""

from __future__ import annotations

import math
import re

from errorbook.examples.samples.draft import Draft
from errorbook.examples.variables import Part

_SPECIAL = re.compile(r'[\\"$`]')


def render(draft: Draft) -> str:
    """A command for a POSIX shell; `-i` prints the status before the body."""
    method = "" if draft.method == "GET" and not draft.body else f" -X {draft.method}"
    lines = [f"curl -sS -i{method} {_in_double_quotes(draft.url)}"]
    lines += [f"-H {_render_header(name, value)}" for name, value in draft.headers]
    if draft.body and draft.header("Content-Type") is None:
        lines.append("-H 'Content-Type:'")  # else curl sends that of an HTML form
    lines += [_render_body(draft.body)] if draft.body else []
    # POSIX knows whole seconds only.
    wait = f"sleep {math.ceil(draft.sleep_ms / 1000)}\n" if draft.sleep_ms else ""
    return wait + " \\\n  ".join(lines)


def _render_header(name: str, value: tuple[Part, ...]) -> str:
    if not value:
        return _in_single_quotes((f"{name};",))  # with a colon, curl would not send it
    return _quote((f"{name}: ", *value))


def _render_body(body: tuple[Part, ...]) -> str:
    first = body[0]
    option = "--data-raw" if isinstance(first, str) and first.startswith("@") else "-d"
    return f"{option} {_in_single_quotes(body)}"


def _quote(parts: tuple[Part, ...]) -> str:
    if all(isinstance(part, str) for part in parts):
        return _in_single_quotes(parts)
    return _in_double_quotes(parts)


def _in_single_quotes(parts: tuple[Part, ...]) -> str:
    pieces = (p.replace("'", "'\\''") if isinstance(p, str) else f"'\"${p.variable}\"'" for p in parts)
    return f"'{''.join(pieces)}'"


def _in_double_quotes(parts: tuple[Part, ...]) -> str:
    text = ""
    for part, after in zip(parts, (*parts[1:], ""), strict=True):
        if isinstance(part, str):
            # An exclamation mark calls up history in an interactive shell, and cannot be escaped here.
            text += _SPECIAL.sub(r"\\\g<0>", part).replace("!", "\"'!'\"")
        else:
            joined = isinstance(after, str) and re.match(r"\w", after, re.ASCII)
            text += f"${{{part.variable}}}" if joined else f"${part.variable}"
    return f'"{text}"'
