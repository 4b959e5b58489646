"""The wordings of the services beside messaging: moderation, translation, search, robots."""

from collections.abc import Mapping

from sandbox.dialects.wording import Wording, meta, plain, unnamed
from sandbox.failures import Failure, robots, search, text_moderation, translation
from sandbox.failures import keywords as failed


def _bad(text: str) -> Wording:
    return plain(400, "Bad Request", text)


def _bad_in_lower_case(text: str) -> Wording:
    """Some pages of the service write the type so."""
    return plain(400, "Bad request", text)


def _text(code: int, text: str) -> Wording:
    return meta(400, code, text, "Bad request")


VALUE_ADDED: Mapping[type[Failure], Wording] = {
    failed.KeywordsUnopened: _bad("moderation org data is empty"),
    failed.KeywordsApplicationUnknown: _bad_in_lower_case("appkey is not exist"),
    failed.ListFieldMissing: plain(400, "MODERATION_002", "request param is empty"),
    failed.ListFieldEmpty: _bad("request param is empty"),
    failed.ListIdEmpty: _bad_in_lower_case("textList id is empty"),
    failed.ListUnknown: _bad_in_lower_case("textList data is empty"),
    failed.FilledListUnknown: _bad("textList data is empty"),
    failed.EmptiedListUnknown: _bad("request data is empty"),
    failed.ListNameTaken: _bad("The textList already exists"),
    failed.ChangedListNameTaken: _bad_in_lower_case("The textList already exists"),
    failed.ListsExhausted: _bad("The textList count exceeds the maximum number"),
    failed.KeywordsTooMany: _bad("The text count exceeds the maximum number"),
    failed.KeywordsExhausted: _bad("the number of words exceeds the limit"),
    failed.KeywordsMissing: _bad("request data is empty"),
    failed.KeywordTaken: _bad("The textList already contains the text"),
    failed.KeywordUnknown: _bad_in_lower_case("the param can not be empty"),
    text_moderation.TextEmpty: _text(4000005, "message content is empty or null"),
    text_moderation.TextOrganizationUnknown: _text(4000303, "orgName not found"),
    text_moderation.TextApplicationUnknown: _text(4000303, "application not found"),
    text_moderation.TextModerationUnopened: _text(4000404, "text moderation not open"),
    text_moderation.TextRuleMissing: _text(4000303, "text rule moderation not exist"),
    text_moderation.TextRuleOff: _text(4000404, "text rule moderation not active"),
    translation.TranslationUnopened: unnamed(503, "service not open"),
    translation.TranslatedTextIllegal: unnamed(400, "An input text is missing or invalid"),
    translation.TranslatedTextTooLong: unnamed(400, "The input text is too long"),
    translation.TargetLanguageIllegal: unnamed(400, "The target language is missing or invalid"),
    translation.TranslationRateReached: unnamed(400, "The request has reached the maximum limit"),
    translation.TranslationFailed: unnamed(400, "InternalTranslateFailedException"),
    search.SearchIllegal: meta(400, 4000005, "请求体格式错误或缺少必需参数"),
    search.SearchTooComplex: meta(400, 4000006, "搜索条件过于复杂"),
    search.SearchTokenIllegal: meta(401, 4010101, "Token 不合法或已过期"),
    search.SearchUnopened: meta(403, 4030204, "搜索服务未激活"),
    search.SearchApplicationUnknown: meta(404, 4040302, "应用不存在"),
    search.SearchRateReached: meta(429, 4290501, "API 调用频率超出限制"),
    search.SearchFailed: meta(500, 5000701, "服务器内部错误"),
    search.SearchUnreachable: meta(502, 5020801, "下游服务暂时不可用"),
    robots.RobotPageIllegal: _bad("Request param error"),
    robots.RobotsFailed: plain(500, "Internal Server Error", "Internal Server Error"),
}
