"""The cockpit in a real browser on a real graph: import, find, look at the graph, take the catalogue along."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Locator, Page, expect

from ea_cockpit.graph.local_server import GraphAddress, LocalServer
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.model.facts import standard_metamodel
from ea_cockpit.sample.generate import generate
from ea_cockpit.settings import Settings
from ea_cockpit.tabular.inventory import write_inventory
from ea_cockpit.ui import serve as server_module

SCRIPT = Path(server_module.__file__).with_name("app.py")
Settled = Callable[[Page], None]
APPLICATIONS = 150


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory, jars: Path) -> Iterator[GraphAddress]:
    """A graph of its own: what these tests import must not meet the data of others."""
    local = LocalServer(Settings(data_folder=tmp_path_factory.mktemp("cockpit")), jars=jars)
    try:
        yield local.start()
    finally:
        local.stop()


@pytest.fixture(scope="module")
def address(serve: Callable[..., str], graph: GraphAddress) -> str:
    """The started cockpit."""
    return serve(SCRIPT, EA_COCKPIT_NEO4J_URI=graph.uri, EA_COCKPIT_NEO4J_PASSWORD=graph.password.get_secret_value())


@pytest.fixture(scope="module")
def inventory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A canton's inventory as one workbook."""
    path = tmp_path_factory.mktemp("inventory") / "musterkanton.xlsx"
    write_inventory(path, generate(APPLICATIONS, 7).facts, standard_metamodel())
    return path


@pytest.fixture
def imported(page: Page, address: str, graph: GraphAddress, inventory: Path, settled: Settled) -> Page:
    """The page after the inventory was imported by hand, once for all tests of this file."""
    with GraphStore(graph) as store:
        if store.read("MATCH (n:Application) RETURN count(n) AS facts")[0]["facts"]:
            return page
    page.goto(f"{address}/import")
    settled(page)
    page.locator("input[type=file]").set_input_files(inventory)
    expect(page.get_by_text(re.compile(r"^Bereit: [\d']+ Einträge wären neu"))).to_be_visible(timeout=120_000)
    settled(page)
    with GraphStore(graph) as store:
        assert store.read("MATCH (n:Fact) RETURN count(n) AS facts")[0]["facts"] == 0
    # Another page and a page loaded anew: the files are still there.
    page.goto(f"{address}/importe")
    settled(page)
    page.go_back()
    settled(page)
    page.reload()
    settled(page)
    expect(page.get_by_text("Von vorhin behalten:")).to_be_visible()
    page.get_by_role("button", name="Direkt zum Importieren").click()
    settled(page)
    page.get_by_role("button", name="Jetzt importieren").click()
    expect(page.get_by_text(re.compile(r"^Import 1 ist abgeschlossen"))).to_be_visible(timeout=120_000)
    settled(page)
    return page


def first_row(table: Locator) -> tuple[float, float]:
    """A place in the first row: the table is a picture, so that only places can be clicked."""
    box = table.bounding_box()
    assert box is not None
    return box["x"] + 60, box["y"] + 52


def open_catalogue(page: Page, address: str, settled: Settled, query: str = "") -> Locator:
    page.goto(f"{address}/katalog?type=Application{query}")
    settled(page)
    table = page.get_by_test_id("stDataFrame")
    expect(table).to_be_visible()
    return table


def test_a_workbook_is_imported_by_hand(imported: Page, graph: GraphAddress) -> None:
    with GraphStore(graph) as store:
        rows = store.read("MATCH (n:Application) RETURN count(n) AS facts")
        runs = store.read("MATCH (r:ImportRun) RETURN r.by AS by")
    assert rows == [{"facts": APPLICATIONS}]
    assert runs == [{"by": "cockpit"}]


def test_an_application_is_found_opened_and_drawn(imported: Page, address: str, settled: Settled) -> None:
    page = imported
    table = open_catalogue(page, address, settled)
    page.get_by_label("Suche", exact=True).fill("quellensteuer")
    expect(page).to_have_url(re.compile(r"[?&]q=quellensteuer"))
    expect(page.get_by_text(re.compile(r"^\d+ von 150 Applikationen"))).to_be_visible()
    settled(page)
    page.mouse.click(*first_row(table))
    expect(page).to_have_url(re.compile(r"/fakt\?type=Application&id=APP-"))
    settled(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("uellensteuer")
    graph = page.locator(".ea-graph[data-ready]")
    expect(graph).to_be_visible()
    assert graph.evaluate("host => host.eaGraph.nodes('.fact').length") > 1
    assert graph.evaluate("host => host.eaGraph.edges().length") > 0


def neighbour(graph: Locator) -> tuple[str, float, float]:
    """A node beside the fact the graph is about, and where it is on the screen."""
    found = """host => {
      const node = host.eaGraph.nodes('.fact').filter(n => !n.id().includes('APP-0001'))[0];
      const at = node.renderedPosition(), box = host.getBoundingClientRect();
      return [node.id().slice(2), box.x + at.x, box.y + at.y];
    }"""
    node, x, y = graph.evaluate(found)
    return str(node), float(x), float(y)


def test_a_double_click_in_the_graph_leads_on(imported: Page, address: str, settled: Settled) -> None:
    page = imported
    page.goto(f"{address}/fakt?type=Application&id=APP-0001")
    settled(page)
    graph = page.locator(".ea-graph[data-ready]")
    expect(graph).to_be_visible()
    graph.evaluate("host => host.scrollIntoView({block: 'center'})")
    node, x, y = neighbour(graph)
    page.mouse.move(x, y)  # now the graph knows where it lies
    expect(page.locator(".ea-tip")).to_be_visible()
    page.mouse.move(5, 5)
    graph.evaluate("host => host.scrollIntoView({block: 'end'})")
    node, x, moved = neighbour(graph)
    assert abs(moved - y) > 50
    page.mouse.dblclick(x, moved)
    label, id_ = node.split(":", 1)
    expect(page).to_have_url(re.compile(rf"/fakt\?type={label}&id={re.escape(id_)}"))


def test_the_browsers_back_button_works(imported: Page, address: str, settled: Settled) -> None:
    page = imported
    table = open_catalogue(page, address, settled, "&q=steuer")
    page.mouse.click(*first_row(table))
    expect(page).to_have_url(re.compile(r"/fakt\?"))
    settled(page)
    page.go_back()
    expect(page).to_have_url(re.compile(r"/katalog\?type=Application&q=steuer"))
    expect(page.get_by_label("Suche", exact=True)).to_have_value("steuer")


def test_links_in_text_stay_in_the_session(imported: Page, address: str, settled: Settled) -> None:
    page = imported
    page.goto(address)
    settled(page)
    page.evaluate("window.loadedOnce = true")
    page.get_by_role("link", name=re.compile(r"^150\s*Applikationen")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Katalog")
    expect(page.get_by_text(re.compile(r"^150 Applikationen"))).to_be_visible()
    settled(page)
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Übersicht")
    assert page.evaluate("window.loadedOnce")


def test_a_link_from_fact_to_fact_and_back(imported: Page, address: str, settled: Settled) -> None:
    page = imported
    page.goto(f"{address}/fakt?type=Application&id=APP-0001")
    settled(page)
    page.evaluate("window.loadedOnce = true")
    first = page.get_by_role("heading", level=1).inner_text()
    link = page.locator(".ea-card .ea-links a").first
    name = link.inner_text()
    link.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    settled(page)
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text(first)
    expect(page).to_have_url(re.compile(r"/fakt\?type=Application&id=APP-0001"))
    assert page.evaluate("window.loadedOnce")
    with page.context.expect_page() as waiting:
        page.locator(".ea-card .ea-links a").first.click(modifiers=["ControlOrMeta"])
    expect(waiting.value.get_by_role("heading", level=1)).to_have_text(name)


def test_the_catalogue_is_taken_along(imported: Page, address: str, settled: Settled, tmp_path: Path) -> None:
    page = imported
    open_catalogue(page, address, settled)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Excel", exact=True).click()
    path = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(path)
    assert path.name == "applikationen.xlsx"
    sheet = openpyxl.load_workbook(path, read_only=True)["Applikationen"]
    head, *rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    expected = {(fact.id, fact.name) for fact in generate(APPLICATIONS, 7).facts["Application"]}
    assert {(row[head.index("ID")], row[head.index("Name")]) for row in rows if row[0]} == expected


def test_a_link_filters_and_the_download_follows(
    imported: Page, address: str, settled: Settled, tmp_path: Path
) -> None:
    page = imported
    open_catalogue(page, address, settled, "&status=planned")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="CSV", exact=True).click()
    path = tmp_path / "planned.csv"
    waiting.value.save_as(path)
    applications = generate(APPLICATIONS, 7).facts["Application"]
    wanted = {fact.id for fact in applications if getattr(fact, "status", "") == "planned"}
    lines = path.read_text(encoding="utf-8-sig").splitlines()[1:]
    assert {line.split(";")[0] for line in lines if line.startswith("APP-")} == wanted


def test_english_with_one_switch(imported: Page, address: str, settled: Settled) -> None:
    page = imported
    page.goto(f"{address}/katalog?type=Application")
    settled(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Katalog")
    page.get_by_role("radio", name="English").or_(page.get_by_role("button", name="English")).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Catalogue")
    expect(page).to_have_url(re.compile(r"lang=en"))
    settled(page)
    page.get_by_role("link", name="Overview").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Overview")
    expect(page.get_by_role("link", name="150 Applications")).to_be_visible()
    expect(page).to_have_url(re.compile(r"lang=en"))


def test_a_mailed_link_opens_on_a_fresh_browser(imported: Page, address: str, settled: Settled) -> None:
    page = imported
    page.goto(f"{address}/fakt?type=OrganisationUnit&id=OE-STA&lang=en")
    settled(page)
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_text("Links from other facts")).to_be_visible()
