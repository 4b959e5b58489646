"""The keywords of a list."""

from sandbox.call import Call
from sandbox.failures import Refusal
from sandbox.failures import keywords as failed
from sandbox.operations.guards import demand_application
from sandbox.operations.keyword_lists import (
    APPLICATION_UNKNOWN,
    LIST,
    find_list,
    put,
    render_filled,
    render_keyword,
    show_page,
)
from sandbox.replies import Reply, whole
from sandbox.routes import Route

_MOST_AT_ONCE = 100


def add_keywords(call: Call) -> Reply:
    """Put keywords into a list, all or none."""
    target = find_list(call, failed.FilledListUnknown())
    words = call.texts("wordContents")
    if not words:
        raise Refusal(failed.KeywordsMissing())
    if len(words) > _MOST_AT_ONCE:
        raise Refusal(failed.KeywordsTooMany())
    kept = [keyword.word for keyword in target.words.values()]
    if len({*words, *kept}) < len(words) + len(kept):
        raise Refusal(failed.KeywordTaken())
    put(call, target, words, failed.KeywordsTooMany())
    return whole(status="OK", entity=render_filled(call, target))


def change_keyword(call: Call) -> Reply:
    """Replace a keyword by another."""
    listed = find_list(call, failed.ListIdEmpty())
    keyword = listed.words.get(call.text("id"))
    if keyword is None:
        raise Refusal(failed.KeywordUnknown())
    keyword.word = call.text("word") or keyword.word
    keyword.user = call.text("userId") or keyword.user
    keyword.changed = call.now
    return whole(status="OK", entity=render_keyword(call, listed, keyword))


def remove_keyword(call: Call) -> Reply:
    """Take a keyword out; the answer says whether it was there."""
    emptied = find_list(call, failed.EmptiedListUnknown(), failed.EmptiedListUnknown())
    return whole(status="OK", entity=emptied.words.pop(call.request.parameter("wordId"), None) is not None)


def remove_keywords(call: Call) -> Reply:
    """Take several out."""
    emptied = find_list(call, failed.FilledListUnknown())
    ids = call.texts("wordIds")
    if not ids:
        raise Refusal(failed.KeywordsMissing())
    for keyword_id in ids:
        emptied.words.pop(keyword_id, None)
    return whole(status="OK", entity=0)


def search_keywords(call: Call) -> Reply:
    """A page of the keywords that contain a text."""
    listed = find_list(call, failed.ListUnknown())
    text = call.text("word")
    found = [keyword for keyword in listed.words.values() if text in keyword.word]
    return show_page(call, [render_keyword(call, listed, keyword) for keyword in found])


_WORD = f"{LIST}/{{list}}/word"

ROUTES = (
    Route("POST", f"{_WORD}/batch", add_keywords, guard=demand_application),
    Route("PUT", _WORD, change_keyword, guard=demand_application),
    Route("DELETE", _WORD, remove_keyword, guard=demand_application),
    Route("DELETE", f"{_WORD}/batch", remove_keywords, guard=demand_application),
    Route("POST", _WORD, search_keywords, guard=demand_application, instead=APPLICATION_UNKNOWN),
)
