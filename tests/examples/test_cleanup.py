"""The file that deletes what examples create, read strictly."""

from __future__ import annotations

import pytest

from errorbook.examples.parse import created_in, parse_cleanup
from errorbook.problems import RefusedError

GOOD = """# What undoes what.
@org = library
@app = main

### given shelf-put-up
DELETE {{base}}/{{org}}/{{app}}/shelves/{{created.response.body.shelves.id}}
Authorization: {{token}}
"""


def test_each_request_deletes_one_thing_that_its_title_creates() -> None:
    (request,) = parse_cleanup("cleanup.http", GOOD).requests
    assert (request.title.en, request.method) == ("shelf-put-up", "DELETE")
    assert created_in(request).path == "shelves.id"


def test_two_answers_may_hold_names_of_the_same_kind() -> None:
    more = "\n### given book-buy\nDELETE {{base}}/books/{{created.response.body.book.id}}\n"
    assert len(parse_cleanup("cleanup.http", GOOD + more).requests) == 2


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("### given shelf-put-up", "### fails", "5:1: a clean-up has given requests only."),
        ("{{created.response.body.shelves.id}}", "first", "6:1: the URL does not name one thing to delete"),
        ("shelves.id", "shelves[0].id", "6:1: {{created.response.body.shelves[0].id}}: a list stands"),
        ("{{created.", "{{made.", "no answer is called made here"),
        ("shelves/{{", "{{created.response.body.id}}/{{", "6:1: the URL does not name one thing to delete"),
        ("@app = main\n", "", "@app is missing"),
    ],
)
def test_what_deletes_nothing_certain_is_refused(old: str, new: str, told: str) -> None:
    assert old in GOOD
    with pytest.raises(RefusedError) as refused:
        parse_cleanup("cleanup.http", GOOD.replace(old, new))
    assert told in str(refused.value)
