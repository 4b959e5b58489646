"""The history of messages, a file for each hour."""

from datetime import UTC, datetime

from sandbox.call import Call
from sandbox.failures import Refusal
from sandbox.failures.messages import HistoryExpired, HistoryMissing, HistoryTimeIllegal
from sandbox.operations.guards import demand_application
from sandbox.plan import DAY
from sandbox.replies import Reply, data
from sandbox.routes import Route

_KEPT_FOR = 3 * DAY
_HOUR = 3600 * 1000
_FORMAT = "%Y%m%d%H"
_LENGTH = len("yyyymmddhh")


def read_history(call: Call) -> Reply:
    """Where the file of an hour is to be had; the stand-in has no file behind the address."""
    text = call.taken("time")
    start = _parse_hour(call, text)
    if not 0 <= call.now - start <= _KEPT_FOR:
        raise Refusal(HistoryExpired(call.appkey, text))
    messages = call.application.archive.messages.values()
    if not any(start <= message.sent < start + _HOUR for message in messages):
        raise Refusal(HistoryMissing(call.appkey, text))
    return data([{"url": f"{call.request.origin}/chatmessages/{text}.gz"}])


def _parse_hour(call: Call, text: str) -> int:
    illegal = HistoryTimeIllegal(call.appkey, text)
    if not (len(text) == _LENGTH and text.isascii() and text.isdigit()):
        raise Refusal(illegal)
    try:
        return int(datetime.strptime(text, _FORMAT).replace(tzinfo=UTC).timestamp()) * 1000
    except ValueError:
        raise Refusal(illegal) from None


ROUTES = (Route("GET", "/{org}/{app}/chatmessages/{time}", read_history, guard=demand_application),)
