"""A file is read as the page reads it: its script and the command agree on every one."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from errorbook.decode import decode, find_kind

TEXT = "2026-11-22 error: 用户名 𠮷 已占用\r\nvalue of 张三 exists\n"
FILES: dict[str, bytes] = {
    "UTF-8": TEXT.encode(),
    "UTF-8 with a mark": TEXT.encode("utf-8-sig"),
    "UTF-16 little-endian": f"\ufeff{TEXT}".encode("utf-16-le"),
    "UTF-16 big-endian": f"\ufeff{TEXT}".encode("utf-16-be"),
    "GB 18030": TEXT.encode("gb18030"),
    "damaged UTF-8": TEXT.encode()[20:] + b"\xff",
    "UTF-8 whose sample ends inside a character": b"x" * 7 + "张".encode() * 22_000,
    "GB 18030 that comes late": b"plain\n" * 30_000 + "张三".encode("gb18030"),
    "ASCII": b"plain",
    "nothing": b"",
    "a hole in front": b"\0" * 300_000 + TEXT.encode(),
    "a hole inside": b"one\n" + b"\0" * 5000 + b"two\n",
    "only a hole": b"\0" * 300_000,
    "a picture": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "a program": b"\x7fELF\x02\x01\x01\0\0",
    "gzip": b"\x1f\x8b\x08\0",
}
SCRIPTS = Path(__file__).parent / "js" / "load.mjs"


def read_in_javascript(path: Path) -> list[str]:
    """Kind and text, by the page's scripts."""
    program = f"""
        import {{ readFileSync }} from "node:fs";
        import {{ errorbook }} from {json.dumps(SCRIPTS.as_uri())};
        const bytes = new Uint8Array(readFileSync({json.dumps(str(path))}));
        const decoder = errorbook.decode.createDecoder();
        const text = decoder.push(bytes) + decoder.end();
        console.log(JSON.stringify([errorbook.decode.findKind(bytes), text]));
    """
    run = ["node", "--input-type=module", "-"]
    ended = subprocess.run(run, input=program, capture_output=True, text=True, check=True)
    kind, text = json.loads(ended.stdout)
    return [kind, text]


@pytest.mark.parametrize("name", FILES)
def test_command_and_page_read_the_same(tmp_path: Path, name: str) -> None:
    file = tmp_path / "file"
    file.write_bytes(FILES[name])
    assert [find_kind(FILES[name]), decode(FILES[name])] == read_in_javascript(file)


@pytest.mark.parametrize("name", ["UTF-8 with a mark", "UTF-16 big-endian", "GB 18030", "a hole in front"])
def test_text_is_read_whole(name: str) -> None:
    assert (find_kind(FILES[name]), decode(FILES[name])) == ("text", TEXT)
