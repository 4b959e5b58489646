"""The lists of keywords which the moderation of texts looks for."""

from collections.abc import Sequence

from sandbox.call import Call
from sandbox.failures import Failure, Refusal
from sandbox.failures import keywords as failed
from sandbox.failures.requests import ApplicationNotFound, OrganizationNotFound
from sandbox.operations.bodies import parse_integer
from sandbox.operations.guards import demand_application, demand_service
from sandbox.records import Keyword, KeywordList
from sandbox.replies import Json, Reply, whole
from sandbox.routes import Route

LIST = "/{org}/{app}/moderation/text/list"
APPLICATION_UNKNOWN = {
    OrganizationNotFound: failed.KeywordsApplicationUnknown(),
    ApplicationNotFound: failed.KeywordsApplicationUnknown(),
}

_REQUIRED = ("name", "scope", "disposition", "textContexts")
_MOST_AT_FIRST = 200
_PAGE, _LARGEST_PAGE = 10, 200
_LAST_PAGE = 10**9


def create_list(call: Call) -> Reply:
    """Add a list with its first keywords."""
    _check_filled(call)
    words = list(dict.fromkeys(call.texts("textContexts")))
    if len(words) > _MOST_AT_FIRST:
        raise Refusal(failed.KeywordsTooMany())
    name, lists = call.text("name"), call.application.archive.keyword_lists
    if any(other.name == name for other in lists.values()):
        raise Refusal(failed.ListNameTaken())
    if call.application.plan.exceeded("keyword_lists", len(lists) + 1):
        raise Refusal(failed.ListsExhausted())
    created = KeywordList(
        id=call.world.chance.message_id(),
        created=call.now,
        changed=call.now,
        name=name,
        scope=call.text("scope"),
        disposition=call.text("disposition"),
        tag=call.text("tagId"),
        full_match=call.fields.get("fullMatch") is True,
    )
    put(call, created, words, failed.KeywordsExhausted())
    lists[created.id] = created
    return whole(status="OK", entity=render_filled(call, created))


def change_list(call: Call) -> Reply:
    """Change what a list is called, and what it does."""
    changed = find_list(call, failed.ListUnknown())
    name = call.text("name") or changed.name
    others = call.application.archive.keyword_lists.values()
    if any(other.name == name and other is not changed for other in others):
        raise Refusal(failed.ChangedListNameTaken())
    changed.name, changed.changed = name, call.now
    changed.scope = call.text("scope") or changed.scope
    changed.disposition = call.text("disposition") or changed.disposition
    changed.tag = call.text("tagId") or changed.tag
    changed.full_match = call.fields.get("fullMatch", changed.full_match) is True
    return whole(status="OK", entity=_render(call, changed))


def delete_list(call: Call) -> Reply:
    """Remove a list with its keywords."""
    del call.application.archive.keyword_lists[find_list(call, failed.ListUnknown()).id]
    return whole(status="OK")


def search_lists(call: Call) -> Reply:
    """A page of the lists, of all or of those with a name or a tag."""
    name, tag = call.text("name"), call.text("tagId")
    found = [
        item
        for item in call.application.archive.keyword_lists.values()
        if name in ("", item.name) and tag in ("", item.tag)
    ]
    return show_page(call, [_render(call, item) for item in found])


def find_list(call: Call, unknown: Failure, blank: Failure | None = None) -> KeywordList:
    """The list in the path."""
    list_id = call.taken("list").strip()
    found = call.application.archive.keyword_lists.get(list_id)
    if found is None:
        raise Refusal(unknown if list_id else blank or failed.ListIdEmpty())
    return found


def put(call: Call, target: KeywordList, words: Sequence[str], exhausted: Failure) -> None:
    """Put keywords into a list, as many as it and the app may have."""
    plan = call.application.plan
    lists = call.application.archive.keyword_lists.values()
    if plan.exceeded("keywords_per_list", len(target.words) + len(words)):
        raise Refusal(failed.KeywordsTooMany())
    if plan.exceeded("keywords", sum(len(item.words) for item in lists) + len(words)):
        raise Refusal(exhausted)
    for word in words:
        keyword = Keyword(call.world.chance.message_id(), word, call.text("userId"), call.now, call.now)
        target.words[keyword.id] = keyword


def show_page(call: Call, items: Sequence[Json]) -> Reply:
    """The page that the body asks for; the first is 0."""
    size = max(1, min(parse_integer(call.fields.get("size")) or _PAGE, _LARGEST_PAGE))
    number = max(0, min(parse_integer(call.fields.get("page")) or 0, _LAST_PAGE))
    shown = items[number * size : (number + 1) * size]
    pages = -(-len(items) // size)
    return whole(
        status="OK",
        entities=shown,
        first=number == 0,
        last=number + 1 >= pages,
        size=size,
        number=number,
        numberOfElements=len(shown),
        totalPages=pages,
        totalElements=len(items),
    )


def render_filled(call: Call, shown: KeywordList) -> dict[str, Json]:
    """A list with its keywords."""
    return {
        **_render(call, shown),
        "textList": [render_keyword(call, shown, word) for word in shown.words.values()],
    }


def render_keyword(call: Call, listed: KeywordList, keyword: Keyword) -> dict[str, Json]:
    """A keyword, as answers show it."""
    return {
        "id": keyword.id,
        "appId": str(call.application.uuid),
        "word": keyword.word,
        "userId": keyword.user,
        "listId": listed.id,
        "status": True,
        "createDateTime": keyword.created,
        "updateDateTime": keyword.changed,
    }


def _check_filled(call: Call) -> None:
    for name in _REQUIRED:
        if name not in call.fields:
            raise Refusal(failed.ListFieldMissing())
    for name in _REQUIRED:
        if not call.fields[name]:
            raise Refusal(failed.ListFieldEmpty())


def _render(call: Call, shown: KeywordList) -> dict[str, Json]:
    return {
        "id": shown.id,
        "name": shown.name,
        "appkey": call.appkey,
        "category": "DEFAULT",
        "scope": shown.scope,
        "tagId": shown.tag or None,
        "fullMatch": shown.full_match,
        "suggestion": shown.disposition,
        "disposition": shown.disposition,
        "quantity": len(shown.words),
        "status": "ACTIVE",
        "createDataTime": shown.created,
        "updateDataTime": shown.changed,
    }


_OPEN = demand_service("keywords", lambda _call: failed.KeywordsUnopened())

ROUTES = (
    Route("POST", LIST, create_list, guard=_OPEN),
    Route("POST", f"{LIST}/search", search_lists, guard=demand_application),
    Route("PUT", f"{LIST}/{{list}}", change_list, guard=demand_application),
    Route("DELETE", f"{LIST}/{{list}}", delete_list, guard=demand_application, instead=APPLICATION_UNKNOWN),
)
