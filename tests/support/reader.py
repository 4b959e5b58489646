"""Do what a reader of a page would: log in, run its requests in order, compare what they answer."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import reduce
from pathlib import Path

import requests
from printed import PrintedCase, PrintedRequest, page_path, read_cases
from tools import Printed, run_sample

from errorbook.examples.verdict import judge
from errorbook.model import Error, Language, Recording

_SECRETS = {"client_id": "sandbox-id", "client_secret": "sandbox-secret"}


@dataclass(frozen=True, slots=True)
class Reader:
    """Someone with the site, the address of a sandbox and a folder for samples."""

    site: Path
    base: str
    folder: Path

    def run_page(self, language: Language, error: Error, tongue: str) -> int:
        """Run every request of an error's page in one language; how many there were."""
        printed = list(read_cases(page_path(self.site, language, f"errors/{error.id}/")))
        assert [case.case for case in printed] == [case.case for case in error.cases]
        for case in printed:
            self.run_case(error, case, tongue)
        return sum(len(case.requests) for case in printed)

    def run_case(self, error: Error, case: PrintedCase, tongue: str) -> None:
        """Given, failing and fixed, in this order, in a sandbox that begins anew."""
        environment = log_in(self.base, case.environment)
        assert [r.role for r in case.requests if r.role != "given"] == ["fails", "fixed"]
        for printed in case.requests:
            answer = run_sample(tongue, printed.samples[tongue], environment, self.folder)
            check_answer(error, case, printed, answer)
            check_complaint(tongue, answer)
            environment |= {name: read_path(answer.body, path) for name, path in printed.answers.items()}


def log_in(base: str, place: dict[str, str]) -> dict[str, str]:
    """The environment that the samples read: address, credentials and both kinds of token."""
    tokens = []
    for _ in range(2):
        requests.post(f"{base}/_sandbox/reset", timeout=10).raise_for_status()
        url = f"{base}/{place['ORG']}/{place['APP']}/token"
        order = {"grant_type": "client_credentials", **_SECRETS}
        tokens.append(str(requests.post(url, json=order, timeout=10).json()["access_token"]))
    secrets = {name.upper(): value for name, value in _SECRETS.items()}
    return {"BASE": base, **place, **secrets, "FOREIGN_TOKEN": tokens[0], "TOKEN": tokens[1]}


def check_answer(error: Error, case: PrintedCase, printed: PrintedRequest, answer: Printed) -> None:
    assert answer.status == printed.status
    fields = ("error", "error_description")
    said, recorded = json.loads(answer.body), json.loads(printed.recorded)
    assert [field in said for field in fields] == [field in recorded for field in fields]
    if printed.role != "given":
        (example,) = (c.example for c in error.cases if c.case == case.case and c.example)
        request = next(request for request in example.requests if request.role == printed.role)
        verdict = judge(error, request, Recording(answer.status, answer.body))
        assert verdict.agrees, f"expected {verdict.expected}, got {verdict.got}"


def check_complaint(tongue: str, answer: Printed) -> None:
    """Samples in programming languages say what went wrong, and are silent if nothing did."""
    if tongue == "curl" or answer.status < 400:
        assert answer.complaint == ""
        return
    description = json.loads(answer.body).get("error_description")
    # The Java sample has no parser of JSON and shows the text as it is written.
    shown = {answer.complaint, json.loads(f'"{answer.complaint}"') if tongue == "java" else ""}
    assert not description or description in shown


def read_path(body: str, path: str) -> str:
    return str(reduce(lambda value, key: value[key], path.split("."), json.loads(body)))
