"""What wraps every answer of the cockpit: security headers, the language of the page, texts and icon of our own."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Awaitable, Callable, MutableMapping
from importlib.resources import files
from typing import Any
from urllib.parse import parse_qs

from ea_cockpit.i18n import LANGS, Lang

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Asgi = Callable[[Scope, Receive, Send], Awaitable[None]]
Headers = list[tuple[bytes, bytes]]

LOCALES: dict[Lang, str] = {"de": "de-CH", "en": "en"}
# Answers of these paths are passed on as they are, HTML (a downloaded map) included.
NOT_PAGES = ("/media/", "/static/", "/component/", "/_stcore/", "/ea/")
# They describe the page of Streamlit, not ours.
REPLACED = {b"content-length", b"content-encoding", b"etag", b"last-modified", b"vary", b"accept-ranges"}
_INLINE = re.compile(r"<script>(.*?)</script>", re.S)


def index_page() -> str:
    """Streamlit's own page, into which everything else is loaded."""
    return (files("streamlit") / "static" / "index.html").read_text(encoding="utf-8")


def content_policy(index: str) -> str:
    """What a page may load: from this server only, and of inline scripts only the ones Streamlit brings."""
    digests = (hashlib.sha256(script.encode()).digest() for script in _INLINE.findall(index))
    allowed = " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' blob: 'wasm-unsafe-eval' {allowed}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self' ws: wss:",
            "worker-src 'self' blob:",
            "frame-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'self'",
        )
    )


def localised(index: str, lang: Lang) -> bytes:
    """The page with its language, our icon and the texts Streamlit has in English only."""
    page = index.replace('<html lang="en">', f'<html lang="{LOCALES[lang]}">', 1)
    page = page.replace('href="./favicon.png"', 'type="image/svg+xml" href="./ea/favicon.svg"', 1)
    page = page.replace("<title>Streamlit</title>", "<title>EA-Cockpit</title>", 1)
    return page.replace("</head>", '<script type="module" src="./ea/shell.js"></script></head>', 1).encode()


class WebShell:
    """Pure ASGI, because Starlette's own middleware class would hold back streams."""

    def __init__(self, app: Asgi, lang: Lang = "de", base_path: str = "") -> None:
        index = index_page()
        self.app = app
        self.lang = lang
        self.base_path = base_path
        self.pages = {each: localised(index, each) for each in LANGS}
        self.headers: Headers = [
            (b"content-security-policy", content_policy(index).encode()),
            (b"referrer-policy", b"same-origin"),
            (b"x-content-type-options", b"nosniff"),
            (b"x-frame-options", b"SAMEORIGIN"),
        ]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Adds the headers to every answer and puts our page in the place of Streamlit's."""
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        path = str(scope["path"]).removeprefix(self.base_path)
        page = None if path.startswith(NOT_PAGES) else self.pages[self._lang(scope)]
        replacing = False

        async def outward(message: Message) -> None:
            nonlocal replacing
            if message["type"] == "http.response.start":
                replacing = page is not None and message["status"] == 200 and _is_html(message["headers"])
                await send({**message, "headers": self._headers(message["headers"], path, page if replacing else None)})
            elif not replacing:
                await send(message)
            elif not message.get("more_body"):
                await send({"type": "http.response.body", "body": page if scope["method"] == "GET" else b""})

        return await self.app(scope, receive, outward)

    def _lang(self, scope: Scope) -> Lang:
        """The language asked for in the address (`?lang=en`), else that of the settings."""
        asked = parse_qs(scope.get("query_string", b"").decode("latin-1")).get("lang", [""])[0]
        return next((lang for lang in LANGS if lang == asked), self.lang)

    def _headers(self, given: Headers, path: str, page: bytes | None) -> Headers:
        """Ours beside those given; each name once."""
        dropped = {name for name, _ in self.headers} | (REPLACED if page is not None else set())
        own = [*self.headers]
        if page is not None:
            own.append((b"content-length", str(len(page)).encode()))
        if path.startswith("/ea/"):
            dropped.add(b"cache-control")
            own.append((b"cache-control", b"no-cache"))  # asked for again, answered "unchanged": never a stale mix
        return [(name, value) for name, value in given if name.lower() not in dropped] + own


def _is_html(headers: Headers) -> bool:
    return any(name.lower() == b"content-type" and value.startswith(b"text/html") for name, value in headers)
