"""The wordings of today's message service: sending, recalling, changing, streams, roaming, files."""

from collections.abc import Mapping

from sandbox.dialects.wording import EASEMOB_FIELDS, Wording, coded, plain, unnamed
from sandbox.failures import Failure, files, messages, streams
from sandbox.failures import delivery as failed
from sandbox.failures import rewriting as rewrite


def _unsent(text: str, status: int = 400) -> Wording:
    return plain(status, "message_send_error", text)


def _kept(text: str, status: int = 400) -> Wording:
    return plain(status, "message_recall_error", text)


def _unchanged(status: int, text: str) -> Wording:
    return plain(status, "message_rewrite_error", text)


def _illegal(text: str) -> Wording:
    return Wording(400, "illegal_argument", "IllegalArgumentException", text, EASEMOB_FIELDS)


def _forbidden(text: str) -> Wording:
    return Wording(403, "forbidden_op", "EasemobForbiddenOpException", text, EASEMOB_FIELDS)


def _stream(code: int, text: str) -> Wording:
    """The pages print the code where the status should be; 400 is what a refused message has otherwise."""
    return coded(_unsent(text), code)


DELIVERY: Mapping[type[Failure], Wording] = {
    messages.SendFieldEmpty: _unsent("param {field} can't be empty"),
    messages.SendExtIllegal: _unsent("param ext must be JSONObject"),
    messages.RecipientsTooMany: _unsent("params to's size can't exceed limit {most}"),
    messages.MessageTooLarge: coded(_unsent("message is too large"), 14007),
    messages.SendRateReached: _unsent("message send reach limit", 403),
    failed.RecallFieldEmpty: _kept("param {field} can't be empty"),
    failed.RecalledUnknownTarget: _kept("can't find msg to"),
    failed.RecallTooLate: _kept("exceed recall time limit", 403),
    failed.RecalledNotFound: _kept("not_found msg", 403),
    failed.RecallFailed: unnamed(500, "internal error"),
    failed.BroadcastUnopened: _forbidden("message broadcast service is unopened"),
    failed.BroadcastFieldEmpty: _illegal("{field} can't be empty"),
    failed.BroadcastExtIllegal: _illegal("ext must be JSONObject"),
    failed.BroadcastTargetMissing: _illegal("target_type must be provided"),
    failed.BroadcastTargetIllegal: _illegal("target_type can only be 'users'"),
    failed.BroadcastExhausted: _forbidden("broadcast message limit exceeded"),
    failed.OnlineBroadcastExhausted: _forbidden("online user broadcast limit exceeded"),
    failed.RoomBroadcastExhausted: _forbidden("chatroom broadcast limit exceeded"),
    failed.ImportBodyEmpty: _illegal("message body not allow empty"),
    failed.ImportTypeEmpty: _illegal("type not allow empty"),
    failed.ChannelFieldEmpty: _illegal("field {field} cannot be null or empty"),
    failed.DeleteRoamMissing: _illegal("field delete_roam cannot be null"),
    failed.RoamingUnopened: plain(400, "service open exception", "this appKey not open message roaming"),
    failed.RoamingListTooLong: plain(
        400, "param exception", "delete msg list limit can not greater than {most}"
    ),
    failed.RoamingParameterMissing: plain(400, "Bad Request", "Bad Request"),
    rewrite.RewriteUnopened: _unchanged(403, "The rewrite message feature is not open."),
    rewrite.NewMessageMissing: _illegal("new_msg is required"),
    rewrite.MessageIdIllegal: plain(
        400, "InvalidMessageIdException", "The provided message ID is not a valid number."
    ),
    rewrite.RewrittenNotFound: _unchanged(404, "The message is unavailable or has expired."),
    rewrite.RewrittenExpired: plain(
        404, "MessageUnavailableException", "The message is unavailable or has expired."
    ),
    rewrite.RewriteNotYours: _unchanged(401, "You are not authorized to edit this message."),
    rewrite.RewriteTypeUnsupported: _unchanged(
        400, "The message is of a type that is currently not supported for modification."
    ),
    rewrite.RewriteExhausted: _unchanged(
        403, "The message has reached its edit limit and cannot be modified further."
    ),
    rewrite.RewriteBusy: plain(409, "concurrent_operation_error", "The message has been edited by another."),
    rewrite.RewriteFailed: plain(
        500,
        "RewriteMessageInternalErrorException",
        "An unknown error occurred while processing the request.",
    ),
    streams.StreamSenderEmpty: _stream(14001, "param from can't be empty"),
    streams.StreamTargetEmpty: _stream(14002, "param to can't be empty"),
    streams.StreamBodyEmpty: _stream(14005, "param body can't be empty"),
    streams.StreamSeqIllegal: _stream(14030, "param body.seq is illegal"),
    streams.StreamUnknown: _stream(14031, "can not find stream message by msgId"),
    streams.StreamTooLong: _stream(14032, "stream message total length exceeds limit"),
    streams.StreamChunkLate: _stream(14033, "stream message chunk interval timeout"),
    streams.StreamTimeOut: _stream(14034, "stream message total timeout"),
    streams.StreamFinished: _stream(14035, "stream message has already finished"),
    streams.StreamSenderMismatch: _stream(14036, "stream message from user mismatch"),
    streams.StreamUserMismatch: _stream(14037, "stream message to user mismatch"),
    streams.StreamGroupMismatch: _stream(14037, "stream message to mismatch"),
    streams.StreamSeqTooSmall: _stream(14038, "stream message chunk seq too small"),
    files.GroupFileMissing: plain(400, "IllegalArgumentException", "file must be provided."),
    files.FileGroupNotFound: plain(404, "RestGroupFeignException", "grpID {group_id} does not exist!"),
    files.LifetimeUnopened: _forbidden(""),
    files.LifetimeIllegal: _illegal("lifetime must be either 'forever' or 'default' or 'refresh'."),
    files.LifetimeFilesTooMany: _illegal("chatfile_ids size is too large"),
}
