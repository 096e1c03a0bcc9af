"""The dependency graph in a real browser: what is clicked arrives in Python, zoom stays, the picture can be saved."""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

SCRIPT = Path(__file__).with_name("graph_script.py")
PLACE = """(host, id) => {
  const at = host.eaGraph.getElementById(id).renderedPosition(), box = host.getBoundingClientRect();
  return [box.x + at.x, box.y + at.y];
}"""
VIEW = "host => [host.eaGraph.zoom(), host.eaGraph.pan().x, host.eaGraph.pan().y]"
PLACES = "host => host.eaGraph.nodes('.fact').map(node => node.position())"


@pytest.fixture(scope="module")
def address(serve: Callable[..., str]) -> str:
    return serve(SCRIPT)


@pytest.fixture
def graph(page: Page, address: str, settled: Callable[[Page], None]) -> Locator:
    return opened(page, address, settled)


def opened(page: Page, address: str, settled: Callable[[Page], None]) -> Locator:
    page.goto(address)
    settled(page)
    graph = page.locator(".ea-graph[data-ready]")
    expect(graph).to_be_visible()
    return graph


def place(graph: Locator, node: str) -> tuple[float, float]:
    x, y = graph.evaluate(PLACE, f"n:{node}")
    return float(x), float(y)


def drawn(graph: Locator) -> dict[str, Any]:
    counts = "host => ({nodes: host.eaGraph.nodes('.fact').length, edges: host.eaGraph.edges().length})"
    return dict(graph.evaluate(counts))


def test_everything_given_is_drawn(graph: Locator) -> None:
    assert drawn(graph) == {"nodes": 18, "edges": 23}


def test_words_are_german(graph: Locator, page: Page) -> None:
    expect(page.get_by_role("button", name="Einpassen")).to_be_visible()
    expect(page.get_by_role("button", name="Als PNG speichern")).to_be_visible()
    expect(graph).to_have_attribute("aria-label", "Musterkanton: 18 Elemente, 23 Verbindungen")
    assert page.evaluate("document.documentElement.lang") == "de-CH"


def test_words_are_english_when_asked(page: Page, address: str, settled: Callable[[Page], None]) -> None:
    graph = opened(page, f"{address}/?lang=en", settled)
    expect(page.get_by_role("button", name="Save as PNG")).to_be_visible()
    expect(graph).to_have_attribute("aria-label", "Musterkanton: 18 elements, 23 links")
    expect(page.get_by_role("button", name="Upload", exact=True)).to_be_visible()
    assert page.evaluate("document.documentElement.lang") == "en"


def test_streamlits_own_texts_are_german(graph: Locator, page: Page) -> None:
    expect(page.get_by_test_id("stFileUploaderDropzone").get_by_text("Datei wählen")).to_be_visible()
    expect(page.get_by_text("max. 200 MB pro Datei")).to_be_visible()


def test_legend_names_each_kind_once(graph: Locator, page: Page) -> None:
    kinds = ["Organisationseinheit", "Applikation", "Schnittstelle", "Datenbestand", "Betriebsumgebung"]
    more = ["Geschäftsfähigkeit", "Prozess", "Standard", "Nicht aufgelöster Verweis"]
    assert page.locator(".ea-legend li").all_text_contents() == kinds + more


def test_no_node_lies_on_another(graph: Locator) -> None:
    boxes = graph.evaluate("host => host.eaGraph.nodes('.fact').map(n => n.boundingBox({includeLabels: false}))")
    over = [
        (one, other)
        for index, one in enumerate(boxes)
        for other in boxes[index + 1 :]
        if one["x1"] < other["x2"] and other["x1"] < one["x2"] and one["y1"] < other["y2"] and other["y1"] < one["y2"]
    ]
    assert over == []


def test_labels_fit_their_nodes(graph: Locator) -> None:
    spilled = """host => host.eaGraph.nodes('.fact').filter(n => {
      const text = n.boundingBox({includeNodes: false, includeEdges: false, includeLabels: true});
      return text.w > n.width() + 4 || text.h > n.height() + 4;
    }).map(n => n.data('label'))"""
    assert graph.evaluate(spilled) == []


def test_the_frame_is_no_higher_than_the_picture(graph: Locator) -> None:
    high, room = graph.evaluate("host => [host.clientHeight, host.eaGraph.elements().renderedBoundingBox().h]")
    assert high <= 560
    assert high - room == pytest.approx(40, abs=6)


def test_click_tells_python_and_marks(graph: Locator, page: Page, settled: Callable[[Page], None]) -> None:
    page.mouse.click(*place(graph, "APP-2"))
    expect(page.get_by_text("gewählt: APP-2")).to_be_visible()
    settled(page)
    assert graph.evaluate("host => host.eaGraph.nodes('.chosen').map(n => n.data('own'))") == ["APP-2"]


def test_click_on_nothing_clears(graph: Locator, page: Page) -> None:
    page.mouse.click(*place(graph, "APP-2"))
    expect(page.get_by_text("gewählt: APP-2")).to_be_visible()
    box = graph.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 6, box["y"] + 6)
    expect(page.get_by_text("gewählt: None")).to_be_visible()


def test_double_click_expands_once(graph: Locator, page: Page, settled: Callable[[Page], None]) -> None:
    page.mouse.dblclick(*place(graph, "IF-1"))
    expect(page.get_by_text("erweitert: IF-1", exact=True)).to_be_visible()
    page.get_by_role("button", name="Neu rechnen").click()
    settled(page)
    expect(page.get_by_text("erweitert: IF-1", exact=True)).to_be_visible()


def test_zoom_and_places_stay_when_the_data_does(graph: Locator, page: Page, settled: Callable[[Page], None]) -> None:
    page.get_by_role("button", name="Vergrössern").click()
    before, places = graph.evaluate(VIEW), graph.evaluate(PLACES)
    page.get_by_role("button", name="Neu rechnen").click()
    page.mouse.click(*place(graph, "DB-1"))
    expect(page.get_by_text("gewählt: DB-1")).to_be_visible()
    settled(page)
    assert graph.evaluate(VIEW) == before
    assert graph.evaluate(PLACES) == places


def test_hover_shows_neighbours_and_the_whole_text(graph: Locator, page: Page) -> None:
    page.mouse.move(*place(graph, "APP-1"))
    expect(page.locator(".ea-tip")).to_have_text("Steuerregister Natürliche Personen\nSteueramt, produktiv")
    shown = set(graph.evaluate("host => host.eaGraph.nodes('.fact').not('.faint').map(n => n.data('own'))"))
    assert shown == {"APP-1", "IF-1", "IF-2", "DB-1", "HO-1", "OE-1"}
    page.mouse.move(2, 2)
    expect(page.locator(".ea-tip")).to_be_hidden()
    assert graph.evaluate("host => host.eaGraph.elements('.faint, .near').length") == 0


def test_hostile_text_stays_text(graph: Locator, page: Page) -> None:
    page.mouse.move(*place(graph, "APP-3"))
    expect(page.locator(".ea-tip")).to_have_text("Inkasso <script>alert(1)</script>")
    assert page.locator(".ea-tip script").count() == 0


def test_keys_move_and_zoom(graph: Locator, page: Page) -> None:
    zoom, x, y = graph.evaluate(VIEW)
    graph.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    assert graph.evaluate(VIEW) == [zoom, x - 60, y - 60]
    page.keyboard.press("+")
    assert graph.evaluate(VIEW)[0] == pytest.approx(zoom * 1.25)
    page.keyboard.press("0")
    assert graph.evaluate(VIEW) == pytest.approx([zoom, x, y])


def test_png_holds_the_whole_picture(graph: Locator, page: Page, tmp_path: Path) -> None:
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Als PNG speichern").click()
    assert waiting.value.suggested_filename == "Musterkanton.png"
    file = tmp_path / "picture.png"
    waiting.value.save_as(file)
    head = file.read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", head[16:24])
    box = graph.evaluate("host => host.eaGraph.elements().boundingBox()")
    assert (width, height) == (pytest.approx(2 * box["w"] + 80, abs=4), pytest.approx(2 * box["h"] + 80, abs=4))


def test_cap_is_told(page: Page, address: str, settled: Callable[[Page], None]) -> None:
    graph = opened(page, f"{address}/?limit=6", settled)
    assert drawn(graph)["nodes"] == 6
    expect(page.get_by_text("12 weitere Elemente sind nicht gezeigt.")).to_be_visible()


def test_answers_carry_security_headers(page: Page, address: str) -> None:
    answer = page.goto(address)
    assert answer is not None
    headers = answer.all_headers()
    assert "default-src 'self'" in headers["content-security-policy"]
    assert "'unsafe-inline'" not in headers["content-security-policy"].split("style-src", maxsplit=1)[0]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
