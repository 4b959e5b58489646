"""All shapes by their names, and what becomes of a paste on its way."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from dataclasses import replace

from corpus import consoles, documents, literals, transcripts
from corpus.answers import Answer
from corpus.documents import wrap
from corpus.literals import one_line_json, pretty_json

Shape = Callable[[Answer], str]


def _shapes(*functions: Shape) -> dict[str, Shape]:
    return {function.__name__.replace("_", " "): function for function in functions}


WHOLE = _shapes(
    literals.pretty_json,
    literals.one_line_json,
    literals.ascii_json,
    literals.json_in_json,
    literals.json_in_json_in_json,
    literals.python_dict,
    literals.php_print_r,
    literals.php_var_dump,
    literals.java_map,
    literals.kotlin_data_class,
    literals.go_map,
    literals.go_struct,
    literals.go_struct_quoted,
    literals.csharp_literal,
    literals.csharp_verbatim,
    literals.javascript_object,
    literals.ruby_hash,
    literals.yaml_mapping,
    literals.xml_element,
    literals.url_encoded,
    literals.url_encoded_json,
    transcripts.key_value_log,
    transcripts.logfmt,
    transcripts.json_log_line,
    transcripts.log4j,
    transcripts.syslog,
    transcripts.log_of_the_message,
    transcripts.curl_verbose,
    transcripts.http_transcript,
    transcripts.java_exception,
    transcripts.java_exception_with_body,
    transcripts.ios_error,
    transcripts.objc_dictionary,
    transcripts.python_requests,
    transcripts.python_bytes,
    transcripts.axios_error,
    transcripts.android_logcat,
    transcripts.go_error,
    documents.markdown_row,
    documents.html_row,
    documents.html_entities_of_json,
    documents.smart_quotes,
    documents.in_words,
    documents.chinese_around_json,
    documents.chinese_around_message,
    documents.chinese_in_quotes,
    documents.comment_of_slashes,
    documents.comment_of_hashes,
    documents.doc_comment,
    documents.quoted_mail,
    documents.console_of_40,
    documents.console_of_80,
    documents.renamed_error_description,
    documents.renamed_msg,
    documents.renamed_message,
    documents.renamed_err_msg,
    documents.message_alone,
    documents.message_in_quotes,
    documents.message_in_upper_case,
    documents.json_in_lower_case,
    documents.message_and_stop,
    documents.failed_member_in_200,
)
"""Shapes that hold the whole message."""


def _cut_tail(text: str) -> str:
    return text[: _kept(text)]


def _cut_head(text: str) -> str:
    return text[len(text) - _kept(text) :]


def _cut_both(text: str) -> str:
    start = (len(text) - _kept(text)) // 2
    return text[start : start + _kept(text)]


def _kept(text: str) -> int:
    """70 % of the characters, rounded up."""
    return -(-7 * len(text) // 10)


CUTS: dict[str, Callable[[str], str]] = {"tail": _cut_tail, "head": _cut_head, "both ends": _cut_both}


def _broken_off(answer: Answer) -> str:
    """A body that ends within its message, which is its last field."""
    return one_line_json(replace(answer, message=_cut_tail(answer.message)))[:-2]


def _begun_late(answer: Answer) -> str:
    """A body that begins within its message, its first field."""
    rest = one_line_json(replace(answer, message=""))[1:]
    return f'{_cut_head(answer.message)}",{rest}'


def _of_cut_message(shape: str, cut: str) -> Shape:
    return lambda answer: WHOLE[shape](replace(answer, message=CUTS[cut](answer.message)))


def _of_cut_paste(shape: str, cut: str) -> Shape:
    return lambda answer: CUTS[cut](WHOLE[shape](answer))


def _of_broken_log(cut: str) -> Shape:
    """A log line that ends within the message."""
    return lambda answer: WHOLE["syslog"](replace(answer, message=CUTS[cut](answer.message)))


CUT = {
    **{
        f"{shape}, message cut at {cut}": _of_cut_message(shape, cut)
        for shape in ("message alone", "one line json", "json in json", "php print r")
        for cut in CUTS
    },
    **{f"log line, message cut at {cut}": _of_broken_log(cut) for cut in ("tail", "both ends")},
    **{
        f"{shape}, cut at head": _of_cut_paste(shape, "head")
        for shape in (
            "pretty json",
            "json in json",
            "php print r",
            "curl verbose",
            "key value log",
            "html row",
        )
    },
    "body broken off in the message": _broken_off,
    "message cut by dots": lambda answer: f"{_cut_tail(answer.message)}...",
    "body begun within the message": _begun_late,
}
"""Shapes that hold 70 % of the message, or of a paste that ends with its message."""


def _blanks_collapsed(answer: Answer) -> str:
    return " ".join(pretty_json(answer).split())


def _blanks_doubled(answer: Answer) -> str:
    return pretty_json(answer).replace(" ", "  ").replace("\n", "\r\n")


def _requoted(answer: Answer) -> str:
    return one_line_json(answer).replace('"', "'")


def _backticks(answer: Answer) -> str:
    return f"`{answer.message}`"


def _wrapped_at_60(answer: Answer) -> str:
    return wrap(f"request failed: {answer.message} (status {answer.status})", 60)


def _wrapped_between_words(answer: Answer) -> str:
    return "\n    ".join(textwrap.wrap(one_line_json(answer), 40, break_long_words=False))


def _letter_lost(answer: Answer) -> str:
    """A slip in the middle of the longest word."""
    word = max(re.findall(r"[A-Za-z]+|.", answer.message), key=len)
    slip = word[: len(word) // 2] + word[len(word) // 2 + 1 :]
    return one_line_json(replace(answer, message=answer.message.replace(word, slip, 1)))


DAMAGED = {
    "blanks collapsed": _blanks_collapsed,
    "blanks doubled": _blanks_doubled,
    "re-quoted": _requoted,
    "backticks": _backticks,
    "wrapped at 60": _wrapped_at_60,
    "wrapped between words": _wrapped_between_words,
    "a letter lost": _letter_lost,
    **_shapes(
        consoles.colours,
        consoles.colours_without_escapes,
        consoles.compose_console,
        consoles.console_in_comments,
        consoles.console_in_a_mail,
        consoles.joined_literals,
        consoles.access_log,
        consoles.behind_a_comment_sign,
        consoles.behind_a_status,
        consoles.bold_in_a_list,
        consoles.fields_with_commas,
        consoles.chinese_fields,
        consoles.hexadecimal_entities,
    ),
}
"""Whole messages, but not as they were."""
