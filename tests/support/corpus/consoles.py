"""An answer as terminals, comments and literals over several lines show it: marked on every line."""

from __future__ import annotations

from corpus.answers import Answer
from corpus.documents import wrap
from corpus.literals import one_line_json

_WIDTH = 70


def colours(answer: Answer) -> str:
    return f"\x1b[1;31mERROR\x1b[0m register failed: \x1b[33m{answer.message}\x1b[0m"


def colours_without_escapes(answer: Answer) -> str:
    """As a page shows a log whose control characters got lost."""
    return f"[31mERROR[0m register failed: [33m{answer.message}[0m"


def compose_console(answer: Answer) -> str:
    return _labelled("api_1  | ", answer)


def console_in_comments(answer: Answer) -> str:
    return _labelled("// ", answer)


def console_in_a_mail(answer: Answer) -> str:
    return _labelled("> ", answer)


def joined_literals(answer: Answer) -> str:
    lines = wrap(answer.message.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n"), 40).split(
        "\n"
    )
    return "{\n  error_description: " + " +\n    ".join(f"'{line}'" for line in lines) + "\n}"


def access_log(answer: Answer) -> str:
    """As nginx writes a body."""
    body = one_line_json(answer).replace('"', "\\x22")
    return f'10.0.0.7 - - [02/Nov/2026:08:15:42 +0800] "POST /users HTTP/1.1" {answer.status} 212 "{body}"'


def behind_a_comment_sign(answer: Answer) -> str:
    return f"client.register(name); // {answer.message}"


def behind_a_status(answer: Answer) -> str:
    return f"returns {answer.status} {answer.message}"


def bold_in_a_list(answer: Answer) -> str:
    return f"* {answer.status}: **{answer.message}**"


def fields_with_commas(answer: Answer) -> str:
    return f"status: {answer.status}, description: {answer.message}, took: 12"


def chinese_fields(answer: Answer) -> str:
    return f"错误码：{answer.status}，错误描述：{answer.message}。"


def hexadecimal_entities(answer: Answer) -> str:
    text = answer.message
    for char, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&#x22;"), ("'", "&#x27;")):
        text = text.replace(char, entity)
    return f"<p><b>Message</b> {text}</p>"


def _labelled(label: str, answer: Answer) -> str:
    return "\n".join(label + line for line in wrap(one_line_json(answer), _WIDTH).split("\n"))
