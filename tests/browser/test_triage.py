"""Counting a log's errors in the page: files chosen or dropped, the table, its export, refusals."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from errorbook.model import Catalog
from errorbook.template import fill

MEGABYTE = 1 << 20
IDS = ("username-taken", "token-expired", "group-member-not-found", "password-required")
VALUES = {"application": "4d7e4ba0-dc4a-11e3-90d5-e1ffbaacdaf5", "username": "张三", "value": "dddd"}


@pytest.fixture
def context(chromium: Browser, site_url: str) -> Iterator[BrowserContext]:
    context = chromium.new_context(base_url=site_url, viewport={"width": 1280, "height": 900})
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """The Chinese home page under the policy of a public server; complaints of the browser fail the test."""
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    open_home(page)
    yield page
    assert complaints == []


def open_home(page: Page, address: str = "") -> None:
    page.on("filechooser", lambda _: None)  # before any is asked for, or the browser may open its own
    page.goto(address)
    page.wait_for_selector("error-explorer[data-ready]")


def choose(page: Page, *files: Path) -> None:
    with page.expect_file_chooser() as chooser:
        page.click("[data-part=choose]")
    chooser.value.set_files(files)


def wait_for_report(page: Page) -> None:
    page.wait_for_selector("[data-part=report]", state="visible", timeout=120_000)


def told(page: Page) -> str:
    return page.inner_text("[data-part=told]")


def counted(page: Page) -> dict[str | None, tuple[int, str, str]]:
    """Count, first and last time by the id of the error."""
    found = {}
    for row in page.locator("[data-counted]").all():
        count, _, _, first, last = row.locator("td").all_inner_texts()
        found[row.get_attribute("data-counted")] = (int(count.replace(",", "")), first, last)
    return found


def body_of(catalog: Catalog, error_id: str, moment: int) -> str:
    error = next(error for error in catalog.errors if error.id == error_id)
    template = error.descriptions[0]
    described = fill(template, {name: VALUES.get(name, "x1") for name in template.names})
    body = {"error": error.error, "timestamp": moment, "duration": 0, "error_description": described}
    return json.dumps(body, ensure_ascii=False)


def write_log(path: Path, catalog: Catalog, size: int) -> dict[str | None, tuple[int, str, str]]:
    """A log of about that many bytes in which one of eight lines is an error; what must be counted in it."""
    times: dict[str, list[str]] = {error: [] for error in IDS}
    start = datetime(2026, 11, 1, tzinfo=UTC)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for number in range(size * 8 // 860):
            time = f"{start + timedelta(seconds=number):%Y-%m-%d %H:%M:%S},{number % 1000:03}"
            if number % 8:
                file.write(
                    f"{time} INFO [http-{number % 20}] c.e.UserService - 用户 u{number} finished GET /users\n"
                )
                continue
            error = IDS[number // 8 % 7 % len(IDS)]
            file.write(
                f"{time} ERROR 请求失败: {body_of(catalog, error, number)}\n\tat c.e.Client.run(A.java:4)\n"
            )
            times[error].append(time)
    return {error: (len(found), found[0], found[-1]) for error, found in times.items()}


def test_log_is_counted_with_times_and_links(page: Page, catalog: Catalog, tmp_path: Path) -> None:
    wanted = write_log(tmp_path / "app.log", catalog, 2 * MEGABYTE)
    choose(page, tmp_path / "app.log")
    wait_for_report(page)
    assert counted(page) == wanted
    counts = [count for count, _, _ in counted(page).values()]
    assert counts == sorted(counts, reverse=True)
    assert f"共 {sum(counts):,} 次错误，分属 {len(wanted)} 种" in told(page)
    assert page.evaluate("location.search + location.hash") == ""
    page.click("[data-counted='username-taken'] a")
    page.wait_for_url("**/errors/username-taken/")


def test_result_is_announced_and_there_after_the_way_back(
    page: Page, catalog: Catalog, tmp_path: Path
) -> None:
    wanted = write_log(tmp_path / "app.log", catalog, MEGABYTE // 8)
    choose(page, tmp_path / "app.log")
    wait_for_report(page)
    expect(page.get_by_role("status").filter(has_text="app.log")).to_have_count(1)
    page.evaluate("""() => {
        const old = document.querySelector("error-explorer");
        const fresh = document.importNode(old, true);
        fresh.querySelector("[data-part=rows]").replaceChildren();
        fresh.querySelector("[data-part=report]").hidden = true;
        old.replaceWith(fresh);
    }""")
    wait_for_report(page)
    assert counted(page) == wanted
    page.click("[data-part=close]")
    expect(page.locator("[data-part=report]")).to_be_hidden()
    expect(page.locator("[data-part=choose]")).to_be_focused()


@pytest.mark.long
def test_a_log_of_full_size_is_counted(
    page: Page, catalog: Catalog, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    """The figures are told, not judged: they are the machine's."""
    wanted = write_log(tmp_path / "app.log", catalog, 45 * MEGABYTE)
    page.evaluate(
        """() => {
            globalThis.longTasks = [0];
            const note = (list) => longTasks.push(...list.getEntries().map((entry) => entry.duration));
            new PerformanceObserver(note).observe({ type: "longtask" });
        }"""
    )
    started = page.evaluate("performance.now()")
    choose(page, tmp_path / "app.log")
    wait_for_report(page)
    seconds = (page.evaluate("performance.now()") - started) / 1000
    assert counted(page) == wanted
    size = (tmp_path / "app.log").stat().st_size
    assert 40 * MEGABYTE < size <= 50 * MEGABYTE
    record_property("MB of log a second", round(size / 1e6 / seconds))
    record_property("ms of the longest task meanwhile", round(max(page.evaluate("longTasks"))))


def test_reading_can_be_stopped_and_started_anew(page: Page, catalog: Catalog, tmp_path: Path) -> None:
    write_log(tmp_path / "long.log", catalog, 20 * MEGABYTE)
    page.evaluate(
        """() => {
            const progress = document.querySelector("[data-part=progress]");
            const cancel = document.querySelector("[data-part=cancel]");
            const watch = () => (progress.value > 0 ? cancel.click() : requestAnimationFrame(watch));
            watch();
        }"""
    )
    choose(page, tmp_path / "long.log")
    expect(page.locator("[data-part=told]")).to_have_text("已取消读取 long.log。")
    expect(page.locator("[data-part=working]")).to_be_hidden()
    assert page.evaluate("document.querySelector('[data-part=progress]').value") < 1
    expect(page.locator("[data-part=choose]")).to_be_focused()
    wanted = write_log(tmp_path / "short.log", catalog, MEGABYTE // 8)
    choose(page, tmp_path / "short.log")
    wait_for_report(page)
    assert counted(page) == wanted


def test_who_left_while_it_was_read_is_told_that_it_was_cancelled(
    page: Page, catalog: Catalog, tmp_path: Path
) -> None:
    write_log(tmp_path / "long.log", catalog, 20 * MEGABYTE)
    choose(page, tmp_path / "long.log")
    page.evaluate("""() => {
        const old = document.querySelector("error-explorer");
        const fresh = document.importNode(old, true);
        fresh.querySelector("[data-part=told]").textContent = "";
        fresh.querySelector("[data-part=working]").hidden = true;
        old.replaceWith(fresh);
    }""")
    expect(page.locator("[data-part=told]")).to_have_text("已取消读取 long.log。")
    expect(page.locator("[data-part=working]")).to_be_hidden()
    wanted = write_log(tmp_path / "short.log", catalog, MEGABYTE // 8)
    choose(page, tmp_path / "short.log")
    wait_for_report(page)
    assert counted(page) == wanted


def test_a_har_that_breaks_off_is_told(page: Page, catalog: Catalog) -> None:
    drop(page, {"a.har": write_har(catalog, "2026-11-22T10:11:12.345+08:00")[:-30]})
    wait_for_report(page)
    assert "读取 2 个请求" in told(page)
    assert "a.har 在末尾处中断" in told(page)


def test_files_chosen_together_make_one_report(page: Page, catalog: Catalog, tmp_path: Path) -> None:
    wanted = write_log(tmp_path / "one.log", catalog, MEGABYTE // 8)
    write_log(tmp_path / "two.log", catalog, MEGABYTE // 8)
    choose(page, tmp_path / "one.log", tmp_path / "two.log")
    wait_for_report(page)
    assert counted(page) == {error: (2 * count, *times) for error, (count, *times) in wanted.items()}
    assert told(page).startswith("one.log、two.log · ")


def test_a_second_file_takes_the_place_of_the_first(page: Page, catalog: Catalog, tmp_path: Path) -> None:
    write_log(tmp_path / "long.log", catalog, 5 * MEGABYTE)
    wanted = write_log(tmp_path / "short.log", catalog, MEGABYTE // 8)
    choose(page, tmp_path / "long.log")
    choose(page, tmp_path / "short.log")
    wait_for_report(page)
    assert counted(page) == wanted
    assert told(page).startswith("short.log")


def write_har(catalog: Catalog, moment: str) -> str:
    """Three requests, all refused for the same reason."""
    body = base64.b64encode(body_of(catalog, "token-expired", 1).encode()).decode()
    entry = {
        "startedDateTime": moment,
        "request": {"method": "GET", "url": "https://a1.easemob.com/org/app/users"},
        "response": {"status": 401, "content": {"text": body, "encoding": "base64"}},
    }
    return json.dumps({"log": {"version": "1.2", "entries": [entry] * 3}})


def test_dropped_har_is_counted_by_its_requests(page: Page, catalog: Catalog) -> None:
    moment = "2026-11-22T10:11:12.345+08:00"
    drop(page, {"a.har": write_har(catalog, moment)})
    wait_for_report(page)
    assert counted(page) == {"token-expired": (3, moment, moment)}
    assert "读取 3 个请求" in told(page)


def test_files_dropped_together_make_one_report(page: Page, catalog: Catalog) -> None:
    early, late = "2026-11-22T10:11:12.345+08:00", "2026-11-22T11:00:00.000+08:00"
    log = f"{late} {body_of(catalog, 'token-expired', 1)}\n{late} {body_of(catalog, 'username-taken', 1)}"
    drop(page, {"a.har": write_har(catalog, early), "app.log": log, "old.zip": "PK\3\4"})
    wait_for_report(page)
    assert counted(page) == {"token-expired": (4, early, late), "username-taken": (1, late, late)}
    for words in ("a.har、app.log · 读取 2 行和 3 个请求", "共 5 次错误，分属 2 种", "old.zip 是压缩文件"):
        assert words in told(page)
    markdown = page.get_attribute("[data-part=copy]", "data-copy") or ""
    assert markdown.startswith("# a.har、app.log 中的错误\n")
    assert f"时间：{early} 至 {late}" in markdown
    expect(page.locator("[data-part=download]")).to_have_attribute("download", "a.har+1.md")


def drop(page: Page, files: dict[str, str]) -> None:
    """Texts by their name, on the page's title: it need not be the explorer."""
    page.locator("h1").evaluate(
        """(place, files) => {
            const dataTransfer = new DataTransfer();
            for (const [name, text] of Object.entries(files)) dataTransfer.items.add(new File([text], name));
            const options = { dataTransfer, bubbles: true, cancelable: true };
            for (const kind of ["dragover", "drop"]) {
                if (place.dispatchEvent(new DragEvent(kind, options))) throw new Error(kind);
            }
        }""",
        files,
    )


def test_dragged_text_still_goes_into_the_query(page: Page) -> None:
    refused = page.locator("#explorer-query").evaluate(
        """(query) => {
            const dataTransfer = new DataTransfer();
            dataTransfer.setData("text/plain", "token");
            const options = { dataTransfer, bubbles: true, cancelable: true };
            return ["dragover", "drop"].filter((kind) => !query.dispatchEvent(new DragEvent(kind, options)));
        }"""
    )
    assert refused == []


@pytest.mark.parametrize(("length", "taken"), [(50_000, False), (50_001, True)])
def test_long_paste_is_counted_as_a_log(page: Page, length: int, *, taken: bool) -> None:
    body = '{"error_description":"Unable to authenticate due to corrupt access token"}'
    refused = page.locator("#explorer-query").evaluate(
        """(query, text) => {
            const clipboardData = new DataTransfer();
            clipboardData.setData("text/plain", text);
            return !query.dispatchEvent(
                new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true })
            );
        }""",
        body.rjust(length, "\n"),
    )
    assert refused == taken
    if taken:
        expect(page.locator("[data-part=table] tbody tr")).to_have_count(1)
        expect(page.locator("#explorer-query")).to_have_value("")
        assert told(page).startswith("粘贴的文本 · ")


def test_export_is_markdown_with_published_addresses(
    page: Page, catalog: Catalog, site_url: str, tmp_path: Path
) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site_url)
    wanted = write_log(tmp_path / "app.log", catalog, MEGABYTE // 8)
    choose(page, tmp_path / "app.log")
    wait_for_report(page)
    with page.expect_download() as download:
        page.click("[data-part=download]")
    assert download.value.suggested_filename == "app.log.md"
    text = Path(download.value.path()).read_text(encoding="utf-8")
    root = page.get_attribute("error-explorer", "data-root")
    for error in catalog.errors:
        link = (
            f"| {wanted[error.id][0]} | [{error.title['zh']}]({root}errors/{error.id}/) |"
            if error.id in wanted
            else ""
        )
        assert link in text
    assert text.startswith("# app.log 中的错误\n")
    page.click("[data-part=copy]")
    expect(page.locator(".triage-answer")).to_have_text("已复制")
    assert page.evaluate("navigator.clipboard.readText()") == text


def test_the_matcher_of_the_explorer_counts(page: Page, catalog: Catalog) -> None:
    page.evaluate("delete errorbook.match.createMatcher")
    drop(page, {"a.log": body_of(catalog, "username-taken", 1)})
    wait_for_report(page)
    assert list(counted(page)) == ["username-taken"]


def test_unknown_errors_are_shown_as_text(page: Page) -> None:
    drop(page, {"a.log": json.dumps({"error_description": "<img src=x> nobody has seen"})})
    wait_for_report(page)
    assert page.locator("[data-part=samples] code").all_inner_texts() == ["<img src=x> nobody has seen"]
    assert "没有本手册收录的错误；另有 1 个错误响应本手册未收录" in told(page)
    expect(page.locator("[data-part=table]")).to_be_hidden()


@pytest.mark.parametrize(
    ("content", "answer"),
    [
        (b"", "是空文件"),
        (b"\x1f\x8b\x08\x00", "是压缩文件"),
        (b"\x00\x01\x02", "不是文本"),
        (None, "超过 50 MB"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_cure(
    page: Page, tmp_path: Path, content: bytes | None, answer: str
) -> None:
    file = tmp_path / "app.log"
    with file.open("wb") as handle:
        handle.write(content or b"")
        if content is None:
            handle.truncate(50 * MEGABYTE + 1)
    choose(page, file)
    expect(page.locator("[data-part=told]")).to_contain_text(f"app.log {answer}")
    expect(page.locator("[data-part=cure]")).to_be_visible(visible=content is None)
    expect(page.locator("[data-part=report]")).to_be_hidden()


def test_leaving_the_page_stops_the_reading(page: Page, catalog: Catalog, tmp_path: Path) -> None:
    write_log(tmp_path / "long.log", catalog, 20 * MEGABYTE)
    page.evaluate(
        """() => {
            const panel = document.querySelector("log-triage");
            const progress = panel.querySelector("[data-part=progress]");
            const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
            globalThis.left = (async () => {
                while (progress.value === 0) await frame();
                panel.remove();
                for (let number = 0; number < 3; number += 1) await frame(); // the slice that is on its way
                const before = progress.value;
                for (let number = 0; number < 30; number += 1) await frame();
                return [before, progress.value];
            })();
        }"""
    )
    choose(page, tmp_path / "long.log")
    before, after = page.evaluate("left")
    assert before == after < 1


def test_works_from_the_disk_and_keeps_published_addresses(
    chromium: Browser, site: Path, catalog: Catalog, tmp_path: Path
) -> None:
    wanted = write_log(tmp_path / "app.log", catalog, MEGABYTE // 8)
    page = chromium.new_page()
    open_home(page, (site / "en/index.html").as_uri())
    choose(page, tmp_path / "app.log")
    wait_for_report(page)
    assert counted(page) == wanted
    assert "/en/errors/username-taken/)" in (page.get_attribute("[data-part=copy]", "data-copy") or "")
    actions = page.locator("copy-permalink.triage-actions :is(button, a)")
    assert len(set(actions.evaluate_all("all => all.map((one) => one.offsetHeight)"))) == 1
    page.close()


def test_nothing_is_offered_without_scripts(chromium: Browser, site_url: str) -> None:
    context = chromium.new_context(java_script_enabled=False, base_url=site_url)
    page = context.new_page()
    page.goto("")
    expect(page.locator("log-triage")).to_be_hidden()
    context.close()


def test_missing_scripts_are_told(context: BrowserContext, catalog: Catalog, tmp_path: Path) -> None:
    write_log(tmp_path / "app.log", catalog, MEGABYTE // 8)
    page = context.new_page()
    open_home(page)
    context.route("**/explorer-triage.js", lambda route: route.abort())
    choose(page, tmp_path / "app.log")
    expect(page.locator("[data-part=told]")).to_contain_text("没有加载成功")
    context.unroute("**/explorer-triage.js")
    choose(page, tmp_path / "app.log")
    wait_for_report(page)


@pytest.mark.parametrize("name", ["app.log", f"{'endless' * 30}.log"])
def test_report_is_not_wider_than_a_small_phone(
    page: Page, catalog: Catalog, tmp_path: Path, name: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    write_log(tmp_path / name, catalog, MEGABYTE // 8)
    choose(page, tmp_path / name)
    wait_for_report(page)
    edges = page.locator("log-triage *").evaluate_all(
        "all => all.map((one) => one.getBoundingClientRect().right)"
    )
    assert max(edges) <= 320


def test_everything_can_be_reached_by_keyboard(page: Page, catalog: Catalog, tmp_path: Path) -> None:
    write_log(tmp_path / "app.log", catalog, MEGABYTE // 8)
    page.locator("#explorer-query").focus()
    page.keyboard.press("Tab")
    expect(page.locator("[data-part=choose]")).to_be_focused()
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Enter")
    chooser.value.set_files(tmp_path / "app.log")
    wait_for_report(page)
    for place in ["[data-counted] a"] * len(IDS) + [
        "[data-part=copy]",
        "[data-part=download]",
        "[data-part=close]",
    ]:
        page.keyboard.press("Tab")
        assert page.evaluate("place => document.activeElement.matches(place)", place), place
