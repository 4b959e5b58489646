"""An answer in tables, chats, tickets and consoles: among other text, retyped, wrapped."""

from __future__ import annotations

import json
import re

from corpus.answers import Answer
from corpus.literals import one_line_json, pretty_json


def markdown_row(answer: Answer) -> str:
    cell = answer.message.replace("\n", "<br>").replace("|", "\\|")
    return f"| {answer.status} | {answer.type} | {cell} | 查看请求参数。 |"


def html_row(answer: Answer) -> str:
    message = _entities(answer.message)
    return f"<tr>\n<td>{answer.status}</td>\n<td>{answer.type}</td>\n<td>{message}</td>\n</tr>"


def html_entities_of_json(answer: Answer) -> str:
    return f"<pre><code>{_entities(one_line_json(answer))}</code></pre>"


def smart_quotes(answer: Answer) -> str:
    text = re.sub(r'"([^"]*)"', "“\\1”", one_line_json(answer))
    return text.replace("'", "’")


def in_words(answer: Answer) -> str:
    return f"Hi, since this morning our server gets the error “{answer.message}” for some users. Any idea?"


def chinese_around_json(answer: Answer) -> str:
    return f"请教一下，注册用户的时候报错：{one_line_json(answer)} 这个是什么原因？谢谢"


def chinese_around_message(answer: Answer) -> str:
    return f"调用接口返回 {answer.status}，提示{answer.message}，怎么解决？"


def chinese_in_quotes(answer: Answer) -> str:
    return f"后台提示「{answer.message}」，之前都是正常的。"


def comment_of_slashes(answer: Answer) -> str:
    lines = "".join(f"// {line}\n" for line in pretty_json(answer).split("\n"))
    return f"// TODO ask support, we get this from the register call:\n{lines}registerUser(name);"


def comment_of_hashes(answer: Answer) -> str:
    return "\n".join(["# returns", *(f"#   {line}" for line in pretty_json(answer).split("\n")), "pass"])


def doc_comment(answer: Answer) -> str:
    return f"/**\n * Fails with {answer.status}:\n * {answer.message}\n */"


def quoted_mail(answer: Answer) -> str:
    return "On Monday you wrote:\n" + "\n".join(f"> {line}" for line in pretty_json(answer).split("\n"))


def console_of_40(answer: Answer) -> str:
    return wrap(one_line_json(answer), 40)


def console_of_80(answer: Answer) -> str:
    return wrap(f"{answer.status} {one_line_json(answer)}", 80)


def renamed_error_description(answer: Answer) -> str:
    return _renamed(answer, "errorDescription")


def renamed_msg(answer: Answer) -> str:
    return _renamed(answer, "msg")


def renamed_message(answer: Answer) -> str:
    return _renamed(answer, "message")


def renamed_err_msg(answer: Answer) -> str:
    return _renamed(answer, "errMsg")


def message_alone(answer: Answer) -> str:
    return answer.message


def message_in_quotes(answer: Answer) -> str:
    return f'"{answer.message}"'


def message_in_upper_case(answer: Answer) -> str:
    return answer.message.upper()


def json_in_lower_case(answer: Answer) -> str:
    return one_line_json(answer).lower()


def message_and_stop(answer: Answer) -> str:
    return f"{answer.message}。"


def failed_member_in_200(answer: Answer) -> str:
    """A partial failure: the request as a whole succeeded."""
    body = {
        "action": "post",
        "entities": [],
        "data": [{"username": "bob", "registerUserFailReason": answer.message}],
        "timestamp": 1542795196504,
        "duration": 4,
    }
    return f"HTTP/1.1 200 OK\nContent-Type: application/json\n\n{json.dumps(body, ensure_ascii=False)}"


def wrap(text: str, width: int) -> str:
    """As a console does, inside of words, too."""
    return "\n".join(text[at : at + width] for at in range(0, len(text), width))


def _renamed(answer: Answer, name: str) -> str:
    return json.dumps({"code": answer.status, name: answer.message, "data": None}, ensure_ascii=False)


def _entities(text: str) -> str:
    for char, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&#39;")):
        text = text.replace(char, entity)
    return text
