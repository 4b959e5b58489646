"""What a server has to send with every file of the site."""

from __future__ import annotations

from errorbook.pages.press import Press
from errorbook.views.records import Book

_POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'none'",
}


def render_headers(book: Book) -> str:
    """The headers as text to copy; the origins of the settings are among what may be called."""
    origins = book.run_kit.connect_src if book.run_kit else ()
    policy = _POLICY | {"connect-src": " ".join((_POLICY["connect-src"], *origins))}
    headers = {
        "Content-Security-Policy": "; ".join(f"{name} {sources}" for name, sources in policy.items()),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
    }
    return Press(book).render("headers.html.j2", "about/", headers=headers)
