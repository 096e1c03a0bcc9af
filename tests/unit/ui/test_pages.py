"""Every page of the cockpit on a real graph: what it shows, what it says, what its address holds."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest
from ui_help import Open, said

from ea_cockpit.analyses import registry
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.i18n import LANGS
from ea_cockpit.ui.navigation import all_pages


def table(at: AppTest) -> list[dict[Hashable, Any]]:
    return at.dataframe[0].value.astype(object).to_dict("records")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("path", [page.path for page in all_pages()])
def test_every_page_opens_in_both_languages(cockpit: Open, inventory: GraphStore, path: str, lang: str) -> None:
    at = cockpit(path, lang=lang)
    assert not at.exception
    assert not at.error
    assert len(at.title) == 1


@pytest.mark.parametrize("path", [page.path for page in all_pages()])
def test_every_page_opens_on_an_empty_graph(cockpit: Open, path: str) -> None:
    at = cockpit(path)
    assert not at.exception
    assert not at.error


def test_an_empty_catalogue_tells_how_to_begin(cockpit: Open) -> None:
    at = cockpit()
    assert "Der Katalog ist noch leer" in at.info[0].value
    assert [h.value for h in at.header] == [r"1. Vorlage holen", r"2. Ausfüllen, was bekannt ist", r"3. Importieren"]
    templates = [button.proto.label for button in at.get("download_button")]
    assert templates == ["Vorlage auf Deutsch", "Vorlage auf Englisch"]


def test_overview_counts_each_type_and_leads_to_it(cockpit: Open, inventory: GraphStore) -> None:
    shown = said(cockpit())
    assert '<a href="./katalog?type=Application"' in shown
    assert "<b>3</b>Applikationen" in shown
    assert "<b>1</b>Lizenzen" in shown  # an office's own fact type, named nowhere in the product
    assert "<b>0</b>Prozesse" in shown
    assert "0.xlsx" in shown


def test_an_import_elsewhere_shows_at_once(cockpit: Open, inventory: GraphStore) -> None:
    at = cockpit("katalog", type="OrganisationUnit")
    assert len(table(at)) == 2
    with inventory.writing() as tx:
        tx.write("CREATE (:Fact:OrganisationUnit {id: 'OE-3'})")
        tx.write("CREATE (:ImportRun {id: 2, at: datetime(), by: 'cli', counts: '{}'})")
    assert len(table(at.run())) == 3


def test_catalogue_shows_all_fields_links_as_names(cockpit: Open, inventory: GraphStore) -> None:
    at = cockpit("katalog", type="Application")
    rows = table(at)
    first = {
        key: rows[0][key] for key in ("id", "name", "status", "run_cost", "owned_by", "depends_on", "custom.Bemerkung")
    }
    assert first == {
        "id": "APP-1", "name": "Quellensteuer", "status": "Produktiv", "run_cost": 12500.0, "owned_by": "Steueramt",
        "depends_on": "Steuerregister", "custom.Bemerkung": "=SUM(A1)",
    }  # fmt: skip
    assert [row["id"] for row in rows] == ["APP-1", "APP-2", "APP-3"]


def test_the_catalogue_shows_first_what_one_filters_by(cockpit: Open, inventory: GraphStore) -> None:
    at = cockpit("katalog", type="Application")
    assert list(at.dataframe[0].proto.column_order)[:4] == ["name", "id", "owned_by", "status"]


def test_a_fact_page_leads_to_the_analyses_that_fit(cockpit: Open, inventory: GraphStore) -> None:
    shown = said(cockpit("fakt", type="Application", id="APP-2"))
    for name in ("impact", "interfaces"):
        assert f'<a href="./auswertung-{name}?fact=Application%3AAPP-2"' in shown
    assert "auswertung-interfaces" not in said(cockpit("fakt", type="Licence", id="LZ-1"))


def test_catalogue_of_a_type_of_ones_own(cockpit: Open, inventory: GraphStore) -> None:
    at = cockpit("katalog", type="Licence")
    assert [(row["id"], row["seats"], row["licenses"]) for row in table(at)] == [("LZ-1", 20, "Quellensteuer")]


@pytest.mark.parametrize(
    ("params", "ids"),
    [
        ({"q": "steuer"}, ["APP-1", "APP-2"]),
        ({"q": "quellen"}, ["APP-1"]),
        ({"q": "steuer", "status": "phase_out"}, ["APP-2"]),
        ({"owned_by": "OE-2"}, ["APP-3"]),
        ({"status": ["productive", "phase_out"]}, ["APP-1", "APP-2"]),
        ({"status": "-"}, ["APP-3"]),
        ({"status": "no such word"}, ["APP-1", "APP-2", "APP-3"]),
    ],
)
def test_catalogue_address_holds_search_and_filters(
    cockpit: Open, inventory: GraphStore, params: dict[str, str], ids: list[str]
) -> None:
    at = cockpit("katalog", type="Application", **params)
    assert not at.exception
    assert [row["id"] for row in table(at)] == ids


def test_choosing_a_filter_goes_into_the_address(cockpit: Open, inventory: GraphStore) -> None:
    at = cockpit("katalog", type="Application")
    at.multiselect(key="filter:Application:status").set_value(["productive"]).run()
    assert [row["id"] for row in table(at)] == ["APP-1"]
    assert dict(at.query_params) == {"type": "Application", "status": "productive"}


def test_nothing_fits(cockpit: Open, inventory: GraphStore) -> None:
    at = cockpit("katalog", type="Application", q="nirgends")
    assert not at.dataframe
    assert "Nichts passt" in said(at)


def test_fact_page_shows_values_as_people_write_them(cockpit: Open, inventory: GraphStore) -> None:
    shown = said(cockpit("fakt", type="Application", id="APP-1"))
    assert "Betriebskosten (CHF/Jahr)</dt><dd>12&#x27;500</dd>" in shown
    assert "Produktiv seit</dt><dd>01.02.2015</dd>" in shown
    assert "Status</dt><dd>Produktiv</dd>" in shown
    assert "<dt>Bemerkung</dt><dd>=SUM(A1)</dd>" in shown
    assert "Anzahl Benutzende" not in shown


def test_fact_page_links_both_ways(cockpit: Open, inventory: GraphStore) -> None:
    shown = said(cockpit("fakt", type="Application", id="APP-2"))
    assert '<a href="./fakt?type=OrganisationUnit&amp;id=OE-1" target="_self">Steueramt</a>' in shown
    assert '<a href="./fakt?type=Application&amp;id=APP-1" target="_self">Quellensteuer</a>' in shown
    assert '<a href="./fakt?type=Interface&amp;id=IF-1" target="_self">Abfrage Personen</a>' in shown


def test_fact_page_of_a_type_of_ones_own(cockpit: Open, inventory: GraphStore) -> None:
    own = said(cockpit("fakt", type="Licence", id="LZ-1"))
    assert "Plätze</dt><dd>20</dd>" in own
    other = said(cockpit("fakt", type="Application", id="APP-1"))
    assert "<td>hat Lizenz</td><td>Lizenzen</td>" in other


def test_empty_fields_are_shown_when_asked_for(cockpit: Open, inventory: GraphStore) -> None:
    at = cockpit("fakt", type="Application", id="APP-1")
    at.toggle(key="with-empty").set_value(True).run()
    assert "Anzahl Benutzende</dt><dd>–</dd>" in said(at)


def test_fact_page_tells_where_it_comes_from(cockpit: Open, inventory: GraphStore) -> None:
    shown = said(cockpit("fakt", type="Application", id="APP-2"))
    sha256 = inventory.read("MATCH (w:Workbook) RETURN w.sha256 AS sha256")[0]["sha256"]
    assert "<td>0.xlsx</td><td>Applikationen</td><td>3</td><td>Nr. 1 vom" in shown
    assert f'<span title="{sha256}">{sha256[:12]}…</span>' in shown


def test_open_references_are_visible(cockpit: Open, inventory: GraphStore) -> None:
    at = cockpit("fakt", type="Application", id="APP-3")
    assert r"Hängt ab von\: APP\-99" in at.warning[0].value


def test_what_a_cell_held_is_never_markup(cockpit: Open, inventory: GraphStore) -> None:
    at = cockpit("fakt", type="Application", id="APP-3")
    assert at.title[0].value == r"\<script\>alert\(1\)\</script\> \*\*fett\*\*"
    assert "<script>alert" not in said(cockpit("suche", q="alert"))


def test_a_link_to_a_fact_that_is_gone_says_so(cockpit: Open, inventory: GraphStore) -> None:
    at = cockpit("fakt", type="Application", id="APP-77")
    assert "Zum Typ Applikation gibt es keinen Eintrag mit der ID APP\\-77" in at.warning[0].value


def test_search_finds_facts_of_every_type(cockpit: Open, inventory: GraphStore) -> None:
    shown = said(cockpit("suche", q="steuer"))
    assert all(name in shown for name in (">Quellensteuer<", ">Steuerregister<", ">Steueramt<"))
    assert "3 Treffer" in shown


@pytest.mark.parametrize("text", ["", "*", '"', "AND", "a:b", "\\", "~", "(", "' OR 1=1"])
def test_search_takes_any_text(cockpit: Open, inventory: GraphStore, text: str) -> None:
    assert not cockpit("suche", q=text).exception


def test_impact_by_address(cockpit: Open, inventory: GraphStore) -> None:
    at = cockpit("auswertung-impact", fact="Application:APP-2", hops="1")
    assert {row["id"] for row in table(at)} == {"APP-1", "OE-1", "IF-1"}
    assert "<dt>Betroffen</dt><dd>3</dd>" in said(at)


def test_interfaces_has_the_default_page(cockpit: Open, inventory: GraphStore) -> None:
    at = cockpit("auswertung-interfaces", fact="Application:APP-1", lang="en")
    assert [(row["direction"], row["interface"], row["provider"]) for row in table(at)] == [
        ("incoming", "IF-1", "Steuerregister")
    ]
    assert [button.proto.label for button in at.get("download_button")] == ["Excel", "CSV", "JSON"]


def test_an_analysis_asks_for_what_it_needs(cockpit: Open, inventory: GraphStore) -> None:
    assert "Wählen Sie oben" in cockpit("auswertung-impact").info[0].value


def test_every_analysis_is_listed_with_its_question(cockpit: Open) -> None:
    shown = said(cockpit("auswertungen"))
    assert all(analysis.question.de in shown for analysis in registry().values())


def test_the_switch_turns_the_whole_page_english(cockpit: Open, inventory: GraphStore) -> None:
    at = cockpit()
    assert at.title[0].value == "Übersicht"
    at.button_group(key="lang-switch").set_value("en").run()
    assert at.title[0].value == "Overview"
    assert "<b>3</b>Applications" in said(at)
    assert dict(at.query_params) == {"lang": "en"}


def test_imports_are_listed_with_their_files(cockpit: Open, inventory: GraphStore) -> None:
    shown = said(cockpit("importe"))
    assert ">Kommandozeile</span>" in shown
    assert "0.xlsx</li>" in shown


def test_a_graph_that_is_away_is_told_with_the_way_out(cockpit: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EA_COCKPIT_NEO4J_URI", "bolt://127.0.0.1:9")
    at = cockpit()
    assert not at.exception
    assert "127.0.0.1:9" in at.error[0].value.replace("\\", "")
