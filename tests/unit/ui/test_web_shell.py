"""What the shell adds to each answer: headers, language, our own texts; downloads pass untouched."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import re
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from ea_cockpit.i18n import Lang
from ea_cockpit.ui.web_shell import WebShell, content_policy, index_page

MAP = "<html lang='en'><body>a downloaded map</body></html>"


async def page(_request: Request) -> Response:
    return HTMLResponse("<html>Streamlit</html>", headers={"ETag": "x", "Content-Encoding": "identity"})


async def media(_request: Request) -> Response:
    return HTMLResponse(MAP)


async def script(_request: Request) -> Response:
    return PlainTextResponse("code", headers={"Cache-Control": "max-age=100"})


def ask(path: str, query: str = "", method: str = "GET", lang: Lang = "de") -> tuple[int, dict[str, str], str]:
    """One request through the shell, as a server would hand it over."""
    inner = Starlette(routes=[Route("/media/{name}", media), Route("/ea/{name}", script), Route("/{name:path}", page)])
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        sent.append(dict(message))

    scope = {
        "type": "http", "method": method, "path": path, "raw_path": path.encode(), "query_string": query.encode(),
        "headers": [], "root_path": "", "scheme": "http", "http_version": "1.1", "server": ("127.0.0.1", 1),
    }  # fmt: skip
    # In a thread of its own: the browser tests of the same session keep a loop running in this one.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, WebShell(inner, lang)(scope, receive, send)).result()
    start, *rest = sent
    names = [name.decode().lower() for name, _ in start["headers"]]
    assert len(names) == len(set(names)), "a header was sent twice"
    headers = {name.decode().lower(): value.decode() for name, value in start["headers"]}
    return start["status"], headers, b"".join(part.get("body", b"") for part in rest).decode()


@pytest.mark.parametrize(
    ("query", "lang", "expected"),
    [
        ("", "de", "de-CH"),
        ("", "en", "en"),
        ("lang=en", "de", "en"),
        ("lang=de", "en", "de-CH"),
        ("lang=x", "de", "de-CH"),
    ],
)
def test_the_page_has_the_readers_language(query: str, lang: Lang, expected: str) -> None:
    status, headers, body = ask("/catalogue", query, lang=lang)
    assert status == 200
    assert f'<html lang="{expected}">' in body
    assert headers["content-length"] == str(len(body.encode()))


def test_the_page_brings_our_script_and_icon() -> None:
    _, headers, body = ask("/")
    assert 'src="./ea/shell.js"' in body
    assert 'href="./ea/favicon.svg"' in body
    assert "favicon.png" not in body
    assert {"etag", "content-encoding"} & set(headers) == set()  # they describe the page that was replaced


def test_a_head_request_gets_no_body() -> None:
    _, headers, body = ask("/", method="HEAD")
    assert body == ""
    assert int(headers["content-length"]) > 1000


def test_downloads_pass_as_they_are() -> None:
    _, headers, body = ask("/media/map.html")
    assert body == MAP
    assert "content-security-policy" in headers


def test_our_own_files_are_asked_for_again() -> None:
    _, headers, body = ask("/ea/shell.js")
    assert body == "code"
    assert headers["cache-control"] == "no-cache"


def test_the_policy_allows_streamlits_inline_script_and_no_other() -> None:
    policy = content_policy(index_page())
    scripts = re.findall(r"<script>(.*?)</script>", index_page(), re.S)
    assert len(scripts) == 1
    digest = base64.b64encode(hashlib.sha256(scripts[0].encode()).digest()).decode()
    directives = dict(part.split(" ", maxsplit=1) for part in policy.split("; "))
    assert directives["script-src"] == f"'self' blob: 'wasm-unsafe-eval' 'sha256-{digest}'"
    assert directives["default-src"] == directives["frame-ancestors"] == "'self'"
