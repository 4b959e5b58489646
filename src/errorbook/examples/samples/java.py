"""A request as a Java 11 program of one file, with the client of the JDK."""

from __future__ import annotations

from errorbook.examples.samples.draft import Draft
from errorbook.examples.samples.literals import camel_case, concatenate, escape, split_lines
from errorbook.examples.variables import Part

# Nothing in the JDK reads JSON, hence the pattern.
_HEAD = r"""import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

class Sample {
    static final Pattern DESCRIPTION =
        Pattern.compile("\"error_description\"\\s*:\\s*\"([^\"\\\\]*(?:\\\\.[^\"\\\\]*)*)\"");

    public static void main(String[] args) throws Exception {"""
_TAIL = """\
            .timeout(Duration.ofSeconds(10))
            .build();
        HttpResponse<String> response =
            HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        System.out.println(response.statusCode());
        System.out.println(response.body());
        if (response.statusCode() >= 400) {
            Matcher found = DESCRIPTION.matcher(response.body());
            System.err.println(found.find() ? found.group(1) : "no error_description");
        }
    }
}"""
_MARGIN = " " * 8


def render(draft: Draft) -> str:
    """A program that prints status and body."""
    environment = [f'String {camel_case(name)} = System.getenv("{name}");' for name in draft.variables]
    wait = [f"Thread.sleep({draft.sleep_ms});"] if draft.sleep_ms else []
    headers = [f"    .header({_quote((name,))}, {_quote(value)})" for name, value in draft.headers]
    lines = [
        *environment,
        "",
        *wait,
        f"URI uri = URI.create({_quote(draft.url)});",
        *_body(draft),
        "HttpRequest request = HttpRequest.newBuilder(uri)",
        *headers,
        *_method(draft),
    ]
    return "\n".join([_HEAD, *(_MARGIN + line if line else "" for line in lines), _TAIL])


def _body(draft: Draft) -> list[str]:
    text = f" +\n{_MARGIN}    ".join(map(_quote, split_lines(draft.body)))
    return [f"String body = {text};"] if draft.body else []


def _method(draft: Draft) -> list[str]:
    if draft.method in ("GET", "DELETE") and not draft.body:
        return [] if draft.method == "GET" else ["    .DELETE()"]
    publisher = f"HttpRequest.BodyPublishers.{'ofString(body)' if draft.body else 'noBody()'}"
    short = draft.method in ("POST", "PUT")
    return [f"    .{draft.method}({publisher})" if short else f'    .method("{draft.method}", {publisher})']


def _quote(parts: tuple[Part, ...]) -> str:
    return concatenate(parts, " + ", _literal, camel_case)


def _literal(text: str) -> str:
    # Which encoding the compiler expects depends on the machine.
    return f'"{escape(text, chr(34), ascii_only=True)}"'
