"""The documented errors, as the facts list them, and what counts as giving one."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from httpx2 import Response
from service import Service
from stage import Stage, Step
from starlette.testclient import TestClient

from sandbox import create_app
from sandbox.dialects.wording import Wording

_FACTS = Path(__file__).parents[1] / "facts"
_HOLE = re.compile(r"\{[^{}]*\}")
_ANYTHING = re.compile(".*", re.DOTALL)
_NOW = 1_500_000_000.0  # 2017071402 in the service's hours

Key: TypeAlias = tuple[str, str, str, str]  # status, error, code, template


@dataclass(frozen=True, eq=False)
class Row:
    """An error of an operation, and how it comes about."""

    api: str
    status: str
    error: str
    template: str
    request: str
    body: Any = None
    scene: tuple[Step, ...] = ()
    code: str = ""
    org: str = "easemob-demo"
    app: str = "open"
    user: str = ""  # whose token is shown, the app's without one
    more: Mapping[str, Any] = field(default_factory=dict)

    @property
    def key(self) -> Key:
        return self.status, self.error, self.code, self.template

    def provoke(self) -> Response:
        with TestClient(create_app(clock=lambda: _NOW, seed=1)) as client:
            stage = Stage(Service(client, self.org, self.app))
            for step in self.scene:
                step(stage)
            token = {"token": stage.service.log_in(self.user)} if self.user else {}
            return stage.send(self.request, self.body, **token, **self.more)


def read_facts(name: str) -> list[dict[str, str]]:
    with (_FACTS / name).open(encoding="utf-8", newline="") as source:
        return list(csv.DictReader(source))


DISTINCT: Mapping[Key, dict[str, str]] = {
    (row["status"], row["error"], row["error_code"], row["description_template"]): row
    for row in read_facts("distinct_errors.csv")
}


def as_pattern(template: str) -> re.Pattern[str]:
    """What a template takes; where a page says "Any", any text is meant."""
    if template in {"Any", "任意"}:
        return _ANYTHING
    parts = _HOLE.split(template.replace("\\n", "\n"))
    return re.compile(".+".join(re.escape(part) for part in parts), re.DOTALL)


def fits(key: Key, status: int, body: Mapping[str, Any]) -> bool:
    """Whether an answer is what a row documents; a row without error or code leaves them open."""
    documented, error, code, _ = key
    if status < 400:
        return False
    told_error, told_code, text = _told(body)
    return (
        _fits_status(documented, status)
        and error in {"", told_error}
        and code in {"", told_code}
        and any(as_pattern(template).fullmatch(text) for template in _templates(key))
    )


def is_worded(key: Key, wording: Wording) -> bool:
    """Whether a wording of the sandbox is that of a row, both with holes."""
    documented, error, code, _ = key
    return (
        _fits_status(documented, wording.status)
        and error in {"", wording.error}
        and code in {"", str(wording.code)}
        and any(_are_alike(template.replace("\\n", "\n"), wording.text) for template in _templates(key))
    )


def written(description: str) -> str:
    """A description of the facts as the wire has it."""
    return description.replace("。", ".").replace("\\n", "\n")


def _told(body: Mapping[str, Any]) -> tuple[str, str, str]:
    """Error, code and text of an answer, in either envelope."""
    data = body.get("data")
    if isinstance(data, dict) and "code" in data:
        return body.get("error", ""), str(data["code"]), data["message"]
    return body.get("error", ""), str(body.get("error_code", "")), body.get("error_description", "")


def _fits_status(documented: str, status: int) -> bool:
    return documented in {"unspecified", str(status), f"{status // 100}xx"}


def _templates(key: Key) -> Iterator[str]:
    """The template of a row, and what stands on the wire where the template is its translation."""
    yield key[3]
    yield from (text for text in DISTINCT[key]["verbatim_variants"].split(" || ") if not text.isascii())


def _are_alike(one: str, other: str) -> bool:
    return bool(one) == bool(other) and bool(
        as_pattern(other).fullmatch(one) or as_pattern(one).fullmatch(other)
    )
