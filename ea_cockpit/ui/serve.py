"""Starts the cockpit in this process and prints its address; ends with Ctrl+C."""

from __future__ import annotations

import errno
import gc
import mimetypes
import socket
import sys
import threading
import webbrowser
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from importlib.resources import files
from pathlib import Path

import streamlit as st
import uvicorn
from starlette.middleware import Middleware
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from streamlit.web.bootstrap import load_config_options

from ea_cockpit.errors import CockpitError
from ea_cockpit.i18n import Lang, Text
from ea_cockpit.ui.streamlit_config import streamlit_options
from ea_cockpit.ui.web_shell import WebShell

USUAL_PORT = 8501
TRIES = 20
HIGHEST_PORT = 65535
TOO_HIGH = Text("Ports gehen von 0 bis 65535.", "Ports range from 0 to 65535.")


class PortTaken(CockpitError):
    """The port asked for is in use."""

    says = Text("Der Port {port} auf {host} ist bereits belegt.", "Port {port} on {host} is already in use.")
    remedy = Text(
        "Wählen Sie einen anderen mit --port, oder lassen Sie --port weg: dann wird ein freier gesucht.",
        "Choose another one with --port, or leave --port out: then a free one is looked for.",
    )
    exit_status = 2


class CannotListen(CockpitError):
    """The address or port cannot be used at all."""

    says = Text(
        "Das Cockpit kann auf {host}:{port} nicht starten: {why}", "The cockpit cannot start on {host}:{port}: {why}"
    )
    remedy = Text(
        "Prüfen Sie die Adresse; ohne Administratorrechte braucht es einen Port ab 1024.",
        "Check the address; without administrator rights the port must be 1024 or above.",
    )
    exit_status = 2


def run(
    script: Path,
    *,
    host: str = "127.0.0.1",
    port: int | None = None,
    open_browser: bool = True,
    lang: Lang = "de",
    announce: Callable[[str], None] | None = None,
    warm_up: Callable[[], object] | None = None,
) -> None:
    """Serves the cockpit's script until it is stopped.

    `announce` gets the address once the server answers (default: it is printed); `warm_up` runs before that, so that
    the first reader does not wait for it. Raises `PortTaken` for a port given and in use; with none given a free one
    is found.
    """
    listening = listen(host, port)
    address = f"http://{_shown(host)}:{listening.getsockname()[1]}"

    def ready() -> None:
        (announce or _print)(address)
        if open_browser:
            threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()

    load_config_options(streamlit_options(host, listening.getsockname()[1]))
    app = cockpit_app(script, lang=lang, warm_up=warm_up, ready=ready)
    server = uvicorn.Server(
        uvicorn.Config(
            app,  # type: ignore[arg-type, unused-ignore]
            log_level="warning",
            access_log=False,
            ws="websockets-sansio",
            ws_max_size=int(st.get_option("server.maxMessageSize")) * 1024 * 1024,
            timeout_graceful_shutdown=2,  # an open page would keep the server from ending
        )
    )
    try:
        server.run(sockets=[listening])
    except KeyboardInterrupt:
        pass
    finally:
        listening.close()


def cockpit_app(
    script: Path,
    *,
    lang: Lang,
    warm_up: Callable[[], object] | None = None,
    ready: Callable[[], None] | None = None,
) -> st.App:
    """The cockpit as an ASGI application, its own static files and headers included."""

    @asynccontextmanager
    async def lifespan(_app: st.App) -> AsyncIterator[None]:
        _import_the_slow_ones()
        if warm_up:
            warm_up()
        gc.collect()
        gc.freeze()  # what is loaded now stays; later collections need not look at it again
        if ready:
            ready()
        yield

    for kind, ending in (("text/javascript", ".js"), ("image/svg+xml", ".svg"), ("text/css", ".css")):
        mimetypes.add_type(kind, ending)  # some Windows machines call .js plain text, and browsers refuse that
    base_path = str(st.get_option("server.baseUrlPath") or "").strip("/")
    base_path = f"/{base_path}" if base_path else ""
    static = StaticFiles(directory=str(files("ea_cockpit.ui") / "static"))
    return st.App(
        script.resolve(),
        lifespan=lifespan,
        routes=[Mount(f"{base_path}/ea", static)],
        middleware=[Middleware(WebShell, lang=lang, base_path=base_path)],
    )


def listen(host: str, port: int | None) -> socket.socket:
    """A socket that listens on the port given, or on a free one: 8501 and up, else any."""
    if port is not None:
        return _bound(host, port)
    for candidate in range(USUAL_PORT, USUAL_PORT + TRIES):
        try:
            return _bound(host, candidate)
        except PortTaken:
            continue
    return _bound(host, 0)


def _bound(host: str, port: int) -> socket.socket:
    """Listens already, so that nobody else can take the port before the server is up."""
    if not 0 <= port <= HIGHEST_PORT:  # the system would take the remainder, and nobody would find the cockpit
        raise CannotListen(host=host, port=port, why=TOO_HIGH)
    listening: socket.socket | None = None
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listening = socket.socket(family, kind, protocol)
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen(512)
    except OSError as fault:
        if listening is not None:
            listening.close()
        if fault.errno == errno.EADDRINUSE:
            raise PortTaken(host=host, port=port) from None
        raise CannotListen(host=host, port=port, why=fault.strerror or fault) from None
    return listening


def _shown(host: str) -> str:
    """The host as a browser on this machine can open it."""
    if host in ("0.0.0.0", "::", ""):  # noqa: S104
        return "127.0.0.1"
    return f"[{host}]" if ":" in host else host


def _print(address: str) -> None:
    sys.stdout.write(f"{address}\n")
    sys.stdout.flush()  # whoever waits for the address may read a pipe


def _import_the_slow_ones() -> None:
    """Loaded before the first reader comes: a second or two that nobody should wait for on a page."""
    import altair  # noqa: F401
    import pandas  # noqa: F401
    import pyarrow  # type: ignore[import-untyped] # noqa: F401
