"""A request as a Python script that uses `requests`."""

from __future__ import annotations

from errorbook.examples.samples.draft import Draft
from errorbook.examples.samples.json_body import Json, parse_json_body
from errorbook.examples.samples.literals import render_group, split_lines
from errorbook.examples.variables import Part

_TAIL = """\
print(response.status_code)
print(response.text)
if not response.ok and "json" in response.headers.get("Content-Type", ""):
    print(response.json().get("error_description", response.reason), file=sys.stderr)"""


def render(draft: Draft) -> str:
    """A script that prints status and body."""
    modules = ["import os", "import sys", *(["import time"] if draft.sleep_ms else [])]
    environment = [f'{name} = os.environ["{name}"]' for name in draft.variables]
    wait = [f"time.sleep({draft.sleep_ms / 1000:g})"] if draft.sleep_ms else []
    call = render_group(f"response = requests.{draft.method.lower()}(", _arguments(draft), ")", 0)
    return "\n".join([*modules, "", "import requests", "", *environment, "", *wait, call, _TAIL])


def _arguments(draft: Draft) -> list[str]:
    json = parse_json_body(draft.body) if draft.is_json else None
    # `json=` sends this header itself.
    headers = [(n, v) for n, v in draft.headers if json is None or n.lower() != "content-type"]
    items = [f"{_quote((name,))}: {_quote(value)}" for name, value in headers]
    arguments = [_quote(draft.url)]
    if items:
        arguments.append(render_group("headers={", items, "}", 4))
    if json is not None:
        arguments.append(_render_json("json=", json, 4))
    elif draft.body:
        arguments.append(f"data={_render_data(draft.body)}")
    return [*arguments, "timeout=10"]


def _render_json(prefix: str, value: Json, indent: int) -> str:
    if isinstance(value, dict):
        items = [_render_json(f"{_quote(key)}: ", item, indent + 4) for key, item in value.items()]
        return render_group(prefix + "{", items, "}", indent)
    if isinstance(value, list):
        items = [_render_json("", item, indent + 4) for item in value]
        return render_group(prefix + "[", items, "]", indent)
    return prefix + (_quote(value) if isinstance(value, tuple) else repr(value))


def _render_data(body: tuple[Part, ...]) -> str:
    """One literal a line of the body; bytes if ASCII cannot hold it."""
    lines = [_quote(line) for line in split_lines(body)]
    encoded = "" if all(part.isascii() for part in body if isinstance(part, str)) else ".encode()"
    if len(lines) == 1:
        return lines[0] + encoded
    return "(\n" + "".join(f"        {line}\n" for line in lines) + f"    ){encoded}"


def _quote(parts: tuple[Part, ...]) -> str:
    """A string literal; with references, one that Python fills; a lone reference stands by itself."""
    if len(parts) == 1 and not isinstance(parts[0], str):
        return parts[0].variable
    texts = [part for part in parts if isinstance(part, str)]
    quote = "'" if '"' in "".join(texts) and "'" not in "".join(texts) else '"'
    if len(texts) == len(parts):
        return quote + "".join(_escape(text, quote) for text in texts) + quote
    return f"f{quote}{''.join(_fill_in(part, quote) for part in parts)}{quote}"


def _fill_in(part: Part, quote: str) -> str:
    if isinstance(part, str):
        return _escape(part, quote).replace("{", "{{").replace("}", "}}")
    return f"{{{part.variable}}}"


def _escape(text: str, quote: str) -> str:
    # One by one, since `repr` of a whole text escapes its quotes as it likes.
    return "".join(repr(character)[1:-1] for character in text).replace(quote, f"\\{quote}")
