"""A request as a script for Node.js, with its own `fetch`."""

from __future__ import annotations

import json
import re

from errorbook.examples.samples.draft import Draft
from errorbook.examples.samples.json_body import Json, parse_json_body
from errorbook.examples.samples.literals import escape, quote_double, render_block, render_group
from errorbook.examples.variables import Part

_NAME = re.compile(r"[A-Za-z_$][\w$]*", re.ASCII)

# A function, not `await` at the top: so it runs as a module, as CommonJS and pasted into a console.
_HEAD = "async function main() {"
_TAIL = """\
  const body = await response.text();
  console.log(response.status);
  console.log(body);
  if (!response.ok && response.headers.get("Content-Type")?.includes("json")) {
    console.error(JSON.parse(body).error_description ?? response.statusText);
  }
}

main();"""


def render(draft: Draft) -> str:
    """A script that prints status and body."""
    environment = [f"const {name} = process.env.{name};" for name in draft.variables]
    wait = f"  await new Promise((resolve) => setTimeout(resolve, {draft.sleep_ms}));"
    call = render_block(
        f"  const response = await fetch({_quote(draft.url)}, {{", _options(draft), "});", 2, step=2
    )
    return "\n".join([*environment, "", _HEAD, *([wait] if draft.sleep_ms else []), call, _TAIL])


def _options(draft: Draft) -> list[str]:
    headers = [f"{_key((name,))}: {_quote(value)}" for name, value in draft.headers]
    options = [] if draft.method == "GET" else [f"method: {quote_double(draft.method)}"]
    if headers:
        options.append(render_group("headers: { ", headers, " }", 4, step=2))
    if draft.body:
        options.append(f"body: {_render_body(draft)}")
    return [*options, "signal: AbortSignal.timeout(10_000)"]


def _render_body(draft: Draft) -> str:
    value = parse_json_body(draft.body) if draft.is_json else None
    if value is not None:
        return _render_json("JSON.stringify(", value, 4) + ")"
    text = _quote(draft.body)
    # Of a string, fetch would say that it is text/plain.
    return text if draft.header("Content-Type") is not None else f"Buffer.from({text})"


def _render_json(prefix: str, value: Json, indent: int) -> str:
    if isinstance(value, dict):
        items = [_render_json(f"{_key(key)}: ", item, indent + 2) for key, item in value.items()]
        return render_group(f"{prefix}{{ ", items, " }", indent, step=2) if items else f"{prefix}{{}}"
    if isinstance(value, list):
        items = [_render_json("", item, indent + 2) for item in value]
        return render_group(f"{prefix}[", items, "]", indent, step=2)
    if isinstance(value, tuple):
        return prefix + _quote(value)
    return prefix + json.dumps(value)


def _key(parts: tuple[Part, ...]) -> str:
    name = "".join(part for part in parts if isinstance(part, str))
    # As a plain key, the second would set the prototype.
    if not all(isinstance(part, str) for part in parts) or name == "__proto__":
        return f"[{_quote(parts)}]"
    return name if _NAME.fullmatch(name) else _quote(parts)


def _quote(parts: tuple[Part, ...]) -> str:
    """A string literal, a template if it has references; a lone reference stands by itself."""
    if len(parts) == 1 and not isinstance(parts[0], str):
        return parts[0].variable
    texts = [part for part in parts if isinstance(part, str)]
    if len(texts) == len(parts):
        text = "".join(texts)
        quote = "'" if '"' in text and "'" not in text else '"'
        return f"{quote}{escape(text, quote)}{quote}"
    return f"`{''.join(_fill_in(part) for part in parts)}`"


def _fill_in(part: Part) -> str:
    if isinstance(part, str):
        return escape(part, "`").replace("${", "\\${")
    return f"${{{part.variable}}}"
