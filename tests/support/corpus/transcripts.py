"""An answer as logs, transcripts and the exceptions of client libraries show it."""

from __future__ import annotations

import json

from corpus.answers import Answer
from corpus.literals import one_line_json, pretty_json


def key_value_log(answer: Answer) -> str:
    pairs = " ".join(f"{name}={value}" for name, value in answer.fields.items())
    return f"2026-11-02 08:15:42.120 WARN im-client status={answer.status} {pairs}"


def logfmt(answer: Answer) -> str:
    message = json.dumps(answer.message, ensure_ascii=False)
    return (
        f'ts=2026-11-02T08:15:42Z level=error caller=im/client.go:77 msg="request failed" '
        f"status={answer.status} error={answer.type or 'none'} error_description={message} took=31ms"
    )


def json_log_line(answer: Answer) -> str:
    line = {
        "level": "error",
        "time": "2026-11-02T08:15:42Z",
        "message": answer.message,
        "status": answer.status,
    }
    return json.dumps(line, ensure_ascii=False)


def log4j(answer: Answer) -> str:
    return (
        "2026-11-02 08:15:41,998 INFO  [http-nio-8080-exec-3] c.e.im.Client - POST /users\n"
        f"2026-11-02 08:15:42,120 ERROR [http-nio-8080-exec-3] c.e.im.Client - "
        f"HTTP {answer.status}: {one_line_json(answer)}\n"
        "\tat com.example.im.Client.send(Client.java:412)\n\tat java.lang.Thread.run(Thread.java:750)\n"
    )


def syslog(answer: Answer) -> str:
    return f"Nov  2 08:15:42 web-3 im-worker[1423]: request failed ({answer.status}): {answer.message}"


def log_of_the_message(answer: Answer) -> str:
    return (
        f"2026-11-02 08:15:42,120 ERROR [main] c.e.im.Client - call failed: {answer.message}\n"
        "\tat com.example.im.Client.send(Client.java:412)\n"
    )


def curl_verbose(answer: Answer) -> str:
    return (
        "*   Trying 39.105.1.2:443...\n* Connected to a1.easemob.com (39.105.1.2) port 443\n"
        "> POST /my-company/chat-prod/users HTTP/1.1\n> Host: a1.easemob.com\n> User-Agent: curl/7.88.1\n"
        "> Accept: */*\n> Content-Type: application/json\n> Content-Length: 43\n>\n"
        f"< HTTP/1.1 {answer.status} \n< Server: nginx\n< Content-Type: application/json;charset=UTF-8\n<\n"
        f"* Connection #0 to host a1.easemob.com left intact\n{one_line_json(answer)}"
    )


def http_transcript(answer: Answer) -> str:
    return (
        "PUT /my-company/chat-prod/users/bob HTTP/1.1\nHost: a1.easemob.com\n"
        "Content-Type: application/json\n\n"
        '{"nickname":"Bobby"}\n\n'
        f"HTTP/1.1 {answer.status} Error\nDate: Mon, 02 Nov 2026 08:15:42 GMT\n"
        "Content-Type: application/json\n\n"
        f"{pretty_json(answer)}\n"
    )


def java_exception(answer: Answer) -> str:
    return (
        f"com.easemob.im.ApiException: {answer.message}\n"
        "\tat com.easemob.im.ApiClient.handleResponse(ApiClient.java:1061)\n"
        "\tat com.easemob.im.ApiClient.execute(ApiClient.java:982)\n"
        "\tat com.example.Main.main(Main.java:31)\n"
    )


def java_exception_with_body(answer: Answer) -> str:
    return (
        'Exception in thread "main" org.springframework.web.client.HttpClientErrorException: '
        f"{answer.status} : [{one_line_json(answer)}]\n"
        "\tat org.springframework.web.client.DefaultResponseErrorHandler.handleError"
        "(DefaultResponseErrorHandler.java:186)\n"
    )


def ios_error(answer: Answer) -> str:
    return (
        f'Error Domain=EMErrorDomain Code={answer.status} "{answer.message}" '
        f"UserInfo={{NSLocalizedDescription={answer.message}, error={answer.type}}}"
    )


def objc_dictionary(answer: Answer) -> str:
    """As NSLog prints an NSDictionary."""
    lines = "".join(f"    {_bare(name)} = {_bare(str(value))};\n" for name, value in answer.fields.items())
    return f"{{\n{lines}}}"


def python_requests(answer: Answer) -> str:
    return (
        "Traceback (most recent call last):\n"
        '  File "/srv/app/im.py", line 41, in register\n'
        "    raise ImError(response.status_code, response.text)\n"
        f"im.ImError: ({answer.status}, {one_line_json(answer)!r})"
    )


def python_bytes(answer: Answer) -> str:
    return f"{answer.status} {one_line_json(answer).encode()!r}"


def axios_error(answer: Answer) -> str:
    return (
        f"AxiosError: Request failed with status code {answer.status}\n"
        "    at settle (/app/node_modules/axios/lib/core/settle.js:19:12)\n"
        f"  response: {{ status: {answer.status}, data: {one_line_json(answer)} }}"
    )


def android_logcat(answer: Answer) -> str:
    return f"11-02 08:15:42.120  8123  8190 E EMClient: onError: code={answer.status}, msg={answer.message}"


def go_error(answer: Answer) -> str:
    return (
        f"panic: register: unexpected status {answer.status}: {answer.message}\n\n"
        "goroutine 1 [running]:\nmain.main()\n\t/app/main.go:27 +0x1d"
    )


def _bare(text: str) -> str:
    return (
        text
        if text.isidentifier() or text.isdigit()
        else '"' + text.replace('"', '\\"').replace("\n", "\\n") + '"'
    )
