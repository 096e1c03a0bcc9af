"""The stand-alone map opened from a file in a real browser, with no server and no network."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from ea_cockpit.export.pyvis_map import map_html
from ea_cockpit.model.picture import Edge, GraphPicture, Group, Kind, Node

PICTURE = GraphPicture(
    nodes=(
        Node("APP-1", "Steuerregister", "Application", "FD", note="produktiv"),
        Node("APP-2", "<img src=x onerror=alert(1)>", "Application", "FD"),
        Node("IF-1", "Meldung Handänderungen </script>", "Interface"),
        Node("?APP-9", "APP-9", "Application", dashed=True),
    ),
    edges=(Edge("1", "APP-1", "IF-1", "stellt bereit"), Edge("2", "IF-1", "APP-2"), Edge("3", "IF-1", "?APP-9")),
    groups=(Group("FD", "Finanzdepartement"),),
    kinds=(Kind("Application", "Applikation"), Kind("Interface", "Schnittstelle")),
)


@pytest.fixture
def opened(page: Page, tmp_path: Path) -> Page:
    file = tmp_path / "karte.html"
    file.write_text(map_html(PICTURE, "Musterkanton «Grösse»"), encoding="utf-8")
    page.goto(file.as_uri())
    expect(page.locator("body[data-ready]")).to_be_visible()
    return page


def test_title_and_legend_are_readable(opened: Page) -> None:
    expect(opened.get_by_role("heading", name="Musterkanton «Grösse»")).to_be_visible()
    assert opened.locator("li").all_text_contents() == ["Applikation", "Schnittstelle", "Nicht aufgelöster Verweis"]
    expect(opened.get_by_text("4 Elemente, 3 Verbindungen")).to_be_visible()


def test_an_element_is_found_by_a_part_of_its_name(opened: Page) -> None:
    field = opened.get_by_role("combobox", name="Element suchen")
    field.fill("handänd")
    field.press("Enter")
    expect(opened.locator("body[data-found='IF-1']")).to_be_visible()
    expect(opened.get_by_text("1 von 1")).to_be_visible()
    field.fill("Nirgends")
    field.press("Enter")
    expect(opened.get_by_text("Kein Treffer")).to_be_visible()


def test_enter_goes_on_to_the_next_match(opened: Page) -> None:
    field = opened.get_by_role("combobox", name="Element suchen")
    field.fill("e")
    seen = []
    for number in (1, 2):
        field.press("Enter")
        expect(opened.get_by_text(f"{number} von ")).to_be_visible()
        seen.append(opened.locator("body").get_attribute("data-found"))
    assert len(set(seen)) == 2


def test_hostile_names_become_no_elements(opened: Page) -> None:
    assert opened.locator("img[src=x]").count() == 0
    assert opened.locator("script").count() == 3
