"""The moderation of a text on request: it finds the words that are refused, and judges nothing else."""

from sandbox.call import Call
from sandbox.failures import Refusal
from sandbox.failures import text_moderation as failed
from sandbox.failures.requests import ApplicationNotFound, OrganizationNotFound
from sandbox.operations.guards import demand_application
from sandbox.records import KeywordList
from sandbox.replies import Json, Reply, whole
from sandbox.routes import Route
from sandbox.state import Application

_SERVICES = {
    "text_moderation": failed.TextModerationUnopened(),
    "text_rule": failed.TextRuleMissing(),
    "text_rule_active": failed.TextRuleOff(),
}


def check_text(call: Call) -> Reply:
    """Whether a text passes, and how it reads without its keywords."""
    for service, failure in _SERVICES.items():
        if service in call.application.plan.closed:
            raise Refusal(failure)
    text = call.text("content")
    if not text.strip():
        raise Refusal(failed.TextEmpty())
    refused = [*call.application.plan.words, *_find(call.application, "REJECT", text)]
    words = [word for word in refused if word in text]
    exchanged = text
    for word in (*words, *_find(call.application, "EXCHANGE", text)):
        exchanged = exchanged.replace(word, "*" * len(word))
    judged: Json = {
        "type": "REJECT" if words else "PASS",
        "exchangeText": exchanged,
        "sensitiveWords": words,
    }
    return whole(code=200, data=judged, meta={"timestamp": call.now, "requestId": ""})


def _find(application: Application, disposition: str, text: str) -> list[str]:
    lists = application.archive.keyword_lists.values()
    chosen = [item for item in lists if item.disposition == disposition]
    return [
        keyword.word for item in chosen for keyword in item.words.values() if _hits(item, keyword.word, text)
    ]


def _hits(listed: KeywordList, word: str, text: str) -> bool:
    return word == text if listed.full_match else word in text


ROUTES = (
    Route(
        "POST",
        "/{org}/{app}/moderation/txt/check",
        check_text,
        guard=demand_application,
        instead={
            OrganizationNotFound: failed.TextOrganizationUnknown(),
            ApplicationNotFound: failed.TextApplicationUnknown(),
        },
    ),
)
