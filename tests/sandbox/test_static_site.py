"""Files served beside the service."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from sandbox import create_app

FILES = {
    "index.html": "<p>首页",
    "404.html": "<p>没有",
    "en/404.html": "<p>none",
    "en/index.html": "<p>home",
    "errors/a b/index.html": "<p>a b",
    "assets/app.js": "1;",
    "assets/app.css": "a{}",
    "errors.json": "{}",
    "book.pdf": "%PDF",
    "noextension": "?",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "site-1"
    for name, text in FILES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret")
    link = tmp_path / "site"
    link.symlink_to(root)
    return link


@pytest.fixture
def site(folder: Path) -> TestClient:
    return TestClient(create_app(site=folder), follow_redirects=False)


@pytest.mark.parametrize(
    ("path", "media_type"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/en/", "text/html; charset=utf-8"),
        ("/errors/a%20b/", "text/html; charset=utf-8"),
        ("/index.html", "text/html; charset=utf-8"),
        ("/assets/app.js", "text/javascript; charset=utf-8"),
        ("/assets/app.css?v=1", "text/css; charset=utf-8"),
        ("/errors.json", "application/json; charset=utf-8"),
        ("/book.pdf", "application/pdf"),
        ("/noextension", "application/octet-stream"),
    ],
)
def test_a_file_is_served_with_its_type(site: TestClient, path: str, media_type: str) -> None:
    answer = site.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (200, media_type)
    name = path.strip("/").partition("?")[0].replace("%20", " ")
    expected = FILES.get(name) or FILES[f"{name}/index.html".lstrip("/")]
    assert answer.content.decode() == expected


def test_a_folder_is_redirected_to_its_own_address(site: TestClient) -> None:
    answer = site.get("/errors/a%20b?x=1")
    assert (answer.status_code, answer.headers["location"]) == (301, "/errors/a%20b/?x=1")


@pytest.mark.parametrize("path", ["//en", "//example.com", "/%2Fexample.com"])
def test_no_redirect_leaves_the_site(site: TestClient, path: str) -> None:
    answer = site.get(f"http://testserver{path}")
    assert not answer.headers.get("location", "").startswith("//")


@pytest.mark.parametrize(
    ("path", "text"), [("/no", "<p>没有"), ("/no/such", "<p>没有"), ("/en/no/such", "<p>none")]
)
def test_a_missing_file_has_the_page_of_its_language(site: TestClient, path: str, text: str) -> None:
    answer = site.get(path)
    assert (answer.status_code, answer.content.decode()) == (404, text)


def test_a_site_without_such_a_page_still_answers(tmp_path: Path) -> None:
    answer = TestClient(create_app(site=tmp_path)).get("/no")
    assert (answer.status_code, answer.headers["content-type"]) == (404, "text/plain; charset=utf-8")


def test_head_is_get_without_its_body(site: TestClient) -> None:
    answer, whole = site.head("/"), site.get("/")
    assert answer.content == b""
    assert dict(answer.headers) == dict(whole.headers)


@pytest.mark.parametrize("path", ["/", "/no", "/assets/app.js", "/en"])
def test_every_file_carries_the_policy(site: TestClient, path: str) -> None:
    headers = site.get(path).headers
    policy = headers["content-security-policy"].split("; ")
    assert policy[:3] == ["default-src 'none'", "script-src 'self'", "style-src 'self'"]
    assert {"base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"} <= set(policy)
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "access-control-allow-origin" not in headers


def test_pages_may_call_the_origins_that_are_named(folder: Path) -> None:
    app = create_app(site=folder, connect_src=("https://a.example.com", "http://b.example.com:81"))
    policy = TestClient(app).get("/").headers["content-security-policy"].split("; ")
    assert "connect-src 'self' https://a.example.com http://b.example.com:81" in policy


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/assets/..%2f..%2f..%2fsecret.txt",
        "/en/%2e%2e/%2e%2e/secret.txt",
        "/%00",
        "/" + "a" * 5000,
        "/%ff%fe",
        "/link.txt",
        "//etc/passwd",
        "/%2Fetc%2Fpasswd",
    ],
)
def test_nothing_outside_the_folder_is_served(site: TestClient, folder: Path, path: str) -> None:
    (folder / "link.txt").symlink_to(folder.parent / "secret.txt")
    answer = site.get(f"http://testserver{path}")
    assert answer.status_code == 404
    assert "secret" not in answer.text


def test_the_folder_may_be_swapped_while_it_is_served(site: TestClient, folder: Path) -> None:
    assert site.get("/en/").content == b"<p>home"
    shutil.copytree(folder.parent / "site-1", folder.parent / "site-2")
    (folder.parent / "site-2" / "en" / "index.html").write_text("<p>new home")
    new = folder.parent / "site.new"
    new.symlink_to(folder.parent / "site-2")
    new.replace(folder)
    shutil.rmtree(folder.parent / "site-1")
    assert site.get("/en/").content == b"<p>new home"


@pytest.mark.parametrize(
    "path", ["/easemob-demo/open/users", "/EASEMOB-DEMO/", "/management/x", "/_sandbox/x"]
)
def test_the_service_goes_before_the_site(site: TestClient, folder: Path, path: str) -> None:
    shadow = folder / path.strip("/") / "index.html"
    shadow.parent.mkdir(parents=True)
    shadow.write_text("shadow")
    assert_is_of_the_service(site.get(path))


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_files_are_only_read(site: TestClient, method: str) -> None:
    assert_is_of_the_service(site.request(method, "/errors.json"))


def test_an_organization_made_later_goes_before_the_site_too(site: TestClient) -> None:
    assert site.get("/en/open/users").status_code == 404
    site.post("/_sandbox/organizations", json={"name": "en", "generation": "REST2"})
    assert_is_of_the_service(site.get("/en/open/users"))


def assert_is_of_the_service(answer: Response) -> None:
    assert answer.headers["content-type"] == "application/json"
    assert "error" in answer.json()
