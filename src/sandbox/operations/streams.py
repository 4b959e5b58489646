"""Messages that are sent in chunks."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from sandbox.call import Call, as_text
from sandbox.failures import Failure, Refusal
from sandbox.failures import streams as failed
from sandbox.operations.bodies import as_object, parse_integer, read_object
from sandbox.operations.guards import demand_application
from sandbox.plan import MINUTE, SECOND
from sandbox.records import Stream
from sandbox.replies import Json, Reply, data
from sandbox.routes import Route

_LONGEST_GAP = 30 * SECOND
_LONGEST_STREAM = 30 * MINUTE
_LARGEST_STREAM = 128 * 1024


@dataclass(frozen=True, slots=True)
class _Chunk:
    sender: str
    target: str
    text: str
    seq: int
    last: bool


def send_chunk(mismatch: Failure, call: Call) -> Reply:
    """Begin a stream, or add to the one that the chunk names; `mismatch` is what another target gives."""
    fields = read_object(call)
    chunk = _read_chunk(fields)
    stream_id = as_text(as_object(fields["body"]).get("msgId")) or as_text(fields.get("msgId"))
    streams = call.application.archive.streams
    if not stream_id:
        stream_id = call.world.chance.message_id()
        streams[stream_id] = Stream(chunk.sender, chunk.target, call.now, call.now, -1, 0)
    stream = streams.get(stream_id)
    if stream is None:
        raise Refusal(failed.StreamUnknown())
    _check_order(stream, chunk, mismatch)
    _check_bounds(stream, chunk, call.now)
    stream.seq, stream.last, stream.finished = chunk.seq, call.now, chunk.last
    stream.length += len(chunk.text.encode("utf-8", "replace"))
    return data({"msgId": stream_id})


def _read_chunk(fields: Mapping[str, Json]) -> _Chunk:
    sender, target, body = (
        as_text(fields.get("from")),
        as_text(fields.get("to")),
        as_object(fields.get("body")),
    )
    if not sender:
        raise Refusal(failed.StreamSenderEmpty())
    if not target:
        raise Refusal(failed.StreamTargetEmpty())
    if not body:
        raise Refusal(failed.StreamBodyEmpty())
    seq = parse_integer(body.get("seq"))
    if seq is None or seq < 0:
        raise Refusal(failed.StreamSeqIllegal())
    return _Chunk(sender, target, as_text(body.get("msg")), seq, body.get("finish") is True)


def _check_order(stream: Stream, chunk: _Chunk, mismatch: Failure) -> None:
    if stream.finished:
        raise Refusal(failed.StreamFinished())
    if chunk.sender != stream.sender:
        raise Refusal(failed.StreamSenderMismatch())
    if chunk.target != stream.target:
        raise Refusal(mismatch)
    if chunk.seq <= stream.seq:
        raise Refusal(failed.StreamSeqTooSmall())


def _check_bounds(stream: Stream, chunk: _Chunk, now: int) -> None:
    if now - stream.started > _LONGEST_STREAM:
        raise Refusal(failed.StreamTimeOut())
    if now - stream.last > _LONGEST_GAP:
        raise Refusal(failed.StreamChunkLate())
    if stream.length + len(chunk.text.encode("utf-8", "replace")) > _LARGEST_STREAM:
        raise Refusal(failed.StreamTooLong())


ROUTES = tuple(
    Route(
        "POST",
        f"/{{org}}/{{app}}/stream_message/{where}",
        partial(send_chunk, mismatch),
        guard=demand_application,
    )
    for where, mismatch in (
        ("user", failed.StreamUserMismatch()),
        ("chatgroup", failed.StreamGroupMismatch()),
    )
)
