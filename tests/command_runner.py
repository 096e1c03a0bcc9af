"""Runs `ea-cockpit` as people and scripts do: a real process in a folder of its own, and never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from ea_cockpit.graph.address import GraphAddress

Run = Callable[..., "subprocess.CompletedProcess[str]"]
KNOWN = "HOME", "PATH", "SYSTEMROOT", "LANG", "PYTHONPATH", "TMP", "TEMP"


def command(folder: Path, *words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run these words in this folder; of the variables outside it knows only those every process needs."""
    environment = {name: os.environ[name] for name in KNOWN if name in os.environ}
    environment |= {"EA_COCKPIT_DATA_FOLDER": str(folder / "data"), **variables}
    done = subprocess.run(
        [sys.executable, "-m", "ea_cockpit", *words], cwd=folder, env=environment, capture_output=True, text=True,
        encoding="utf-8", check=False,
    )  # fmt: skip
    assert "Traceback" not in done.stderr + done.stdout
    return done


def on_graph(address: GraphAddress, folder: Path) -> Run:
    """Runs `ea-cockpit` in this folder on this graph, whose password must not show."""
    password = address.password.get_secret_value()

    def run(*words: str, **variables: str) -> subprocess.CompletedProcess[str]:
        graph = {"EA_COCKPIT_NEO4J_URI": address.uri, "EA_COCKPIT_NEO4J_PASSWORD": password}
        done = command(folder, *words, **graph | variables)
        assert password not in done.stderr + done.stdout
        return done

    return run
