"""The command line answers bad input with sentences and exit code 1, and never loses the last good site."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from errorbook.settings import Settings

ROOT = Path(__file__).parents[1]

Damage = Callable[[Path], None]


def errorbook(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "errorbook", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def replacing(name: str, old: str, new: str) -> Damage:
    def damage(data: Path) -> None:
        path = data / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return damage


def without(name: str) -> Damage:
    return lambda data: (data / name).unlink()


def spoiling(name: str) -> Damage:
    def damage(data: Path) -> None:
        with (data / name).open("ab") as file:
            file.write(b"\xff")

    return damage


def copying(name: str, other: str) -> Damage:
    def damage(data: Path) -> None:
        shutil.copy(data / name, data / other)

    return damage


DAMAGES: dict[str, tuple[Damage, str]] = {
    "missing column": (
        replacing("errors.csv", ",title_zh", ""),
        "data/errors.csv:1:1: column title_zh is missing",
    ),
    "wrong status": (replacing("errors.csv", ",general,404,", ",general,4o4,"), "status: '4o4'"),
    "unknown placeholder": (
        replacing("errors.csv", "value of {username} exists", "value of {nobody} exists"),
        "{nobody}",
    ),
    "duplicate case": (
        replacing("errors.csv", "password-required,missing", "password-required,empty"),
        "empty",
    ),
    "missing example": (without("examples/username-taken.http"), "username-taken.http"),
    "orphaned example": (
        copying("examples/username-taken.http", "examples/nobody.http"),
        "examples/nobody.http",
    ),
    "login that is not UTF-8": (spoiling("login.http"), "data/login.http:12:1: byte 0xFF"),
    "lost permalink": (
        replacing("permalinks.csv", "errors/username-taken/,\n", ""),
        "errors/username-taken/",
    ),
    "example that does not fail": (
        replacing("examples/token-unknown.http", "{{foreign_token}}", "{{token}}"),
        "the sandbox answered 200",
    ),
}


@pytest.fixture
def data(settings: Settings, tmp_path: Path) -> Path:
    return Path(shutil.copytree(settings.data, tmp_path / "data"))


@pytest.mark.parametrize("name", DAMAGES)
def test_damaged_data_ends_the_build_and_leaves_the_last_site(data: Path, tmp_path: Path, name: str) -> None:
    damage, told = DAMAGES[name]
    damage(data)
    site = tmp_path / "site"
    last = tmp_path / "last"
    last.mkdir()
    (last / "index.html").write_text("the last good one")
    site.symlink_to(last)
    ended = errorbook("build", "--data", str(data), "--site", str(site))
    assert ended.returncode == 1
    assert told in ended.stderr
    assert "Traceback" not in ended.stderr
    assert all(line.startswith("data/") for line in ended.stderr.strip().splitlines()), ended.stderr
    assert (site / "index.html").read_text() == "the last good one"


def test_all_problems_are_told_at_once(data: Path) -> None:
    for damage, _ in (DAMAGES["wrong status"], DAMAGES["lost permalink"], DAMAGES["orphaned example"]):
        damage(data)
    told = errorbook("check", "--data", str(data)).stderr
    assert "4o4" in told
    assert "permalinks.csv" in told
    assert "nobody.http" in told


def test_a_problem_that_every_example_meets_is_told_once(data: Path) -> None:
    replacing("login.http", '"grant_type":"client_credentials"', '"grant_type":"nothing"')(data)
    told = errorbook("check", "--data", str(data)).stderr
    assert told.count("data/login.http:8:1: login answered 400 without access_token") == 1


def test_settings_that_are_not_utf_8_are_refused_with_a_sentence(tmp_path: Path) -> None:
    config = tmp_path / "mkdocs.yml"
    config.write_bytes(b"site_name: \xff\n")
    ended = errorbook("check", "--config", str(config))
    assert ended.returncode == 1
    assert ended.stderr == "mkdocs.yml:1:1: not UTF-8. Save the file as UTF-8.\n"


def test_unusable_settings_are_refused_with_a_sentence(tmp_path: Path) -> None:
    config = tmp_path / "mkdocs.yml"
    config.write_text("site_name: x\nextra:\n  errorbook:\n    sandbox: nowhere:at_all\n")
    ended = errorbook("check", "--config", str(config))
    assert ended.returncode == 1
    assert "extra.errorbook.client_id is missing" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_missing_settings_are_refused_with_a_sentence(tmp_path: Path) -> None:
    ended = errorbook("build", "--config", str(tmp_path / "none.yml"))
    assert ended.returncode == 1
    assert "no such file" in ended.stderr


def test_reproduce_counts_what_agrees() -> None:
    ended = errorbook("reproduce")
    assert ended.returncode == 0, ended.stdout
    assert ended.stdout.endswith("17 of 17 failing as documented\n17 of 17 fixed\n")


def test_reproduce_says_what_drifted_and_exits_1(data: Path) -> None:
    replacing("errors.csv", "newpassword is required", "new password is required")(data)
    ended = errorbook("reproduce", "--data", str(data), "--json")
    assert ended.returncode == 1
    drifted = [case for case in json.loads(ended.stdout)["cases"] if not case["failing"]["agrees"]]
    assert [case["id"] for case in drifted] == ["new-password-required"]
    assert "newpassword is required" in drifted[0]["failing"]["got"]


def test_taken_port_is_refused_with_a_sentence() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        ended = errorbook("sandbox", "--port", str(taken.getsockname()[1]))
    assert ended.returncode == 1
    cure = "Name another with --port, PORT= (make serve) or SANDBOX_PORT= (make sandbox).\n"
    assert ended.stderr.endswith(f": Address already in use. {cure}")
    assert "Serving" not in ended.stdout


@pytest.mark.parametrize(("command", "variable"), [("serve", "PORT"), ("sandbox", "SANDBOX_PORT")])
def test_make_takes_the_port_by_the_name_that_the_refusal_tells(command: str, variable: str) -> None:
    asked = ["make", "--dry-run", command, f"{variable}=8123"]
    ended = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True)
    assert f"errorbook {command} --port 8123\n" in ended.stdout


def test_explain_reads_standard_input_and_finds_the_error(tmp_path: Path) -> None:
    paste = tmp_path / "paste.txt"
    paste.write_text('{"error_description": "group member li.lei doesn\'t exist"}')
    found = json.loads(errorbook("explain", "--json", str(paste)).stdout)
    assert found["match"] == "exact"
    assert found["results"][0]["id"] == "group-member-not-found"
    assert found["results"][0]["captures"] == {"username": "li.lei"}


def test_explain_names_the_error_and_the_cause_that_the_request_tells(tmp_path: Path) -> None:
    paste = tmp_path / "paste.txt"
    paste.write_text('{"username": "li.lei"}\n{"error_description": "password or pin must provided"}')
    said = errorbook("explain", "--language", "en", str(paste)).stdout
    assert said.startswith("Exact match: Password missing or empty\n")
    assert "[missing]" in said
    assert "[empty]" not in said


def explain(folder: Path, content: bytes, *options: str) -> subprocess.CompletedProcess[str]:
    paste = folder / "paste.txt"
    paste.write_bytes(content)
    return errorbook("explain", "--language", "en", *options, str(paste))


def taken(name: str) -> bytes:
    said = f"Entity user requires that property named username be unique, value of {name} exists"
    return json.dumps({"error": "duplicate_unique_property_exists", "error_description": said}).encode()


def test_explain_tells_what_matched(tmp_path: Path) -> None:
    said = explain(tmp_path, b"HTTP/1.1 400 Bad Request\n\n" + taken("bob")).stdout.splitlines()
    assert said[:2] == ["Exact match: Username already taken", "Matched on: Message, Error type, Status"]
    assert "  username = bob" in said


def test_explain_shows_no_endless_value(tmp_path: Path) -> None:
    said = explain(tmp_path, taken("b" * 300)).stdout
    assert f"username = {'b' * 199}…\n" in said
    assert "b" * 200 not in said


def test_explain_prints_no_mark_that_reverses_rings_or_hides(tmp_path: Path) -> None:
    name = "a\u202eb\u200bc\x07d"
    said = explain(tmp_path, taken(name)).stdout
    assert r"username = a\u202eb\u200bc\x07d" in said
    assert said.replace("\n", "").isprintable()
    printed = explain(tmp_path, taken(name), "--json").stdout
    assert printed.rstrip("\n").isprintable()
    assert json.loads(printed)["results"][0]["captures"]["username"] == name


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_explain_reads_the_encodings_that_the_page_reads(tmp_path: Path, encoding: str) -> None:
    said = "Entity user requires that property named username be unique, value of 张三 exists"
    assert "username = 张三\n" in explain(tmp_path, f"失败：{said}".encode(encoding)).stdout


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"\x1f\x8b\x08\x00", "is compressed. Unpack it, and name the text file inside."),
        (b"\x7fELF\x02\x01\x01\x00", "is not text. Name a response or a log in plain text."),
    ],
)
def test_explain_refuses_what_is_no_text_with_a_sentence_and_exits_1(
    tmp_path: Path, content: bytes, told: str
) -> None:
    ended = explain(tmp_path, content)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr == f"{tmp_path / 'paste.txt'} {told}\n"


@pytest.mark.parametrize("option", ["--config", "--data"])
def test_explain_without_settings_or_tables_exits_1_with_a_sentence(tmp_path: Path, option: str) -> None:
    ended = explain(tmp_path, taken("bob"), option, str(tmp_path / "none"))
    assert (ended.returncode, ended.stdout) == (1, "")
    assert "no such f" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_explain_prints_the_best_whole_and_the_others_by_name(tmp_path: Path) -> None:
    other = b'{"error_description": "group member li.lei doesn\'t exist"}'
    said = explain(tmp_path, taken("bob") + b"\n" + other).stdout
    whole, _, others = said.partition("\nPerhaps also in the text:\n")
    assert "Cause  " in whole
    assert len(others.splitlines()) == 1
    assert {"errors/username-taken/", "errors/group-member-not-found/"} == {
        part[part.index("errors/") :].split()[0] for part in (whole, others)
    }


def test_explain_calls_guesses_guesses_and_exits_1(tmp_path: Path) -> None:
    ended = explain(tmp_path, b"the username of somebody")
    assert ended.returncode == 1
    assert ended.stdout.startswith("No error fits. These only use similar words; they are guesses")


def test_explain_of_something_else_is_no_match_and_exits_1(tmp_path: Path) -> None:
    paste = tmp_path / "paste.txt"
    paste.write_text("Segmentation fault (core dumped)")
    ended = errorbook("explain", "--json", str(paste))
    assert ended.returncode == 1
    assert json.loads(ended.stdout)["match"] == "none"
