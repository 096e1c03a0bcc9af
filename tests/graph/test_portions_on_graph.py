"""Checking in portions against a graph gives what the usual way gives, whatever the graph holds."""

from __future__ import annotations

from typing import Any

from conftest import wipe
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from inventories import Sheets, table

from ea_cockpit.graph.store import GraphStore
from ea_cockpit.ingest import importer
from ea_cockpit.ingest.importer import Request, check_only, run_import
from ea_cockpit.ingest.layout import recognise
from ea_cockpit.ingest.portions import check_in_portions, in_portions
from ea_cockpit.model.metamodel import Metamodel

NUMBERS = st.integers(1, 9)
NAMES = st.sampled_from(["Baugesuche", "Baugesuch", "Gewässer Portal", "Steuern 4", "Steuern 5", ""])
UNITS = st.one_of(NUMBERS.map(lambda n: f"OE-{n}"), st.sampled_from(["Amt 3", "Amt für Bauten", "amt 3.", "niemand"]))
APPLICATION = st.tuples(
    NUMBERS.map(lambda n: f"APP-{n}"), NAMES, st.sampled_from(["Produktiv", "Geplant", "vielleicht", ""]), UNITS,
    st.sampled_from(["intern", "extern", ""]),
)  # fmt: skip
INTERFACE = st.tuples(
    NUMBERS.map(lambda n: f"SST-{n}"), NAMES,
    st.one_of(NUMBERS.map(lambda n: f"APP-{n}"), NAMES), st.one_of(NUMBERS.map(lambda n: f"APP-{n}"), NAMES),
)  # fmt: skip
UNIT = st.tuples(NUMBERS.map(lambda n: f"OE-{n}"), st.sampled_from(["Amt 3", "Amt 4", "Amt für Bauten", ""]))


def _sheets(applications: list[Any], interfaces: list[Any], units: list[Any]) -> Sheets:
    return {
        "Applikationen": [["ID", "Name", "Status", "Zuständiges Amt", "Bemerkung"], *map(list, applications)],
        "Schnittstellen": [
            ["ID", "Name", "Anbietende Applikation", "Beziehende Applikation"], *map(list, interfaces)
        ],
        "Organisationseinheiten": [["ID", "Name"], *map(list, units)],
    }  # fmt: skip


BOOKS = st.builds(
    _sheets, st.lists(APPLICATION, min_size=1, max_size=9), st.lists(INTERFACE, max_size=5), st.lists(UNIT, max_size=5)
)


@given(st.lists(st.tuples(st.sampled_from("ab"), BOOKS), min_size=2, max_size=3), st.integers(1, 6))
@settings(
    max_examples=8, deadline=None, phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
def test_portions_give_the_very_same_report_on_any_graph(
    store: GraphStore, metamodel: Metamodel, books: list[tuple[str, Sheets]], portion: int
) -> None:
    wipe(store)
    *before, (source, last) = books
    for name, sheets in before:
        tables = [table(sheets, f"{name}.xlsx")]
        run_import(Request(tables, recognise(tables, metamodel)[0], accept_valid=True), metamodel, store)
    tables = [table(last, f"{source}.xlsx")]
    request = Request(tables, recognise(tables, metamodel)[0])
    assert in_portions(tables, request.plan, 0)
    usual = check_only(request, metamodel, store)
    with store.reading() as reader:
        report = check_in_portions(tables, request.plan, importer._sources(request), metamodel, reader, portion=portion)
    assert report.as_json("de") == usual.as_json("de")
    assert (report.rest, report.changes) == (usual.rest, usual.changes)
