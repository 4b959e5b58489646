"""A request as a Go program, with the standard library."""

from __future__ import annotations

import re

from errorbook.examples.samples.draft import Draft
from errorbook.examples.samples.literals import camel_case, concatenate, quote_double, split_lines
from errorbook.examples.variables import Part

_TAIL = """\
	client := http.Client{Timeout: 10 * time.Second}
	response, err := client.Do(request)
	if err != nil {
		log.Fatal(err)
	}
	defer response.Body.Close()
	answer, err := io.ReadAll(response.Body)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(response.StatusCode)
	fmt.Println(string(answer))
	if response.StatusCode >= 400 {
		var failure struct {
			Description string `json:"error_description"`
		}
		if json.Unmarshal(answer, &failure) == nil {
			fmt.Fprintln(os.Stderr, failure.Description)
		}
	}
}"""


def render(draft: Draft) -> str:
    """A program that prints status and body."""
    packages = ["encoding/json", "fmt", "io", "log", "net/http", "os", *_strings(draft), "time"]
    imports = ["import (", *(f'\t"{package}"' for package in packages), ")"]
    environment = [f'\t{_name(name)} := os.Getenv("{name}")' for name in draft.variables]
    wait = [f"\ttime.Sleep({draft.sleep_ms} * time.Millisecond)"] if draft.sleep_ms else []
    headers = [
        f"\trequest.Header.Set({quote_double(name)}, {_quote(value, '+')})" for name, value in draft.headers
    ]
    request = _request(draft)
    main = ["func main() {", *environment, "", *wait, *request, *headers, "", _TAIL]
    return "\n".join(["package main", "", *imports, "", *main])


def _strings(draft: Draft) -> list[str]:
    return ["strings"] if draft.body else []


def _request(draft: Draft) -> list[str]:
    body = [f"\tbody := strings.NewReader({_render_body(draft.body)})"] if draft.body else []
    reader = "body" if draft.body else "nil"
    return [
        *body,
        f'\trequest, err := http.NewRequest("{draft.method}", {_quote(draft.url, "+")}, {reader})',
        "\tif err != nil {",
        "\t\tlog.Fatal(err)",
        "\t}",
    ]


def _render_body(body: tuple[Part, ...]) -> str:
    return " +\n\t\t".join(_quote(line, " + ") for line in split_lines(body))


def _quote(parts: tuple[Part, ...], operator: str) -> str:
    return concatenate(parts, operator, _literal, _name)


def _name(variable: str) -> str:
    return re.sub(r"Id$", "ID", camel_case(variable))


def _literal(text: str) -> str:
    """Between backticks where that spares escapes."""
    if ('"' in text or "\\" in text) and "`" not in text and text.isprintable():
        return f"`{text}`"
    return quote_double(text)
