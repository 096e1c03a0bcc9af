"""Scenarios for tests, a small landscape to try them on, and a digest of everything in the graph."""

from __future__ import annotations

import hashlib
import textwrap
from pathlib import Path
from typing import Any

from landscapes import fact, put

from ea_cockpit.analyses.scenario import Scenario, parse_scenario
from ea_cockpit.graph.catalogue import Reader
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.model.declare import Fact
from ea_cockpit.model.metamodel import Metamodel


def scenario(metamodel: Metamodel, steps: str, day: str = "") -> Scenario:
    """A scenario with these steps, as a file would hold it."""
    head = f"name: Versuch\nday: {day}\nsteps:\n" if day else "name: Versuch\nsteps:\n"
    return parse_scenario(head + textwrap.indent(textwrap.dedent(steps), "  "), "versuch.yaml", metamodel)


def digest(reader: Reader) -> str:
    """A sum over all nodes and relationships: identity, labels, types, ends and every property."""
    nodes = reader.read("MATCH (n) RETURN elementId(n) AS e, labels(n) AS l, properties(n) AS p ORDER BY e")
    arrows = reader.read(
        "MATCH (a)-[r]->(b) RETURN elementId(r) AS e, elementId(a) AS a, type(r) AS t, properties(r) AS p,"
        " elementId(b) AS b ORDER BY e"
    )
    lines = [repr([(key, _plain(value)) for key, value in row.items()]) for row in (*nodes, *arrows)]
    assert lines
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _plain(value: object) -> object:
    return sorted((key, repr(item)) for key, item in value.items()) if isinstance(value, dict) else value


def landscape(store: GraphStore, metamodel: Metamodel, folder: Path) -> None:
    """Three applications that do the same, their partners, and what hangs on them."""

    def one(label: str, id_: str, **values: Any) -> Fact:
        return fact(metamodel, label, id_, **values)

    put(
        store, metamodel, folder / "landschaft.xlsx",
        one("OrganisationUnit", "OE-1"), one("OrganisationUnit", "OE-2"), one("OrganisationUnit", "OE-3"),
        one("BusinessCapability", "GF-1", standard_solution=["B"]), one("BusinessCapability", "GF-2"),
        one("Hosting", "BU-1"), one("Hosting", "BU-2"), one("Technology", "T-1"), one("Technology", "T-2"),
        one("Application", "A", owned_by=["OE-1"], used_by=["OE-1", "OE-2"], supports=["GF-1"], hosted_on=["BU-1"],
            built_with=["T-1"], run_cost=100, licence_cost=10, confidentiality="high", rto_hours=4,
            contract_end="2027-12-31", notice_months=6),
        one("Application", "B", owned_by=["OE-2"], used_by=["OE-2"], supports=["GF-1", "GF-2"], hosted_on=["BU-1"],
            built_with=["T-1", "T-2"], run_cost=50, personal_data="sensitive"),
        one("Application", "C", owned_by=["OE-3"], used_by=["OE-3"], hosted_on=["BU-2"], run_cost=200,
            licence_cost=20, confidentiality="normal", rto_hours=8),
        one("Application", "P", depends_on=["A"]), one("Application", "M", part_of=["A"]),
        one("DataObject", "DO-1", leading_system=["B"]), one("DataObject", "DO-2"),
        one("DataStore", "DB-1", held_by=["A"], contains=["DO-2"], hosted_on=["BU-1"], built_with=["T-1"]),
        one("Interface", "IF-1", provided_by=["Application:A"], consumed_by=["Application:B"]),
        one("Interface", "IF-2", provided_by=["Application:A"], consumed_by=["Application:P"], mode="file",
            carries=["DO-1"]),
        one("Interface", "IF-3", provided_by=["Application:B"], consumed_by=["Application:P"], mode="api"),
        one("Interface", "IF-4", provided_by=["Application:P"], consumed_by=["Application:A", "Application:C"]),
        one("Interface", "IF-5", provided_by=["Application:C"], consumed_by=["Application:A", "Application:P"]),
        one("Interface", "IF-6", provided_by=["Application:P"], consumed_by=["Application:M"], runs_over=["B"]),
        one("BusinessProcess", "PR-1", uses=["A", "B"]), one("Service", "L-1", realised_by=["Application:B"]),
        one("Deviation", "AB-1", subject=["Application:A"]),
        one("Initiative", "V-1", affects=["Application:A"]),
    )  # fmt: skip
