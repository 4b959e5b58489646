"""The matcher and its twin in JavaScript, asked the same."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from errorbook.explorer import Index, Matcher, Outcome

SCRIPT = Path(__file__).parents[1] / "js" / "run_matcher.mjs"


def ask_javascript(index: Index, texts: list[str]) -> list[dict[str, Any]]:
    node = shutil.which("node")
    if node is None:
        pytest.fail(
            "Node.js is not installed, so the two matchers are not compared. Install Node 18 or later."
        )
    question = json.dumps({"index": index, "texts": texts})
    run = subprocess.run([node, str(SCRIPT)], input=question, capture_output=True, text=True, check=True)
    answers: list[dict[str, Any]] = json.loads(run.stdout)
    return answers


def ask_python(index: Index, texts: list[str]) -> list[dict[str, Any]]:
    matcher = Matcher(index)
    return [as_json(matcher.match(text)) for text in texts]


def as_json(outcome: Outcome) -> dict[str, Any]:
    """As JavaScript writes it."""
    results = [{**asdict(result), "because": list(result.because)} for result in outcome.results]
    return {"match": outcome.match, "results": results}


def assert_same(index: Index, texts: list[str]) -> None:
    pairs = zip(texts, ask_python(index, texts), ask_javascript(index, texts), strict=True)
    assert [(text, ours, theirs) for text, ours, theirs in pairs if ours != theirs] == []
