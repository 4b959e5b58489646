"""Moderation, translation, search, robots: what is kept is found again, and what is asked for is told."""

from __future__ import annotations

from typing import Any

import pytest
from service import Service
from stage import (
    Stage,
    failing,
    group,
    keyword_list,
    limits,
    message,
    numbered,
    opened,
    people,
    room,
    sent,
    words,
)

SEARCH = "POST /users/ann/messages/search/get"


@pytest.fixture
def stage(today: Service) -> Stage:
    return Stage(today)


def read(stage: Stage, request: str, body: object = None) -> Any:
    return stage.send(request, body).raise_for_status().json()


# Lists of keywords


def test_a_list_shows_its_keywords_without_repetition(stage: Stage) -> None:
    keyword_list("rude", "coarse", "rude")(stage)
    listed = read(stage, "POST /moderation/text/list/search", {"name": "l"})
    assert [(item["id"], item["quantity"]) for item in listed["entities"]] == [(stage.names["list"], 2)]
    assert (listed["first"], listed["last"], listed["totalElements"]) == (True, True, 1)
    found = read(stage, "POST /moderation/text/list/{list}/word", {"word": "oar"})
    assert [item["word"] for item in found["entities"]] == ["coarse"]


def test_lists_come_by_pages_which_are_counted_from_0(stage: Stage) -> None:
    for name in numbered(3):
        keyword_list("x", name=name)(stage)
    page = read(stage, "POST /moderation/text/list/search", {"size": "2", "page": "1"})
    assert [item["name"] for item in page["entities"]] == ["u2"]
    assert (page["first"], page["last"], page["number"], page["totalPages"]) == (False, True, 1, 2)
    assert read(stage, "POST /moderation/text/list/search", {"tagId": "1"})["totalPages"] == 0


def test_a_list_is_changed_where_something_is_sent(stage: Stage) -> None:
    keyword_list("rude")(stage)
    sent_fields = {"name": "m", "scope": "TAG", "tagId": "t", "disposition": "PASS", "fullMatch": True}
    changed = read(stage, "PUT /moderation/text/list/{list}", sent_fields)["entity"]
    assert {name: changed[name] for name in sent_fields} == sent_fields
    assert read(stage, "PUT /moderation/text/list/{list}", {})["entity"] == changed
    listed = read(stage, "POST /moderation/text/list/search", {"tagId": "t"})
    assert listed["entities"] == [changed]


def test_a_deleted_list_is_gone(stage: Stage) -> None:
    keyword_list("rude")(stage)
    assert read(stage, "DELETE /moderation/text/list/{list}") == {"status": "OK"}
    assert stage.send("DELETE /moderation/text/list/{list}").status_code == 400


def test_keywords_are_added_replaced_and_taken_out(stage: Stage) -> None:
    keyword_list("rude")(stage)
    path = "/moderation/text/list/{list}/word"
    added = read(stage, f"POST {path}/batch", {"wordContents": ["a", "b"], "userId": "ann"})["entity"]
    ids = {item["word"]: item["id"] for item in added["textList"]}
    replaced = read(stage, f"PUT {path}", {"id": ids["a"], "word": "c"})["entity"]
    assert (replaced["word"], replaced["userId"]) == ("c", "ann")
    assert read(stage, f"PUT {path}", {"id": ids["a"], "userId": "bob"})["entity"]["word"] == "c"
    gone = [read(stage, f"DELETE {path}?wordId={ids['b']}")["entity"] for _ in range(2)]
    assert gone == [True, False]
    assert read(stage, f"DELETE {path}/batch", {"wordIds": [ids["rude"], "1"]})["entity"] == 0
    assert [item["word"] for item in read(stage, f"POST {path}", {})["entities"]] == ["c"]


@pytest.mark.parametrize("limit", ["keywords", "keywords_per_list"])
def test_a_list_and_an_app_have_so_many_keywords(stage: Stage, limit: str) -> None:
    keyword_list("rude")(stage)
    limits(**{limit: 2})(stage)
    path = "POST /moderation/text/list/{list}/word/batch"
    sent(path, {"wordContents": ["a"]})(stage)
    refused = stage.send(path, {"wordContents": ["b"]})
    assert refused.json()["error_description"] == "The text count exceeds the maximum number"


def test_so_many_keywords_are_added_at_once(stage: Stage) -> None:
    keyword_list("rude")(stage)
    path = "POST /moderation/text/list/{list}/word/batch"
    assert stage.send(path, {"wordContents": numbered(101)}).status_code == 400
    assert stage.send(path, {"wordContents": ["x", "x"]}).status_code == 400
    assert stage.send(path, {"wordContents": numbered(100)}).status_code == 200


# The moderation of a text


@pytest.mark.parametrize(
    ("disposition", "judged"),
    [
        ("REJECT", {"type": "REJECT", "exchangeText": "how ****", "sensitiveWords": ["rude"]}),
        ("EXCHANGE", {"type": "PASS", "exchangeText": "how ****", "sensitiveWords": []}),
        ("PASS", {"type": "PASS", "exchangeText": "how rude", "sensitiveWords": []}),
    ],
)
def test_a_text_is_judged_by_the_lists(stage: Stage, disposition: str, judged: object) -> None:
    keyword_list("rude", disposition=disposition)(stage)
    answer = read(stage, "POST /moderation/txt/check", {"content": "how rude"})
    assert (answer["code"], answer["data"]) == (200, judged)


def test_a_list_may_want_the_whole_text(stage: Stage) -> None:
    keyword_list("rude")(stage)
    sent("PUT /moderation/text/list/{list}", {"fullMatch": True})(stage)
    kinds = [
        read(stage, "POST /moderation/txt/check", {"content": text})["data"]["type"]
        for text in ("rude", "how rude")
    ]
    assert kinds == ["REJECT", "PASS"]


def test_the_words_of_the_control_are_refused_as_well(stage: Stage) -> None:
    words("rude")(stage)
    judged = read(stage, "POST /moderation/txt/check", {"content": "how rude"})["data"]
    assert (judged["type"], judged["sensitiveWords"]) == ("REJECT", ["rude"])


# Translation


def test_a_text_comes_back_in_every_language_asked_for(stage: Stage) -> None:
    codes = [language["code"] for language in read(stage, "GET /translate/support/language")]
    answer = read(stage, "POST /translate", {"text": "study", "to": codes})
    assert [item["to"] for item in answer[0]["translations"]] == codes
    assert {item["text"] for item in answer[0]["translations"]} == {"study"}


def test_the_length_of_a_text_counts_once_for_each_language(stage: Stage) -> None:
    answers = [
        stage.send("POST /translate", {"text": "x" * length, "to": ["de", "en"]}) for length in (5000, 5001)
    ]
    assert [answer.status_code for answer in answers] == [200, 400]
    assert stage.send("POST /translate", {"text": "x"}).status_code == 400


@pytest.mark.parametrize(("text", "language"), [("study", "en"), ("学习", "zh-Hans")])
def test_letters_tell_the_language(stage: Stage, text: str, language: str) -> None:
    assert read(stage, "POST /translate/detect", {"text": text})["language"] == language


@pytest.mark.parametrize("request_", ["POST /translate/detect", "GET /translate/support/language"])
def test_every_operation_fails_with_the_translator(stage: Stage, request_: str) -> None:
    failing("translation_failing")(stage)
    answer = stage.send(request_, {"text": "x"} if request_.startswith("POST") else None)
    assert (answer.status_code, answer.json()["error_description"]) == (
        400,
        "InternalTranslateFailedException",
    )


@pytest.mark.parametrize("text", ["", "x" * 10_001])
def test_no_language_is_told_of_a_text_that_is_none_or_too_long(stage: Stage, text: str) -> None:
    assert stage.send("POST /translate/detect", {"text": text}).status_code == 400


# Search


def found(stage: Stage, **asked: object) -> list[str]:
    """The texts that a search of ann finds."""
    answer = read(stage, SEARCH, {"data": {"keyword": "hello", **asked}})
    return [item["content"]["message"] for item in answer["data"]["list"]]


def say(stage: Stage, text: str, where: str = "users", target: str = "bob", **more: object) -> None:
    message(where, target, body={"msg": text}, **more)(stage)


@pytest.fixture
def talk(stage: Stage) -> Stage:
    """What was said, one a second."""
    group("ann", "bob")(stage)
    room("cid")(stage)
    for text, sender, where, target in (
        ("Hello bob", "ann", "users", "bob"),
        ("hello ann", "bob", "users", "ann"),
        ("hello cid", "bob", "users", "cid"),
        ("bye", "ann", "users", "bob"),
        ("hello group", "bob", "chatgroups", stage.names["group"]),
        ("hello room", "cid", "chatrooms", stage.names["room"]),
    ):
        say(stage, text, where, target, **{"from": sender})
        stage.service.client.post("/_sandbox/clock", json={"advance": 1})
    return stage


def test_a_user_finds_the_chats_it_takes_part_in_the_latest_first(talk: Stage) -> None:
    assert found(talk) == ["hello ann", "Hello bob"]
    assert found(talk, sort="sentTime:asc") == ["Hello bob", "hello ann"]


def test_a_user_finds_groups_only_where_they_are_named_and_have_it(talk: Stage) -> None:
    assert found(talk, groupIds=[talk.names["group"]]) == ["hello group"]
    assert found(talk, chatroomIds=[talk.names["room"]]) == []


def test_several_keywords_are_met_by_any_or_by_all(talk: Stage) -> None:
    asked = {"keywords": ["hello", "bob"]}
    assert found(talk, **asked) == ["hello ann", "Hello bob"]
    assert found(talk, **asked, keywordMatch="all") == ["Hello bob"]


def test_a_search_is_narrowed(talk: Stage) -> None:
    start = 1_500_000_000_000
    assert found(talk, startTime=start, endTime=start) == ["Hello bob"]
    assert found(talk, conversationType="groupchat") == []
    assert found(talk, conversationType="groupchat,chat") == ["hello ann", "Hello bob"]
    assert found(talk, contentType="image") == []
    assert found(talk, participantPairs=[{"userId1": "bob", "userId2": "ann"}]) == ["hello ann", "Hello bob"]
    assert found(talk, participantPairs=[{"userId1": "ann", "userId2": "cid"}]) == []


def test_messages_of_other_kinds_and_recalled_ones_are_not_found(stage: Stage) -> None:
    people("ann", "bob")(stage)
    say(stage, "hello", type="custom")
    say(stage, "hello")
    assert found(stage) == ["hello"]
    opened("recall")(stage)
    recalled = {"msg_id": "{message}", "to": "bob", "chat_type": "chat", "force": True}
    sent("POST /messages/msg_recall", recalled)(stage)
    assert found(stage) == []


def test_what_is_found_comes_by_pages(talk: Stage) -> None:
    asked = {"data": {"keyword": "hello", "size": 1, "page": 2}}
    answer = talk.send(SEARCH, asked, headers={"X-Request-Id": "r"}).json()
    assert [item["senderId"] for item in answer["data"]["list"]] == ["ann"]
    assert answer["data"]["pagination"] == {"totalPages": 2, "page": 2, "count": 1, "isFinished": 1}
    assert answer["meta"]["requestId"] == "r"
    asked["data"]["page"] = 1
    assert talk.send(SEARCH, asked).json()["data"]["pagination"]["isFinished"] == 0


DAY = 24 * 3600 * 1000


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"keyword": " "}, 4000005),
        ({"keyword": 1}, 4000005),
        ({"keyword": None, "keywords": numbered(6)}, 4000005),
        ({"keyword": None, "keywords": ["x" * 60, "y" * 61]}, 4000006),
        ({"startTime": 0}, 4000005),
        ({"startTime": 1, "endTime": 0}, 4000005),
        ({"startTime": 0, "endTime": 90 * DAY + 1}, 4000006),
        ({"groupIds": numbered(21)}, 4000005),
        ({"groupIds": numbered(20), "participantPairs": [{"userId1": "ann", "userId2": "bob"}]}, 4000005),
        ({"participantPairs": [{"userId1": "bob", "userId2": "cid"}]}, 4000005),
        ({"size": "x"}, 4000005),
        ({"page": "x"}, 4000005),
        ({"size": 0}, 4000005),
        ({"size": 101}, 4000005),
        ({"page": 0}, 4000005),
        ({"page": 101, "size": 100}, 4000005),
    ],
)
def test_a_search_that_makes_no_sense_is_refused(stage: Stage, asked: dict[str, object], code: int) -> None:
    refused = stage.send(SEARCH, {"data": {"keyword": "hello", **asked}})
    assert (refused.status_code, refused.json()["data"]["code"]) == (400, code)


@pytest.mark.parametrize(
    "asked",
    [
        {"keywords": numbered(5)},
        {"keyword": "x" * 120},
        {"startTime": 0, "endTime": 90 * DAY},
        {"groupIds": numbered(20)},
        {"page": 100, "size": 100},
        {"page": "1", "size": 1},
    ],
)
def test_a_search_at_its_bounds_is_granted(stage: Stage, asked: dict[str, object]) -> None:
    assert stage.send(SEARCH, {"data": {"keyword": "hello", **asked}}).status_code == 200


@pytest.mark.parametrize("token", ["", "bad", "x" * 40])
def test_a_search_speaks_of_tokens_in_its_own_words(stage: Stage, token: str) -> None:
    refused = stage.send(SEARCH, {"data": {"keyword": "hello"}}, token=token)
    assert (refused.status_code, refused.json()["data"]["code"]) == (401, 4010101)
    assert list(refused.json()) == ["data", "meta"]


# Robots, and what else goes wrong


def test_an_app_has_no_robots(stage: Stage) -> None:
    answer = read(stage, "GET /robot/rule?page=1&size=20")
    assert (answer["entities"], answer["page"], answer["size"]) == ([], 1, 20)
    assert read(stage, "GET /robot/rule")["size"] == 10


@pytest.mark.parametrize("query", ["page=-1", "size=0", "size=x"])
def test_a_page_of_robots_that_makes_no_sense_is_refused(stage: Stage, query: str) -> None:
    assert stage.send(f"GET /robot/rule?{query}").status_code == 400


@pytest.mark.parametrize("body", [{"speed": True}, {"app": "nowhere", "push_failing": True}])
def test_a_fault_that_is_none_is_refused(stage: Stage, body: dict[str, object]) -> None:
    body = {"org": "easemob-demo", "app": "open", **body}
    assert stage.service.client.post("/_sandbox/faults", json=body).status_code == 400


def test_a_fault_lasts_until_it_is_mended_and_leaves_other_apps_alone(stage: Stage) -> None:
    beside = Stage(stage.service.beside("closed"))
    stage.control("faults", robots_failing=True, search_failing=True)
    assert stage.send("GET /robot/rule").status_code == 500
    assert beside.send("GET /robot/rule").status_code == 200
    stage.control("faults", robots_failing=False)
    assert stage.send("GET /robot/rule").status_code == 200
    assert stage.send(SEARCH, {"data": {"keyword": "x"}}).status_code == 500


def test_a_message_that_another_changes_stays_as_it_was(stage: Stage) -> None:
    people("ann", "bob")(stage)
    say(stage, "hello")
    failing("rewrite_busy")(stage)
    change = {"new_msg": {"type": "txt", "msg": "bye"}}
    assert stage.send("PUT /messages/rewrite/{message}", change).status_code == 409
    assert found(stage) == ["hello"]


def test_of_several_messages_none_is_taken_back_if_that_fails(stage: Stage) -> None:
    people("ann", "bob")(stage)
    say(stage, "hello")
    opened("recall")(stage)
    failing("recall_failing")(stage)
    asked = {"msg_id": "{message}", "to": "bob", "chat_type": "chat", "force": True}
    assert stage.send("POST /messages/batch_recall", {"msgs": [asked]}).status_code == 500
    assert found(stage) == ["hello"]


@pytest.mark.parametrize(
    "request_",
    [
        "GET /push/label",
        "GET /push/data/offline-push/begin/2026-01-01/end/2026-01-02",
        "GET /users/ann/push/binding",
        "POST /push/single",
    ],
)
def test_all_of_push_fails_at_once(stage: Stage, request_: str) -> None:
    people("ann")(stage)
    failing("push_failing")(stage)
    assert stage.send(request_).status_code == 500


def test_a_user_whom_another_registers_is_not_registered_twice(stage: Stage) -> None:
    failing("registration_busy")(stage)
    asked = {"grant_type": "inherit", "username": "ann", "autoCreateUser": True}
    assert stage.send("POST /token", asked).status_code == 409
    assert stage.send("GET /users/ann").status_code == 404


def test_a_user_who_exists_gets_a_token_whoever_registers_others(stage: Stage) -> None:
    people("ann")(stage)
    failing("registration_busy")(stage)
    sent("POST /token", {"grant_type": "inherit", "username": "ann", "autoCreateUser": True})(stage)


@pytest.mark.parametrize("path", ["/push/labels", "/notification/x/y/z"])
def test_a_path_that_push_does_not_have_is_told_in_its_own_words(
    today: Service, classic: Service, path: str
) -> None:
    assert today.send("GET", path).json()["error_description"] == "url is invalid"
    assert classic.send("GET", path).json()["error"] == "web_application"
