# ruff: noqa: INP001  # a script, no package
"""How much the explorer weighs and how fast it answers, in headless Chromium, with 300 and 10,000 entries.

A keystroke counts until its result is painted, at a quarter of the machine's speed and a hundred words a
minute. In the same page, on the same words: our search beside MiniSearch's and uFuzzy's, which search words
only. Compare figures of one run.
Usage: python benchmarks/explorer_speed.py [entries ...]
"""

from __future__ import annotations

import functools
import gzip
import http.server
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles

import material
from playwright.sync_api import CDPSession, Page, sync_playwright
from synthetic import resize

from errorbook.build import load_books
from errorbook.explorer import build_index, render_explorer, render_index_script, render_scripts
from errorbook.settings import read_settings
from errorbook.views import Book

ROOT = Path(__file__).parents[1]
ASSETS = ROOT / "docs" / "assets"
PEERS = {
    "minisearch@7.2.0": "dist/umd/index.js",
    "@leeoniya/ufuzzy@1.0.19": "dist/uFuzzy.iife.min.js",
}
SIZES = (300, 10_000)
SLOWER = 4
WORDS = ("username taken", "group does not exist", "token expired", "用户名 密码", "应用 不存在", "usrename")
HOSTILE = 1_000_000
GOALS = {300: "goal 16", 10_000: "goal 50"}


def main() -> None:
    """Print a table for each size."""
    sizes = [int(size) for size in sys.argv[1:]] or SIZES
    books = load_books(read_settings(ROOT / "mkdocs.yml"))
    with sync_playwright() as playwright:
        # A frame as soon as it is ready: waiting for the screen is not the explorer's doing.
        fast = ["--no-sandbox", "--disable-frame-rate-limit", "--disable-gpu-vsync"]
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=fast)
        for size in sizes:
            with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as address:
                write_page(Path(folder), resize(books, size))
                page = browser.new_page()
                measure(page, address, Path(folder), size)
                page.close()
        browser.close()


def measure(page: Page, address: str, folder: Path, size: int) -> None:
    say(f"{size:,} entries")
    say(
        f"  weight, gzip          {weigh(folder) / 1024:7.1f} KB" + (" (goal 60)" if size == SIZES[0] else "")
    )
    page.goto(address)
    page.wait_for_selector("error-explorer[data-ready]", state="attached")
    ready = page.evaluate("bench.readyAt - bench.parsedAt")
    say(f"  ready after the list  {ready:7.1f} ms" + (" (goal 300)" if size == SIZES[1] else ""))
    devtools = page.context.new_cdp_session(page)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    keys = [spent for words in WORDS for spent in type_words(page, words)]
    paste = page.evaluate("bench.spendOn(bench.paste, 30)")
    bare = [float(page.evaluate("bench.showBare()")) for _ in keys]
    say(f"  bare key, {SLOWER}x         {p95(bare):7.1f} ms p95 (a field without an explorer)")
    say(f"  key to paint, {SLOWER}x     {median(keys):7.1f} ms median")
    say(f"  key to paint, {SLOWER}x     {p95(keys):7.1f} ms p95 ({GOALS.get(size, 'no goal')})")
    say(f"  a pasted answer, {SLOWER}x  {p95(paste):7.1f} ms p95")
    compare_words(page)
    normal(devtools)
    for name, spent in page.evaluate(f"bench.hostile({HOSTILE})").items():
        say(f"  1 MB, {name:<15} {spent:7.1f} ms at the longest (goal 100)")


def type_words(page: Page, words: str) -> list[float]:
    """Milliseconds from each key to the end of its frame."""
    page.evaluate("bench.clear()")
    return [float(page.evaluate("text => bench.show(text)", words[:end])) for end in range(1, len(words) + 1)]


def compare_words(page: Page) -> None:
    """Only the search itself, at the same reduced speed: without the list, marks and the address."""
    found = page.evaluate("words => bench.searchWords(words)", list(WORDS))
    ours = p95(found["explorer"])
    for name, spent in found.items():
        say(f"  words, {name:<14} {p95(spent):7.2f} ms p95, {p95(spent) / ours:6.2f} of ours")


def normal(devtools: CDPSession) -> None:
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": 1})


def p95(values: list[float]) -> float:
    return quantiles(values, n=20, method="inclusive")[-1]


def weigh(folder: Path) -> int:
    """Bytes of the script and styles that come with the list and of the index, each as a server packs it."""
    names = ("assets/explorer.js", "assets/explorer-index.js", "explorer.css", "triage.css")
    files = [folder / name for name in names]
    return sum(len(gzip.compress(file.read_bytes(), mtime=0)) for file in files)


def write_page(folder: Path, books: tuple[Book, ...]) -> None:
    """The explorer by itself, in the theme's style, without the theme's scripts."""
    fragment = render_explorer(books[0])
    scripts = {
        **dict(render_scripts(ASSETS / "explorer")),
        "explorer-index": render_index_script(build_index(*books)),
    }
    (folder / "assets").mkdir()
    for name, text in scripts.items():
        (folder / "assets" / f"{name}.js").write_text(text, encoding="utf-8")
    (folder / "explorer.html").write_text(fragment, encoding="utf-8")
    searches = [*map(peer, PEERS), Path(__file__).with_suffix(".js")]
    loaded = [Path(shutil.copy(path, folder / path.name)).name for path in searches]
    copies = [shutil.copy(path, folder / path.name).name for path in styles()]
    links = "".join(f'<link rel="stylesheet" href="{name}">' for name in copies)
    tools = "".join(f'<script src="{name}"></script>' for name in loaded)
    article = f'<article class="md-content__inner md-typeset">{fragment}</article>'
    html = f'<!doctype html><meta charset="utf-8">{links}{tools}{article}'
    (folder / "index.html").write_text(html, encoding="utf-8")


def styles() -> list[Path]:
    """The theme's and ours, in the order of the site."""
    theme = Path(material.__file__).parent / "templates" / "assets" / "stylesheets"
    ours = ("theme/tokens.css", "theme/content.css", "explorer/explorer.css", "explorer/triage/triage.css")
    return [*theme.glob("main.*.css"), *(ASSETS / name for name in ours)]


def peer(package: str) -> Path:
    """The script of a search to compare with, installed when it is missing."""
    command = [ROOT / "tools" / "package", package]
    printed = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - ours
    return Path(printed.stdout.strip()) / PEERS[package]


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The folder on a free port."""
    handler = functools.partial(Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Nothing: figures are all there is to read."""


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
