"""A request as a PHP script, with the curl extension."""

from __future__ import annotations

import json

from errorbook.examples.samples.draft import Draft
from errorbook.examples.samples.json_body import Json, Text, parse_json_body
from errorbook.examples.samples.literals import camel_case, render_block, render_group
from errorbook.examples.variables import Part

_ESCAPES = {"\\": "\\\\", '"': '\\"', "$": "\\$", "\n": "\\n", "\r": "\\r", "\t": "\\t"}

_TAIL = """\
$body = curl_exec($curl);
if ($body === false) {
    throw new RuntimeException(curl_error($curl));
}
$status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
echo "$status\\n$body\\n";
if ($status >= 400) {
    fwrite(STDERR, (json_decode($body)->error_description ?? 'no error_description') . "\\n");
}"""


def render(draft: Draft) -> str:
    """A script that prints status and body."""
    environment = [f"{_variable(name)} = getenv('{name}');" for name in draft.variables]
    wait = [f"usleep({draft.sleep_ms * 1000});"] if draft.sleep_ms else []
    start = f"$curl = curl_init({_quote(draft.url)});"
    options = render_block("curl_setopt_array($curl, [", _options(draft), "]);", 0)
    return "\n".join(["<?php", *environment, "", *wait, start, options, _TAIL])


def _options(draft: Draft) -> list[str]:
    headers = [_render_header(name, value) for name, value in draft.headers]
    if draft.body and draft.header("Content-Type") is None:
        headers.append("'Content-Type:'")  # else curl sends that of an HTML form
    options = (
        [] if draft.method == "GET" and not draft.body else [f"CURLOPT_CUSTOMREQUEST => '{draft.method}'"]
    )
    if headers:
        options.append(render_group("CURLOPT_HTTPHEADER => [", headers, "]", 4))
    if draft.body:
        options.append(f"CURLOPT_POSTFIELDS => {_render_body(draft)}")
    return [*options, "CURLOPT_RETURNTRANSFER => true", "CURLOPT_TIMEOUT => 10"]


def _render_header(name: str, value: tuple[Part, ...]) -> str:
    # With a colon, curl would not send an empty one.
    return _quote((f"{name}: ", *value) if value else (f"{name};",))


def _render_body(draft: Draft) -> str:
    value = parse_json_body(draft.body) if draft.is_json else None
    return _quote(draft.body) if value is None else _render_json("json_encode(", value, 4) + ")"


def _render_json(prefix: str, value: Json, indent: int) -> str:
    if isinstance(value, dict):
        # An array whose keys count from zero would become a list.
        start = "(object) [" if _counts(value) else "["
        items = [_render_json(f"{_quote(key)} => ", item, indent + 4) for key, item in value.items()]
        return render_group(prefix + start, items, "]", indent)
    if isinstance(value, list):
        items = [_render_json("", item, indent + 4) for item in value]
        return render_group(f"{prefix}[", items, "]", indent)
    return prefix + (_quote(value) if isinstance(value, tuple) else json.dumps(value))


def _counts(value: dict[Text, Json]) -> bool:
    return list(value) == [(str(number),) for number in range(len(value))]


def _quote(parts: tuple[Part, ...]) -> str:
    """In single quotes, unless something has to be put in or escaped; a lone reference stands by itself."""
    if len(parts) == 1 and not isinstance(parts[0], str):
        return _variable(parts[0].variable)
    text = "".join(part if isinstance(part, str) else "\n" for part in parts)
    if text.isprintable():
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
    return '"' + "".join(_fill_in(part) for part in parts) + '"'


def _fill_in(part: Part) -> str:
    if isinstance(part, str):
        return "".join(map(_escape, part))
    return f"{{{_variable(part.variable)}}}"


def _escape(character: str) -> str:
    return _ESCAPES.get(character, character if character.isprintable() else f"\\u{{{ord(character):x}}}")


def _variable(name: str) -> str:
    return f"${camel_case(name)}"
