"""A real Chromium for every browser test, and the proof that no page asks anything outside this machine."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request, Route, expect, sync_playwright

Serve = Callable[..., str]
Settled = Callable[[Page], None]
START = "import sys; from pathlib import Path; from ea_cockpit.ui.serve import run; "
OWN = ("127.0.0.1", "localhost")
PATIENCE = 30_000  # ms until a wait fails; nothing is slept through


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The machine's Chromium, or the one named in CHROMIUM."""
    program = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A new page of a German-speaking reader; a foreign request or a script error fails the test."""
    context = browser.new_context(locale="de-CH", viewport={"width": 1500, "height": 950}, accept_downloads=True)
    context.set_default_timeout(PATIENCE)
    foreign: list[str] = []
    faults: list[str] = []

    def guard(route: Route, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme in ("data", "blob", "file") or address.hostname in OWN:
            route.continue_()
        else:
            foreign.append(request.url)
            route.abort()

    context.route("**/*", guard)
    new = context.new_page()
    new.on("pageerror", lambda fault: faults.append(str(fault)))
    # A refusal by the page's own content policy is reported on the console only.
    new.on("console", lambda said: faults.append(said.text) if "Content Security Policy" in said.text else None)
    yield new
    context.close()
    assert foreign == [], "the page asked addresses outside this machine"
    assert faults == [], "the page's scripts failed"


@pytest.fixture(scope="session")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serve]:
    """Starts the cockpit's server with any script and gives its address; ends it after the tests."""
    running: list[subprocess.Popen[str]] = []

    def start(script: Path, lang: str = "de", **environment: str) -> str:
        home = tmp_path_factory.mktemp("home")
        code = START + f"run(Path({str(script)!r}), open_browser=False, lang={lang!r})"
        process = subprocess.Popen(
            [sys.executable, "-c", code],
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "HOME": str(home), **environment},
        )
        running.append(process)
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        assert address.startswith("http://127.0.0.1:"), f"the server did not start: {address}"
        return address

    yield start
    for process in running:
        process.terminate()
        process.wait(20)


@pytest.fixture(scope="session")
def settled() -> Settled:
    """Waits until the script has run, every part is drawn and none of them failed."""

    def wait(page: Page) -> None:
        app = page.get_by_test_id("stApp")
        expect(app).to_have_attribute("data-test-script-state", "notRunning", timeout=PATIENCE)
        expect(page.get_by_test_id("stSkeleton")).to_have_count(0, timeout=PATIENCE)
        expect(page.get_by_test_id("stException")).to_have_count(0)

    return wait
