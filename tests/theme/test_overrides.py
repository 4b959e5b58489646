"""What we override of the theme is still what the theme has, and holds no inline script or style."""

from __future__ import annotations

import hashlib
import re
from importlib.resources import files
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
OURS = ROOT / "docs" / "theme"
UPSTREAM = Path(str(files("material"))) / "templates"

RECORDED = {
    "404.html": "80c93494b5432b1bcdf292caeb67a0653c45b37372f49e08ad4a70ca695a7495",
    "base.html": "8536d352b0093623df9e0032894f321cbe264b15a9b48cdd962583772455dadb",
    "main.html": "9948b55a7bc979c35825df99baba9e6971fca4eb298dea3cdde61e990a2de5e0",
    "partials/alternate.html": "572b1d4dae611aa5fd65107edec95e44331b6141abf86834ea4dc6c1ddd7241b",
    "partials/header.html": "8cf3fb15bcf969ff596649616fd99366b3c31c08d57a86d05308efc16d8fa75f",
    "partials/javascripts/base.html": "d6113712bc4deb30b4bd810ee0dfc28b6f04d2f88cc0016c0f1766eac7b762b6",
    "partials/javascripts/content.html": "3722e156f0f6339de39fbbfc178b6e401d1a4fb890f189ac5b80c2504bda7dcf",
    "partials/javascripts/palette.html": "8790389765ea6036effddba548b15093bb05bdc75624eaeaf8b13f3c24be4ab5",
    "partials/search.html": "bfd556535abcddb99396ab2a7e3acc2ebcd3f36756007d3969396caa4126be30",
    "partials/tabs-item.html": "52fe1f551aa2dbfc9e15a19718a4cadd1f1e728d567ca21fea493ebfccaf3fe2",
    "partials/toc.html": "fde48f583563364b0e0e6865a5ab1e7060ec1826161f69f5cbee653e621b0f84",
}
"""SHA-256 of upstream's text when it was last compared with ours. base.html has the blocks that we fill."""

INLINE = re.compile(r"<script(?![^>]*\bsrc=)|<style|\bstyle=|\bon[a-z]+=|javascript:", re.IGNORECASE)


def read_overrides() -> set[str]:
    names = {path.relative_to(OURS).as_posix() for path in OURS.rglob("*.html")}
    return {name for name in names if (UPSTREAM / name).exists()}


def test_every_override_has_a_recorded_upstream() -> None:
    assert read_overrides() | {"base.html"} == set(RECORDED)


@pytest.mark.parametrize("name", sorted(RECORDED))
def test_upstream_is_what_the_override_was_written_against(name: str) -> None:
    digest = hashlib.sha256((UPSTREAM / name).read_bytes()).hexdigest()
    assert digest == RECORDED[name], (
        f"mkdocs-material changed {name}. Compare {UPSTREAM / name} with the old release, carry over what "
        f"matters to docs/theme/{name}, look at the site, and record {digest} here."
    )


@pytest.mark.parametrize("name", sorted(read_overrides()))
def test_an_override_begins_with_the_reason_for_it(name: str) -> None:
    assert re.match(r"\{#- .*?\bWhy\b: .+?-#\}", (OURS / name).read_text(encoding="utf-8"), re.DOTALL)


@pytest.mark.parametrize("path", sorted(OURS.rglob("*.html")), ids=lambda path: str(path.relative_to(OURS)))
def test_no_layout_holds_what_the_content_security_policy_refuses(path: Path) -> None:
    assert not INLINE.search(path.read_text(encoding="utf-8"))


def test_every_script_that_upstream_has_inline_is_moved_or_never_rendered() -> None:
    """These features alone would print the inline scripts that are not overridden."""
    inline = {path.name for path in (UPSTREAM / "partials" / "javascripts").glob("*.html")}
    overridden = {Path(name).name for name in read_overrides() if "/javascripts/" in name}
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert inline - overridden == {"announce.html", "consent.html", "outdated.html"}
    assert not re.search(r"announce\.dismiss|^  (consent|version|analytics):", config, re.MULTILINE)


def test_chinese_words_mend_only_what_upstream_has() -> None:
    words = re.compile(r'^  "([a-z.]+)":', re.MULTILINE)
    upstream = (UPSTREAM / "partials" / "languages" / "en.html").read_text(encoding="utf-8")
    ours = (OURS / "partials" / "languages" / "zh-Hans.html").read_text(encoding="utf-8")
    assert set(words.findall(ours)) <= set(words.findall(upstream))
    assert '"language": "zh-Hans"' in ours
