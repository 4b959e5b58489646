"""The translation of texts. The stand-in speaks no language: a text comes back as it was."""

from sandbox.call import Call
from sandbox.failures import Refusal
from sandbox.failures import translation as failed
from sandbox.failures.requests import RateReached
from sandbox.operations.guards import check_fault, demand_service
from sandbox.replies import Json, Reply, whole
from sandbox.routes import Route

_LONGEST = 10_000
# By code: the name in English, and the language's own.
_LANGUAGES = {
    "ar": ("Arabic", "العربية"),
    "de": ("German", "Deutsch"),
    "en": ("English", "English"),
    "es": ("Spanish", "Español"),
    "fr": ("French", "Français"),
    "ja": ("Japanese", "日本語"),
    "ko": ("Korean", "한국어"),
    "ru": ("Russian", "Русский"),
    "zh-Hans": ("Chinese Simplified", "简体中文"),
    "zh-Hant": ("Chinese Traditional", "繁體中文"),
}


def translate(call: Call) -> Reply:
    """A text in several languages; it may be the shorter, the more there are."""
    text = _read_text(call)
    codes = call.texts("to")
    if not codes or not _LANGUAGES.keys() >= set(codes):
        raise Refusal(failed.TargetLanguageIllegal())
    _check_length(text, len(codes))
    _check_working(call)
    translations: list[Json] = [{"text": text, "to": code} for code in codes]
    return Reply({}, content=[{"translations": translations}])


def detect(call: Call) -> Reply:
    """The language of a text, as far as its letters tell."""
    text = _read_text(call)
    _check_length(text, 1)
    _check_working(call)
    language = "zh-Hans" if any("\u4e00" <= letter <= "\u9fff" for letter in text) else "en"
    return whole(language=language, score=1.0, isTranslationSupported=True)


def list_languages(call: Call) -> Reply:
    """The languages that a text may be translated to."""
    _check_working(call)
    return Reply(
        {},
        content=[{"code": code, "name": name, "nativeName": own} for code, (name, own) in _LANGUAGES.items()],
    )


def _read_text(call: Call) -> str:
    text = call.text("text")
    if not text.strip():
        raise Refusal(failed.TranslatedTextIllegal())
    return text


def _check_length(text: str, languages: int) -> None:
    if len(text) * languages > _LONGEST:
        raise Refusal(failed.TranslatedTextTooLong())


def _check_working(call: Call) -> None:
    check_fault(call, "translation_failing", failed.TranslationFailed())


_GUARD = demand_service("translation", lambda _call: failed.TranslationUnopened())

ROUTES = tuple(
    Route(
        method,
        f"/{{org}}/{{app}}/translate{path}",
        handler,
        guard=_GUARD,
        instead={RateReached: failed.TranslationRateReached()},
    )
    for method, path, handler in (
        ("POST", "", translate),
        ("POST", "/detect", detect),
        ("GET", "/support/language", list_languages),
    )
)
