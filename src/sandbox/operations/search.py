"""The search of messages by keywords, in the conversations of one user."""

from collections.abc import Mapping
from dataclasses import dataclass

from sandbox.call import Call, as_text
from sandbox.failures import Failure, Refusal
from sandbox.failures import search as failed
from sandbox.failures.access import (
    PermissionMissing,
    TokenCorrupt,
    TokenExpired,
    TokenForeign,
    TokenMissing,
    TokenOfAnotherApplication,
    TokenUnknown,
)
from sandbox.failures.requests import ApplicationNotFound, OrganizationNotFound, RateReached
from sandbox.operations.bodies import as_object, as_objects, as_texts, parse_integer, read_object
from sandbox.operations.guards import check_fault, demand_service
from sandbox.plan import DAY
from sandbox.records import Message
from sandbox.replies import Json, Reply, whole
from sandbox.routes import Route
from sandbox.state import Application

_MOST_KEYWORDS = 5
_LONGEST = 120
_LONGEST_SPAN = 90 * DAY
_MOST_CONVERSATIONS = 20
_PAGE, _LARGEST_PAGE = 20, 100
_LAST_HIT = 10_000
_CONTENTS = {"txt": "text", "img": "image", "video": "video", "file": "file", "loc": "location"}


@dataclass(frozen=True, slots=True)
class _Search:
    keywords: tuple[str, ...]
    match_all: bool
    pairs: tuple[frozenset[str], ...]
    groups: frozenset[str]
    chats: frozenset[str]
    contents: frozenset[str]
    span: tuple[int, int] | None
    oldest_first: bool
    number: int
    size: int

    def finds(self, message: Message) -> bool:
        """Whether a message is asked for, wherever it is."""
        text = str(message.body.get("msg", "")).lower()
        hits = [keyword.lower() in text for keyword in self.keywords]
        return (
            not message.recalled
            and message.type in _CONTENTS
            and (all(hits) if self.match_all else any(hits))
            and (not self.chats or message.chat in self.chats)
            and (not self.contents or _CONTENTS[message.type] in self.contents)
            and (self.span is None or self.span[0] <= message.sent <= self.span[1])
        )


def search(call: Call) -> Reply:
    """A page of the messages found; of groups and rooms, those which are named and have the user in them."""
    username = call.taken("username").lower()
    asked = _read(as_object(read_object(call, failed.SearchIllegal()).get("data")), username)
    check_fault(call, "search_failing", failed.SearchFailed())
    check_fault(call, "search_unreachable", failed.SearchUnreachable())
    messages = call.application.archive.messages.values()
    found = [
        message
        for message in messages
        if asked.finds(message) and _takes_part(call.application, asked, username, message)
    ]
    found.sort(key=lambda message: message.sent, reverse=not asked.oldest_first)
    end = asked.number * asked.size
    shown = found[end - asked.size : end]
    pagination: Json = {
        "totalPages": -(-len(found) // asked.size),
        "page": asked.number,
        "count": len(shown),
        "isFinished": int(end >= len(found)),
    }
    return whole(
        data={"list": [_render(call, message) for message in shown], "pagination": pagination},
        meta={"timestamp": call.now, "requestId": call.request.headers.get("x-request-id", "")},
    )


def _read(fields: Mapping[str, Json], username: str) -> _Search:
    groups = [*as_texts(fields.get("groupIds")), *as_texts(fields.get("chatroomIds"))]
    pairs = tuple(
        frozenset(as_text(pair.get(name)).lower() for name in ("userId1", "userId2"))
        for pair in as_objects(fields.get("participantPairs"))
    )
    if len(groups) + len(pairs) > _MOST_CONVERSATIONS or not all(username in pair for pair in pairs):
        raise Refusal(failed.SearchIllegal())
    number, size = _read_page(fields)
    return _Search(
        keywords=_read_keywords(fields),
        match_all=fields.get("keywordMatch") == "all",
        pairs=pairs,
        groups=frozenset(groups),
        chats=_read_set(fields, "conversationType"),
        contents=_read_set(fields, "contentType"),
        span=_read_span(fields),
        oldest_first=fields.get("sort") == "sentTime:asc",
        number=number,
        size=size,
    )


def _read_keywords(fields: Mapping[str, Json]) -> tuple[str, ...]:
    several = fields.get("keywords")
    given = several if isinstance(several, list) else [fields.get("keyword")]
    keywords = tuple(dict.fromkeys(word for word in given if isinstance(word, str) and word.strip()))
    if not 1 <= len(keywords) <= _MOST_KEYWORDS:
        raise Refusal(failed.SearchIllegal())
    if sum(map(len, keywords)) > _LONGEST:
        raise Refusal(failed.SearchTooComplex())
    return keywords


def _read_set(fields: Mapping[str, Json], name: str) -> frozenset[str]:
    return frozenset(part for part in str(fields.get(name) or "").split(",") if part)


def _read_span(fields: Mapping[str, Json]) -> tuple[int, int] | None:
    """Both ends or none; a long span makes the search too complex."""
    start, end = parse_integer(fields.get("startTime")), parse_integer(fields.get("endTime"))
    if start is None and end is None:
        return None
    if start is None or end is None or start > end:
        raise Refusal(failed.SearchIllegal())
    if end - start > _LONGEST_SPAN:
        raise Refusal(failed.SearchTooComplex())
    return start, end


def _read_page(fields: Mapping[str, Json]) -> tuple[int, int]:
    number, size = parse_integer(fields.get("page", 1)), parse_integer(fields.get("size", _PAGE))
    if number is None or size is None or number < 1 or not 1 <= size <= _LARGEST_PAGE:
        raise Refusal(failed.SearchIllegal())
    if number * size > _LAST_HIT:
        raise Refusal(failed.SearchIllegal())
    return number, size


def _takes_part(application: Application, asked: _Search, username: str, message: Message) -> bool:
    if message.chat == "chat":
        pair = {message.sender.lower(), message.target}
        return pair in asked.pairs if asked.pairs else username in pair and not asked.groups
    group = application.groups.get(message.target)
    return group is not None and group.id in asked.groups and group.has(username)


def _render(call: Call, message: Message) -> dict[str, Json]:
    return {
        "messageId": int(message.id),
        "appKey": call.appkey,
        "conversationType": message.chat,
        "contentType": _CONTENTS[message.type],
        "sentTime": message.sent,
        "senderId": message.sender,
        "receiverId": message.target,
        "content": {"message": message.body.get("msg", "")},
    }


_TOKEN_FAILURES = (
    TokenMissing,
    TokenCorrupt,
    TokenForeign,
    TokenExpired,
    TokenUnknown,
    TokenOfAnotherApplication,
    PermissionMissing,
)
_INSTEAD: Mapping[type[Failure], Failure] = {
    **dict.fromkeys(_TOKEN_FAILURES, failed.SearchTokenIllegal()),
    OrganizationNotFound: failed.SearchApplicationUnknown(),
    ApplicationNotFound: failed.SearchApplicationUnknown(),
    RateReached: failed.SearchRateReached(),
}

ROUTES = (
    Route(
        "POST",
        "/{org}/{app}/users/{username}/messages/search/get",
        search,
        guard=demand_service("search", lambda _call: failed.SearchUnopened()),
        instead=_INSTEAD,
    ),
)
