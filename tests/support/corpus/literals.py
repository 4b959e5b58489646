"""An answer as a literal or a dump of a programming language."""

from __future__ import annotations

import json
from urllib.parse import urlencode

from corpus.answers import Answer


def pretty_json(answer: Answer) -> str:
    return json.dumps(answer.fields, indent=2, ensure_ascii=False)


def one_line_json(answer: Answer) -> str:
    return json.dumps(answer.fields, ensure_ascii=False, separators=(",", ":"))


def ascii_json(answer: Answer) -> str:
    """Escapes for everything that is not ASCII, and for what HTML minds."""
    text = json.dumps(answer.fields)
    return text.replace("'", "\\u0027").replace("<", "\\u003c").replace("&", "\\u0026")


def json_in_json(answer: Answer) -> str:
    return json.dumps({"code": answer.status, "body": one_line_json(answer)}, ensure_ascii=False)


def json_in_json_in_json(answer: Answer) -> str:
    return json.dumps({"level": "error", "payload": json_in_json(answer)}, ensure_ascii=False)


def python_dict(answer: Answer) -> str:
    return repr(answer.fields)


def php_print_r(answer: Answer) -> str:
    lines = "".join(f"    [{name}] => {value}\n" for name, value in answer.fields.items())
    return f"Array\n(\n{lines})\n"


def php_var_dump(answer: Answer) -> str:
    lines = "".join(f'  ["{name}"]=>\n  {_php(value)}\n' for name, value in answer.fields.items())
    return f"array({len(answer.fields)}) {{\n{lines}}}\n"


def java_map(answer: Answer) -> str:
    return "{" + ", ".join(f"{name}={value}" for name, value in answer.fields.items()) + "}"


def kotlin_data_class(answer: Answer) -> str:
    values = {"code": answer.status, "error": answer.type, "errorDescription": answer.message}
    return "ApiError(" + ", ".join(f"{name}={value}" for name, value in values.items()) + ")"


def go_map(answer: Answer) -> str:
    return "map[" + " ".join(f"{name}:{value}" for name, value in sorted(answer.fields.items())) + "]"


def go_struct(answer: Answer) -> str:
    return (
        f"&{{StatusCode:{answer.status} Error:{answer.type} "
        f"ErrorDescription:{answer.message} Timestamp:1542350943210}}"
    )


def go_struct_quoted(answer: Answer) -> str:
    message = json.dumps(answer.message, ensure_ascii=False)
    return f'main.APIError{{Code:{answer.status}, Type:"{answer.type}", ErrorDescription:{message}}}'


def csharp_literal(answer: Answer) -> str:
    message = answer.message.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return (
        f'new ImError {{ Error = "{answer.type}", ErrorDescription = "{message}", Status = {answer.status} }}'
    )


def csharp_verbatim(answer: Answer) -> str:
    return 'var body = @"' + one_line_json(answer).replace('"', '""') + '";'


def javascript_object(answer: Answer) -> str:
    """As `console.log` prints it."""
    lines = ",\n".join(f"  {name}: {_javascript(value)}" for name, value in answer.fields.items())
    return f"{{\n{lines}\n}}"


def ruby_hash(answer: Answer) -> str:
    return (
        "{" + ", ".join(f'"{k}"=>{json.dumps(v, ensure_ascii=False)}' for k, v in answer.fields.items()) + "}"
    )


def yaml_mapping(answer: Answer) -> str:
    message = answer.message.replace("'", "''").replace("\n", "\n\n  ")
    return f"status: {answer.status}\nerror: {answer.type}\nerror_description: '{message}'\n"


def xml_element(answer: Answer) -> str:
    message = answer.message.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return (
        f"<error>\n  <type>{answer.type}</type>\n  <error_description>{message}</error_description>\n</error>"
    )


def url_encoded(answer: Answer) -> str:
    return "https://example.com/callback?" + urlencode(answer.fields)


def url_encoded_json(answer: Answer) -> str:
    return urlencode({"status": answer.status, "response": one_line_json(answer)})


def _php(value: str | int) -> str:
    return f"int({value})" if isinstance(value, int) else f'string({len(value.encode())}) "{value}"'


def _javascript(value: str | int) -> str:
    if isinstance(value, int):
        return str(value)
    quote = '"' if "'" in value else "'"
    escaped = value.replace("\\", "\\\\").replace("\n", "\\n").replace(quote, f"\\{quote}")
    return f"{quote}{escaped}{quote}"
