"""Printed samples are run, and send what the runner sends, whatever the texts hold."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pytest
from guests import make_guest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from tools import each_tongue, run_sample

from errorbook.examples.parse import Login
from errorbook.examples.runner import record_example
from errorbook.examples.samples import LABELS, Tongue, render_sample
from errorbook.examples.service import Service
from errorbook.examples.variables import references_of
from errorbook.model import Example, Request, Variable, Wording

ODD = 'it\'s "5" $a `b` \\n!'
RUNS = settings(
    max_examples=40,
    deadline=None,  # each starts processes
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.filter_too_much],
)

CHARACTERS = st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Co", "Cs", "Cn"])
NASTY = st.sampled_from([*"'\"$\\`!{}@%\n\t ;&|<>*?#~=:", "诗", "😀", "$(id)", "${HOME}", "\\n", "!!"])
PRINTABLE = st.lists(st.one_of(CHARACTERS, NASTY), max_size=30).map("".join)
REFERENCE = st.sampled_from(["{{client_id}}", "{{client_secret}}", "{{org}}", "{{app}}", "{{name}}"])
BODIES = st.lists(st.one_of(PRINTABLE, REFERENCE), max_size=5).map("".join)
HEADER = st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=20)
HEADERS = st.lists(st.one_of(HEADER, REFERENCE), max_size=3).map("".join).map(str.strip)
SEGMENT = PRINTABLE.map(lambda text: "x" + quote(text, safe="!$&'()*+,;=:@"))
URLS = st.tuples(SEGMENT, SEGMENT).map(lambda pair: "{{base}}/{{org}}/" + "?q={{app}}".join(pair))
OTHER_NAMES = st.sampled_from(["X-Two", "content-type"])
REQUESTS = st.builds(
    lambda method, url, headers, body: Request(
        "fails", Wording("", ""), "", method, url, headers, body, 0, 1
    ),
    st.sampled_from(["GET", "POST", "PUT", "PATCH", "DELETE"]),
    URLS,
    st.tuples(st.tuples(st.just("X-One"), HEADERS), st.tuples(OTHER_NAMES, HEADERS)),
    BODIES,
)
LEAVES = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), PRINTABLE, REFERENCE)
VALUES = st.recursive(
    st.lists(LEAVES, max_size=3) | st.dictionaries(PRINTABLE, LEAVES, max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(PRINTABLE, inner, max_size=3),
    max_leaves=8,
)


class Reader(Service):
    """Sends examples as they are printed, to a server without controls."""

    def adapt(self, example: Example) -> Example:
        return example


@dataclass(frozen=True, slots=True)
class Places:
    """One echo server, as the runner and as a reader see it."""

    service: Service
    environment: Mapping[str, str]

    def send(self, example: Example) -> object:
        (recording,) = record_example(example, self.service)
        assert recording.status == 418
        return read_echo(recording.body)

    def run(self, tongue: str, example: Example) -> object:
        text = render_sample(get_tongue(tongue), example, example.requests[0])
        with tempfile.TemporaryDirectory() as folder:
            printed = run_sample(tongue, text, self.environment, Path(folder))
        assert printed.status == 418
        return read_echo(printed.body)


def read_echo(body: str) -> object:
    """What was sent. `fetch` goes by a standard of its own and escapes apostrophes in a query."""
    echo: dict[str, str] = json.loads(body)
    return {**echo, "query": echo["query"].replace("'", "%27")}


def get_tongue(name: str) -> Tongue:
    return next(tongue for tongue in LABELS if tongue == name)


@pytest.fixture
def places(echo_url: str, login: Login) -> Places:
    credentials = {"client_id": "id-1", "client_secret": ODD}
    service = make_guest(echo_url, login, Reader, org="library", app="ma-in", **credentials)
    variables = {"ORG": "library", "APP": "ma-in", "CLIENT_ID": "id-1", "CLIENT_SECRET": ODD}
    paths = {"PATH": os.environ["PATH"], "BASE": echo_url, "LC_ALL": "C.UTF-8"}
    return Places(service, {**paths, **variables})


def build_example(request: Request) -> Example:
    names = {"org": "library", "app": "ma-in", "name": "it's"}
    return Example("x.http", "", tuple(Variable(*pair) for pair in names.items()), (request,))


def is_declared(example: Example) -> bool:
    """Parsing refuses other names; by chance, braces make some."""
    declared = {"org", "app", "name", "base", "client_id", "client_secret"}
    return all(reference.name in declared for reference in references_of(example))


def request(url: str, body: str = "", **headers: str) -> Request:
    named = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    return Request("fails", Wording("", ""), "", "POST", url, named, body, 0, 1)


@each_tongue
@RUNS
@given(anything=REQUESTS)
def test_any_text_arrives_as_written(places: Places, tongue: str, anything: Request) -> None:
    assume(tongue != "javascript" or anything.method != "GET" or not anything.body)  # `fetch` refuses it
    example = build_example(anything)
    assume(is_declared(example))
    assert places.run(tongue, example) == places.send(example)


@each_tongue
@RUNS
@given(value=VALUES, ascii_only=st.booleans(), indent=st.sampled_from([None, 2]))
def test_json_means_the_same(
    places: Places,
    tongue: str,
    value: object,
    ascii_only: bool,  # noqa: FBT001
    indent: int | None,
) -> None:
    body = json.dumps(value, ensure_ascii=ascii_only, indent=indent)
    # The runner puts values in as they are; a secret with a quotation mark would break the string.
    body = body.replace("client_secret", "client_id")
    example = build_example(request("{{base}}/a", body, Content_Type="application/json"))
    assume(is_declared(example))
    assert read_body(places.run(tongue, example)) == read_body(places.send(example))


def read_body(echo: object) -> object:
    assert isinstance(echo, dict)
    return {**echo, "body": json.loads(echo["body"])}


@each_tongue
@pytest.mark.parametrize("body", ["@/etc/hostname", "{{client_secret}}", " ", "\n", "a\n", "\\", "'", "a\rb"])
def test_bodies_that_tools_read_otherwise(places: Places, tongue: str, body: str) -> None:
    example = build_example(request("{{base}}/a", body))
    assert places.run(tongue, example) == places.send(example)


@each_tongue
@pytest.mark.parametrize("body", ['{"__proto__":{"a":1}}', '{"0":"a","1":{}}', '{"0":{"1":2}}', '{"":[[]]}'])
def test_keys_that_languages_read_otherwise(places: Places, tongue: str, body: str) -> None:
    example = build_example(request("{{base}}/a", body, Content_Type="application/json"))
    assert read_body(places.run(tongue, example)) == read_body(places.send(example))


def test_javascript_is_no_matter_of_the_kind_of_module(places: Places, tmp_path: Path) -> None:
    example = build_example(request("{{base}}/a", "b"))
    file = tmp_path / "sample.cjs"
    file.write_text(render_sample("javascript", example, example.requests[0]), encoding="utf-8")
    ran = subprocess.run(["node", file], env=places.environment, capture_output=True, text=True, check=True)
    assert ran.stdout.startswith("418\n")


def test_history_is_not_called_up_by_an_interactive_shell(places: Places) -> None:
    example = build_example(request("{{base}}/a!b", X_A="{{client_id}}!"))
    script = f"set -o history -H\n{render_sample('curl', example, example.requests[0])}\nexit\n"
    command = ["bash", "--norc", "-i"]
    result = subprocess.run(
        command, env=places.environment, input=script, capture_output=True, text=True, check=True
    )
    assert '"path": "/a!b"' in result.stdout
    assert '["x-a", "id-1!"]' in result.stdout
