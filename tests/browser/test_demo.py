"""`ea-cockpit demo`: one command, and the cockpit shows the canton's own data flows beside the Musterkanton."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from ea_cockpit.graph.local_server import LocalServer
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.settings import Settings


@pytest.fixture
def demo(data_folder: Path) -> Iterator[tuple[str, Settings]]:
    """The demo in a process of its own: its address, and the settings of its graph."""
    environment = {**os.environ, "EA_COCKPIT_DATA_FOLDER": str(data_folder), "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(
        [sys.executable, "-m", "ea_cockpit", "demo", "--no-browser", "--port", "0"], env=environment,
        stdout=subprocess.PIPE, text=True, encoding="utf-8",
    )  # fmt: skip
    settings = Settings(data_folder=data_folder, graph_name="demo")
    try:
        assert process.stdout
        said = process.stdout.readline()
        address = re.search(r"http://127\.0\.0\.1:\d+", said)
        assert address, said
        yield address.group(), settings
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(30)
        LocalServer(settings).stop()


def test_the_demo_shows_both_inventories(
    demo: tuple[str, Settings], page: Page, settled: Callable[[Page], None]
) -> None:
    address, settings = demo
    with GraphStore(LocalServer(settings).start()) as store:
        by_file = store.read(
            "MATCH (n:Fact) MATCH (w:Workbook {key: n._workbook}) WHERE w.name STARTS WITH 'solothurn'"
            " UNWIND [l IN labels(n) WHERE l <> 'Fact'] AS label RETURN label, count(*) AS facts ORDER BY label"
        )
        assert {row["label"]: row["facts"] for row in by_file} == {
            "Application": 260, "DataStore": 321, "Interface": 259, "OrganisationUnit": 18
        }  # fmt: skip
        waiting = store.read("MATCH (n:Application) WHERE n._open_count > 0 RETURN n._open AS open ORDER BY n.id")
        assert len(waiting) == 4
        assert store.read("MATCH (n:Application) RETURN count(n) AS n")[0]["n"] == 260 + 150
    page.goto(address)
    settled(page)
    expect(page.get_by_role("heading", name="Übersicht")).to_be_visible()
    expect(page.get_by_text("410", exact=True).first).to_be_visible()
