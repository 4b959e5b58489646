"""Run: the printed requests, sent from their page to a sandbox or to an app of the reader's own."""

from __future__ import annotations

import json
import re
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page, Request, Route, expect
from serving import serving
from visits import navigate_instantly

from errorbook.build import sandbox_factory
from errorbook.model import Catalog
from errorbook.settings import Settings
from errorbook.words import read_words

PATIENT = 20_000
"""Milliseconds for several requests on a machine that has much else to do."""

WORDS = read_words("run", "zh")
TAKEN, LEGACY, EXPIRED = "errors/username-taken/", "errors/invalid-credentials/", "errors/token-expired/"
OWN = {"BASE": "https://api.example.com", "ORG": "acme", "APP": "shop", "TOKEN": "YWMt-own"}
MINE, NONE = {"TOKEN": "YWMt-mine"}, dict.fromkeys(OWN, "")
CORS = {"Access-Control-Allow-Origin": "*", "Content-Type": "application/json"}
REFUSED = json.dumps({"error": "forbidden", "error_description": "no"})


@pytest.fixture
def open_site(settings: Settings, site: Path) -> Iterator[Callable[..., str]]:
    """Serves the site with a policy that allows calls to these origins too."""
    with ExitStack() as servers:

        def open_site(*connect_src: str) -> str:
            app = sandbox_factory(settings)(site=site, connect_src=connect_src)
            return servers.enter_context(serving(app))

        yield open_site


@pytest.fixture
def context(chromium: Browser, site_url: str, open_site: Callable[..., str]) -> Iterator[BrowserContext]:
    """A visit of its own. Servers outlive it: they wait for the browser to hang up."""
    del open_site
    context = chromium.new_context(base_url=site_url, viewport={"width": 1280, "height": 900})
    yield context
    context.unroute_all(behavior="ignoreErrors")
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """The browser reports refused calls, which are part of these tests; other complaints fail them."""
    page, errors = context.new_page(), list[str]()

    def note(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text and "connect" not in message.text.lower():
            errors.append(message.text)

    page.on("console", note)
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    assert errors == []


def panel(page: Page, role: str = "fails", case: str = "") -> Locator:
    return page.locator(f'[data-case="{case}"][data-request={role}] run-request')


def press(run: Locator) -> None:
    run.locator(".eb-run__button").click()


def verdict(run: Locator) -> Locator:
    return run.get_by_role("status")


def fill(page: Page, **values: str) -> None:
    fields = page.locator("sample-environment")
    if not fields.locator("details").evaluate("details => details.open"):
        fields.locator("summary").click()
    for name, value in values.items():
        fields.locator(f"[name={name}]").fill(value)


def watch(page: Page, *, methods: str = "GET POST PUT DELETE") -> list[str]:
    """The calls of the API that leave the page, as they do."""
    calls: list[str] = []

    def note(request: Request) -> None:
        path = urlsplit(request.url).path
        if path.startswith(("/easemob-demo/", "/usergrid-demo/", "/acme/")) and request.method in methods:
            calls.append(f"{request.method} {request.url}")

    page.on("request", note)
    return calls


@pytest.mark.long
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_case_fails_as_documented_and_is_mended(page: Page, catalog: Catalog, language: str) -> None:
    words = read_words("run", "en" if language == "en" else "zh")
    wanted = {"fails": words["documented"], "fixed": words["succeeded"]}
    for error, case, _ in catalog.runs():
        page.goto(f"{'en/' if language == 'en' else ''}errors/{error.id}/")
        for role, text in wanted.items():
            run = panel(page, role, case.case)
            press(run)
            expect(verdict(run), f"{error.id} {case.case} {role}").to_have_text(text, timeout=PATIENT)


def test_nothing_is_sent_before_the_press(page: Page) -> None:
    calls = watch(page)
    page.goto(TAKEN)
    fill(page, **OWN)
    fill(page, **NONE)
    expect(panel(page).locator(".eb-run__where")).to_contain_text(page.url.removesuffix(f"/{TAKEN}"))
    page.wait_for_load_state("networkidle")
    assert calls == []
    panel(page).get_by_role("button", name="运行：出错的请求").press("Enter")
    expect(verdict(panel(page))).to_have_text(WORDS["documented"])
    assert [call.rpartition("/")[2] for call in calls] == ["token", "users", "users"]


def test_pressing_again_makes_a_scene_of_its_own(page: Page) -> None:
    page.goto(TAKEN)
    for role, text in (("fails", WORDS["documented"]), ("fixed", WORDS["succeeded"])):
        bodies = set[str]()
        for _ in range(2):
            press(panel(page, role))
            expect(verdict(panel(page, role))).to_have_text(text)
            bodies.add(panel(page, role).locator(".eb-run__body").inner_text())
        assert len(bodies) == 2


def test_answer_is_shown_with_status_time_and_body_as_text(page: Page) -> None:
    page.goto(TAKEN)
    body = '{"error":"<img src=x>","n":1}'
    page.route("**/easemob-demo/open/token", lambda route: route.fulfill(status=500, body=body))
    press(panel(page))
    expect(verdict(panel(page))).to_have_text(WORDS["login_failed"])
    answer = panel(page).locator(".eb-run__answer")
    expect(answer.locator(".eb-badge")).to_have_text("500")
    expect(answer).to_contain_text(re.compile(r"\d+ 毫秒"))
    assert answer.locator("pre").inner_text() == '{\n  "error": "<img src=x>",\n  "n": 1\n}'
    assert panel(page).locator("img").count() == 0


def test_other_answer_is_told_piece_by_piece(page: Page) -> None:
    page.goto("errors/resource-not-found/")
    page.route("**/users/no-such-user", lambda route: route.fulfill(status=403, body=REFUSED))
    press(panel(page))
    expect(verdict(panel(page))).to_have_text(WORDS["differs"])
    differences = panel(page).locator(".eb-run__differences li").all_inner_texts()
    assert differences == [
        "状态码：应为 404，实际为 403",
        "error：应为 service_resource_not_found，实际为 forbidden",
        "error_description：应为 Service resource not found，实际为 no",
    ]


def test_setup_that_fails_ends_the_run(page: Page) -> None:
    page.goto(TAKEN)
    calls = watch(page)
    page.route("**/easemob-demo/open/users", lambda route: route.fulfill(status=503, body="busy"))
    press(panel(page))
    expect(verdict(panel(page))).to_have_text(WORDS["given_failed"].replace("{title}", "用户已注册"))
    assert len(calls) == 2


def test_value_that_an_answer_lacks_ends_the_run(page: Page) -> None:
    page.goto("errors/group-member-not-found/")
    page.route("**/chatgroups", lambda route: route.fulfill(status=200, body='{"data":{}}'))
    press(panel(page))
    expect(verdict(panel(page))).to_have_text(WORDS["value_missing"])


def test_own_app_is_told_all_before_the_press_and_gets_just_that(
    context: BrowserContext, page: Page, open_site: Callable[..., str]
) -> None:
    sent = list[Request]()

    def answer(route: Route) -> None:
        sent.append(route.request)
        route.fulfill(status=200 if len(sent) == 1 else 403, body=REFUSED, headers=CORS)

    context.route(f"{OWN['BASE']}/**", answer)
    page.goto(open_site(OWN["BASE"]) + TAKEN)
    fill(page, **OWN)
    told = panel(page).locator(".eb-run__steps li").all_inner_texts()
    note = panel(page).locator(".eb-run__note").inner_text()
    assert told == ["POST https://api.example.com/acme/shop/users"] * 2
    assert sent == []
    press(panel(page))
    expect(verdict(panel(page))).to_have_text(WORDS["differs"])
    assert [f"{request.method} {request.url}" for request in sent] == told
    assert {request.headers["authorization"] for request in sent} == {"Bearer YWMt-own"}
    assert all(json.loads(request.post_data or "")["username"] in note for request in sent)
    assert "sandbox-secret" not in "".join(request.post_data or "" for request in sent)


@pytest.mark.parametrize("missing", ["ORG", "APP", "TOKEN"])
def test_own_app_needs_all_fields(page: Page, missing: str) -> None:
    page.goto(TAKEN)
    fill(page, **OWN | {missing: ""})
    expect(panel(page).locator(".eb-run__note")).to_have_text(WORDS["missing"].replace("{fields}", missing))
    expect(panel(page).locator(".eb-run__button")).to_be_hidden()
    expect(panel(page).locator(".eb-run__curl")).to_be_visible()
    fill(page, **OWN)
    expect(panel(page).locator(".eb-run__button")).to_be_visible()


def test_address_without_scheme_is_refused(page: Page) -> None:
    page.goto(TAKEN)
    fill(page, **OWN | {"BASE": "localhost:8080"})
    expect(panel(page).locator(".eb-run__note")).to_have_text(WORDS["address"])


def test_own_app_is_never_asked_for_a_secret(page: Page) -> None:
    page.goto(EXPIRED)
    fill(page, **OWN)
    expect(panel(page).locator(".eb-run__note")).to_have_text(WORDS["secret"])
    expect(panel(page).locator(".eb-run__button")).to_be_hidden()


def test_own_app_is_told_that_old_errors_do_not_come(page: Page) -> None:
    page.goto(LEGACY)
    expect(panel(page)).not_to_contain_text(WORDS["legacy"])
    fill(page, **OWN)
    expect(panel(page)).to_contain_text(WORDS["legacy"])


def test_token_of_ones_own_is_used_in_the_sandbox(page: Page) -> None:
    page.goto(TAKEN)
    fill(page, **MINE)
    calls = watch(page)
    press(panel(page))
    expect(panel(page)).to_contain_text(WORDS["token_of_yours"])
    assert [call.rpartition("/")[2] for call in calls] == ["users"]


def test_sandbox_elsewhere_is_one_too(page: Page, open_site: Callable[..., str], site_url: str) -> None:
    elsewhere = site_url.rstrip("/")
    page.goto(open_site(elsewhere) + TAKEN)
    fill(page, BASE=elsewhere)
    with page.expect_request(f"{elsewhere}/**"):
        press(panel(page))
    expect(verdict(panel(page))).to_have_text(WORDS["documented"])


class Closed(BaseHTTPRequestHandler):
    """A server that lets no page of another origin read."""

    def do_GET(self) -> None:
        self.send_response(404)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def closed_url() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Closed)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def refusal(tab: Page, word: str, **values: str) -> None:
    """Press, and expect this sentence and the offer of curl."""
    press(panel(tab))
    text = WORDS[word]
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", value)
    expect(verdict(panel(tab))).to_have_text(text, timeout=PATIENT)
    panel(tab).locator(".eb-run__curl").click()
    expect(tab.locator("[data-request=fails] input[value=curl]")).to_be_focused()
    expect(tab.locator("[data-request=fails] code[data-sample=curl]")).to_be_visible()


def test_policy_that_forbids_is_named(page: Page) -> None:
    page.goto(TAKEN)
    page.locator("[data-request=fails] input[value=python]").check()
    fill(page, **OWN)
    refusal(page, "csp", directive="connect-src", origin=OWN["BASE"])


def test_service_that_lets_no_page_read_is_named(
    page: Page, open_site: Callable[..., str], closed_url: str
) -> None:
    own = open_site(closed_url)
    page.goto(own + TAKEN)
    fill(page, BASE=closed_url)
    refusal(page, "cors", origin=closed_url, page=own.rstrip("/"))


def test_service_that_is_not_there_is_told(page: Page, open_site: Callable[..., str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        nobody = f"http://127.0.0.1:{taken.getsockname()[1]}"
        page.goto(open_site(nobody) + TAKEN)
        fill(page, BASE=nobody)
        refusal(page, "unreachable", origin=nobody)


def test_missing_network_is_told(context: BrowserContext, page: Page) -> None:
    page.goto(TAKEN)
    page.wait_for_load_state("networkidle")
    context.set_offline(True)
    refusal(page, "offline")


def test_plain_address_from_a_secure_page_is_told(context: BrowserContext, page: Page, site_url: str) -> None:
    serve_securely(context, site_url)
    page.goto(f"https://docs.example.com/{TAKEN}")
    fill(page, **OWN | {"BASE": "http://api.example.com"})
    refusal(page, "mixed", origin="http://api.example.com")


def test_network_that_the_browser_keeps_closed_is_told(
    context: BrowserContext, page: Page, site_url: str
) -> None:
    """Without a reader to ask, Chromium denies a page from the web the reader's own machine."""
    serve_securely(context, site_url)
    page.goto(f"https://docs.example.com/{TAKEN}")
    fill(page, BASE=site_url)
    refusal(page, "network_denied", origin=site_url.rstrip("/"))


def test_permission_that_was_never_given_is_told(context: BrowserContext, page: Page, site_url: str) -> None:
    serve_securely(context, site_url)
    context.add_init_script("navigator.permissions.query = async ({ name }) => ({ name, state: 'prompt' })")
    page.goto(f"https://docs.example.com/{TAKEN}")
    fill(page, BASE=site_url)
    refusal(page, "network_prompt", origin=site_url.rstrip("/"))


def serve_securely(context: BrowserContext, site_url: str) -> None:
    """The site as if it stood on the web, without a policy."""

    def serve(route: Route) -> None:
        answer = route.fetch(url=site_url.rstrip("/") + urlsplit(route.request.url).path)
        kept = {name: text for name, text in answer.headers.items() if name != "content-security-policy"}
        route.fulfill(response=answer, headers=kept)

    context.route("https://docs.example.com/**", serve)


def test_site_without_a_sandbox_says_so(page: Page) -> None:
    page.goto(TAKEN)
    page.route("**/easemob-demo/**", lambda route: route.fulfill(status=405, body="<h1>Not allowed"))
    press(panel(page))
    expect(verdict(panel(page))).to_have_text(WORDS["login_failed"])
    expect(panel(page)).to_contain_text("make sandbox")


@pytest.fixture
def waiting(page: Page) -> Page:
    """A page with a run whose answer does not come; the clock stands."""
    page.clock.install()
    page.goto(TAKEN)
    page.route("**/easemob-demo/open/token", lambda _: None)
    with page.expect_request("**/open/token"):
        press(panel(page))
    expect(verdict(panel(page))).to_have_text(WORDS["running"])
    return page


def test_run_can_be_stopped(waiting: Page) -> None:
    press(panel(waiting))
    expect(verdict(panel(waiting))).to_have_text(WORDS["stopped"])
    expect(panel(waiting).get_by_role("button", name="运行：出错的请求")).to_be_focused()


def test_run_ends_when_no_answer_comes(waiting: Page) -> None:
    waiting.clock.run_for(15_000)
    expect(verdict(panel(waiting))).to_have_text(WORDS["timeout"].replace("{seconds}", "15"))


def test_another_run_ends_the_first(waiting: Page) -> None:
    press(panel(waiting, "fixed"))
    expect(verdict(panel(waiting))).to_have_text(WORDS["stopped"])
    expect(verdict(panel(waiting, "fixed"))).to_have_text(WORDS["running"])


def test_run_ends_when_the_reader_leaves(context: BrowserContext, waiting: Page) -> None:
    with waiting.expect_event("requestfailed", lambda request: request.url.endswith("/token")):
        waiting.locator("[data-request=fails]").first.evaluate("section => section.remove()")
    assert context.pages == [waiting]


def test_it_works_after_instant_navigation(context: BrowserContext, page: Page) -> None:
    navigate_instantly(context)
    page.goto(TAKEN)
    page.wait_for_load_state("networkidle")
    page.evaluate("window.stayed = true")
    page.locator(".eb-path a").nth(1).click()
    page.locator('.eb-entry a[href$="token-corrupt/"]').click()
    page.wait_for_url("**/errors/token-corrupt/")
    press(panel(page))
    expect(verdict(panel(page))).to_have_text(WORDS["documented"])
    assert page.evaluate("window.stayed")


@pytest.mark.parametrize("end", ["?x=1", "#x", "/?"])
def test_address_with_more_than_a_path_is_refused(page: Page, site_url: str, end: str) -> None:
    page.goto(TAKEN)
    fill(page, BASE=site_url.rstrip("/") + end)
    expect(panel(page).locator(".eb-run__note")).to_have_text(WORDS["address_end"])
    expect(panel(page).locator(".eb-run__button")).to_be_hidden()


def test_names_are_told_where_the_sample_shows_another(page: Page) -> None:
    page.goto(TAKEN)
    names = panel(page).locator(".eb-run__names")
    expect(panel(page).locator(".eb-run__button")).to_be_visible()
    expect(names).to_be_hidden()
    page.goto("about:blank")
    page.goto(f"{TAKEN}#v=username:bob")
    expect(names).to_be_visible()
    told = names.inner_text()
    with page.expect_request("**/open/users") as sent:
        press(panel(page))
    assert json.loads(sent.value.post_data or "")["username"] in told


def test_answer_that_scrolls_has_a_name(page: Page) -> None:
    page.goto(TAKEN)
    press(panel(page))
    expect(panel(page).get_by_role("group", name=WORDS["answer"])).to_be_visible(timeout=PATIENT)


def test_from_disk_it_says_that_it_cannot(page: Page, site: Path) -> None:
    page.goto((site / TAKEN / "index.html").as_uri())
    expect(panel(page).locator(".eb-run__note")).to_have_text(WORDS["disk"])
    expect(panel(page).locator(".eb-run__button")).to_be_hidden()
    expect(panel(page).locator(".eb-run__curl")).to_be_visible()


def test_there_is_nothing_of_it_without_scripts(chromium: Browser, site_url: str) -> None:
    context = chromium.new_context(java_script_enabled=False, base_url=site_url)
    page = context.new_page()
    page.goto(TAKEN)
    assert page.locator("run-request").count() == 2
    expect(page.locator("run-request:visible")).to_have_count(0)
    context.close()


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_it_fits_its_card(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(TAKEN)
    fill(page, **OWN | {"BASE": f"https://{'a-rather-long-host-name' * 2}.example.com"})
    assert page.evaluate("document.documentElement.scrollWidth") == width
    fill(page, **NONE)
    press(panel(page))
    expect(panel(page).locator(".eb-run__answer")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == width
