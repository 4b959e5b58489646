from __future__ import annotations

from collections.abc import Callable

import pytest

from errorbook.examples.variables import (
    Reference,
    expand,
    follow_all,
    follow_path,
    parse_parts,
    references,
    substitute,
)

ANSWER = Reference("group.response.body.data.groupid", "group", "data.groupid")


def test_literal_stretches_and_references_keep_their_order() -> None:
    parts = parse_parts("/{{base}}/x/{{group.response.body.data.groupid}}")
    assert parts == ("/", Reference("base", "base"), "/x/", ANSWER)


@pytest.mark.parametrize("text", ["", "{", "{{}", "}}", '{"a":{"b":1}}', "{{\n}}"])
def test_single_braces_are_plain_text(text: str) -> None:
    assert "".join(part for part in parse_parts(text) if isinstance(part, str)) == text


def test_closing_braces_of_json_stay_outside() -> None:
    assert parse_parts('{"a":{{token}}}') == ('{"a":', Reference("token", "token"), "}")


@pytest.mark.parametrize("inner", [" token ", "a.b", "a.response.headers.x", "a.response.body.x-y"])
def test_what_is_no_path_is_a_name_that_nobody_declares(inner: str) -> None:
    assert parse_parts(f"{{{{{inner}}}}}") == (Reference(inner, inner),)


def test_references_are_named_once_in_order_of_use() -> None:
    found = references("{{b}}{{a}}", "{{b}}{{c}}")
    assert [reference.name for reference in found] == ["b", "a", "c"]


def test_values_join_their_neighbours() -> None:
    assert substitute("a{{x}}c{{y}}", {"x": "b"}) == ("abc", Reference("y", "y"))


def test_a_value_is_never_read_as_a_reference() -> None:
    assert substitute("{{x}}{y}}", {"x": "{"}) == ("{{y}}",)


def test_expanding_asks_for_every_reference() -> None:
    assert expand("<{{a}}{{b}}>", lambda reference: reference.name * 2) == "<aabb>"


@pytest.mark.parametrize(
    ("text", "variable"),
    [
        ("token", "TOKEN"),
        ("client_id", "CLIENT_ID"),
        ("short.response.body.access_token", "SHORT_ACCESS_TOKEN"),
        ("group.response.body.data.groupid", "GROUP_GROUPID"),
        ("group.response.body.data.groupId", "GROUP_GROUP_ID"),
        ("users.response.body.entities[0].uuid", "USERS_UUID"),
        ("users.response.body.ids[0]", "USERS_IDS"),
    ],
)
def test_environment_variables_are_upper_snake_case(text: str, variable: str) -> None:
    assert [reference.variable for reference in references(f"{{{{{text}}}}}")] == [variable]


@pytest.mark.parametrize(
    ("path", "value"),
    [("a", "x"), ("n", "7"), ("t", "true"), ("l[1].b", "y"), ("d.e", "z")],
)
def test_paths_lead_to_plain_values(path: str, value: str) -> None:
    answer = '{"a":"x","n":7,"t":true,"l":[0,{"b":"y"}],"d":{"e":"z"},"none":null}'
    assert follow_path(answer, path) == value


@pytest.mark.parametrize("path", ["b", "a.b", "l[5]", "d[0]", "l.b", "l", "d", "none"])
def test_paths_that_lead_nowhere_are_refused(path: str) -> None:
    answer = '{"a":"x","l":[0],"d":{"e":"z"},"none":null}'
    with pytest.raises(LookupError):
        follow_path(answer, path)


@pytest.mark.parametrize("follow", [follow_path, follow_all])
def test_an_answer_that_is_not_json_holds_nothing(follow: Callable[[str, str], object]) -> None:
    with pytest.raises(LookupError):
        follow("<html>", "a")


@pytest.mark.parametrize(
    ("answer", "path", "values"),
    [
        ('{"data":{"id":"7"}}', "data.id", ("7",)),
        ('{"data":{"id":7}}', "data.id", ("7",)),
        ('{"users":[{"name":"a"},{"name":"b"}]}', "users.name", ("a", "b")),
        ('{"rows":[{"ids":["a","b"]},{"ids":[]},{"ids":["c"]}]}', "rows.ids", ("a", "b", "c")),
        ('[{"name":"a"},{"name":"b"}]', "name", ("a", "b")),
        ('{"users":[]}', "users.name", ()),
    ],
)
def test_a_list_on_the_way_stands_for_each_item(answer: str, path: str, values: tuple[str, ...]) -> None:
    assert follow_all(answer, path) == values


@pytest.mark.parametrize("path", ["b", "a.b", "d", "none", "l.e"])
def test_values_that_are_not_there_are_refused(path: str) -> None:
    with pytest.raises(LookupError):
        follow_all('{"a":"x","l":[{"e":"z"},{}],"d":{"e":"z"},"none":null}', path)
