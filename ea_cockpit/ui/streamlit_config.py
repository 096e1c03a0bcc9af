"""The one place where Streamlit is told how to behave; nothing of it is read from or written to the user's home."""

from __future__ import annotations

from typing import Any

LOOPBACK = ("127.0.0.1", "localhost", "::1")


def streamlit_options(host: str, port: int) -> dict[str, Any]:
    """Every Streamlit option the cockpit depends on, by its dotted name."""
    options: dict[str, Any] = {
        "server.address": host,
        "server.port": port,
        "server.headless": True,  # the cockpit opens the browser itself, once the first page is quick
        "server.fileWatcherType": "none",
        "server.maxUploadSize": 200,
        "server.enableStaticServing": False,  # serve.py offers the static folder, for any script
        "server.enableAgentApi": False,
        "browser.gatherUsageStats": False,  # or the browser calls out
        "runner.magicEnabled": False,  # a bare expression must not print
        "runner.postScriptGC": False,  # about 80 ms saved after each click
        "client.toolbarMode": "minimal",
        "client.showErrorDetails": "none",
        "client.showSidebarNavigation": True,
        "logger.hideWelcomeMessage": True,
        "logger.enableRich": False,
        "theme.base": "light",
        "theme.primaryColor": "#0F5FA6",
        "theme.textColor": "#000000",  # captions are this colour made paler, and must stay readable
    }
    if host in LOOPBACK:
        # A page of another site that points its own name at this machine gets no connection.
        options["server.allowedHosts"] = list(LOOPBACK)
    return options
