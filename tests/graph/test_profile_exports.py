"""Exports of LeanIX, iTop, GLPI and RVTools on the real graph: all they say is there, and nothing more."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from inventories import facts, links, properties

from ea_cockpit.graph.store import GraphStore
from ea_cockpit.ingest.importer import Request, run_import
from ea_cockpit.ingest.layout import recognise
from ea_cockpit.ingest.report import Report
from ea_cockpit.model.metamodel import Metamodel
from ea_cockpit.tabular.reader import read_table

SAMPLES = Path(__file__).parents[2] / "import_samples"
Facts = dict[str, set[str]]


def bring(store: GraphStore, metamodel: Metamodel, profile: str, *files: str) -> Report:
    """Import sample exports; the profile is not named: it knows them by their shape."""
    paths = [path for pattern in files for path in sorted((SAMPLES / profile).glob(pattern))]
    tables = [read_table(path) for path in paths]
    plan, used = recognise(tables, metamodel)
    assert used == profile
    return run_import(Request(tables, plan, profile=used), metamodel, store)


def by_type(store: GraphStore) -> Facts:
    found: Facts = {}
    for label, id_ in facts(store):
        found.setdefault(label, set()).add(id_)
    return found


def said(store: GraphStore, id_: str, *names: str) -> dict[str, Any]:
    there = properties(store, id_)
    return {name: there.get(name) for name in names}


LEANIX: Facts = {
    "Application": {"a-0001", "a-0002"},
    "BusinessCapability": {"c-0001", "c-0002"},
    "OrganisationUnit": {"u-0001", "u-0002"},
    "Technology": {"t-0001", "t-0002"},
    "Supplier": {"p-0001"},
}
LEANIX_LINKS = {
    ("a-0002", "PART_OF", "a-0001"),
    ("c-0002", "PART_OF", "c-0001"),
    ("a-0001", "SUPPORTS", "c-0002"),
    ("a-0002", "SUPPORTS", "c-0001"),
    ("a-0001", "USED_BY", "u-0001"),
    ("a-0001", "USED_BY", "u-0002"),
    ("a-0002", "USED_BY", "u-0001"),
    ("a-0001", "BUILT_WITH", "t-0001"),
    ("a-0001", "BUILT_WITH", "t-0002"),
    ("t-0002", "SUPPLIED_BY", "p-0001"),
}


# A relation's own number, and the kind of its target, which the sheet's name says already.
RELATION = {0, 5}
UNREAD = {
    "leanix_inventar.xlsx": {"Application": {23}},
    "leanix_snapshot.xlsx": {
        "Application": {18}, "childParentRelation": RELATION, "applicationBusinessCapability_1": RELATION,
        "applicationUserGroupRelation": RELATION, "applicationITComponentRelation": RELATION,
        "itComponentProviderRelation": RELATION,
    },
}  # fmt: skip


@pytest.mark.parametrize(
    ("file", "more"),
    [("leanix_inventar.xlsx", {("a-0001", "SUPPLIED_BY", "p-0001")}), ("leanix_snapshot.xlsx", set())],
    ids=["table view", "full snapshot"],
)
def test_leanix(store: GraphStore, metamodel: Metamodel, file: str, more: set[tuple[str, str, str]]) -> None:
    report = bring(store, metamodel, "leanix", file)
    assert (report.written, {p.code for p in report.problems}) == (True, {"unread-columns"})
    assert {p.place.sheet: set(p.values["places"]) for p in report.problems} == UNREAD[file]
    assert by_type(store) == LEANIX
    assert links(store) == LEANIX_LINKS | more
    names = ("name", "status", "criticality", "functional_fit", "technical_fit", "version", "aliases")
    assert said(store, "a-0001", *names, "custom.technicalSuitability", "custom.lifecycle:plan", "custom.id") == {
        "name": "Baugesuche", "status": "productive", "criticality": "very_high", "functional_fit": 4,
        "technical_fit": 4, "version": "2024.2", "aliases": ["eBau"], "custom.technicalSuitability": "adequate",
        "custom.lifecycle:plan": "2018-01-01", "custom.id": None,
    }  # fmt: skip
    days = said(store, "a-0001", "productive_since", "phase_out_from", "end_of_life")
    assert {name: str(day) for name, day in days.items()} == {
        "productive_since": "2019-04-01", "phase_out_from": "2028-01-01", "end_of_life": "2029-12-31"
    }  # fmt: skip
    left_out = {(i.sheet, i.why.en): i.numbers for i in report.ignored}
    assert left_out["Application", "labels of the columns"] == (2,)
    assert left_out["Application", "archived in LeanIX"] == (5,)


def test_a_relation_of_leanix_without_a_place_is_listed(store: GraphStore, metamodel: Metamodel) -> None:
    report = bring(store, metamodel, "leanix", "leanix_snapshot.xlsx")
    stray = [(i.sheet, i.numbers) for i in report.ignored if i.why.en == "no rule of the profile is for these rows"]
    assert stray == [("applicationProjectRelation", (3,))]


def test_itop(store: GraphStore, metamodel: Metamodel) -> None:
    report = bring(store, metamodel, "itop", "*.csv")
    assert (report.written, report.problems) == (True, ())
    assert by_type(store) == {
        "Application": {"ITOP-21", "ITOP-22"},
        "OrganisationUnit": {"OE-Musterkanton", "OE-Bauamt", "OE-Amt für Informatik", "OE-Staatsarchiv"},
        "Hosting": {"ITOP-31", "ITOP-32", "ITOP-41", "ITOP-51", "ITOP-61"},
        "DataStore": {"ITOP-71"},
        "Technology": {
            "TEC-RHEL 8.10", "TEC-Windows", "TEC-PowerEdge R750", "TEC-ProLiant DL360 Gen10", "TEC-PostgreSQL 15"
        },
        "Supplier": {"LF-Dell", "LF-HPE"},
    }  # fmt: skip
    assert links(store) == {
        ("ITOP-21", "OWNED_BY", "OE-Bauamt"),
        ("ITOP-22", "OWNED_BY", "OE-Staatsarchiv"),
        ("OE-Bauamt", "BELONGS_TO", "OE-Musterkanton"),
        ("OE-Amt für Informatik", "BELONGS_TO", "OE-Musterkanton"),
        # Schema on database server on virtual machine on hypervisor on server, each named by its name.
        ("ITOP-71", "HOSTED_ON", "ITOP-61"),
        ("ITOP-61", "LOCATED_IN", "ITOP-51"),
        ("ITOP-51", "LOCATED_IN", "ITOP-41"),
        ("ITOP-41", "LOCATED_IN", "ITOP-31"),
        ("ITOP-61", "BUILT_WITH", "TEC-PostgreSQL 15"),
        ("ITOP-51", "BUILT_WITH", "TEC-RHEL 8.10"),
        ("ITOP-31", "BUILT_WITH", "TEC-RHEL 8.10"),
        ("ITOP-31", "BUILT_WITH", "TEC-PowerEdge R750"),
        ("ITOP-32", "BUILT_WITH", "TEC-Windows"),
        ("ITOP-32", "BUILT_WITH", "TEC-ProLiant DL360 Gen10"),
        ("TEC-PowerEdge R750", "SUPPLIED_BY", "LF-Dell"),
        ("TEC-ProLiant DL360 Gen10", "SUPPLIED_BY", "LF-HPE"),
    }
    assert said(store, "ITOP-21", "name", "status", "criticality") == {
        "name": "Baugesuche", "status": "productive", "criticality": "high"
    }  # fmt: skip
    assert said(store, "ITOP-31", "custom.Organization->Name", "custom.RAM", "location") == {
        "custom.Organization->Name": "Amt für Informatik", "custom.RAM": "256", "location": "RZ Musterstadt"
    }  # fmt: skip


def test_glpi(store: GraphStore, metamodel: Metamodel) -> None:
    report = bring(store, metamodel, "glpi", "*.csv")
    assert (report.written, report.problems) == (True, ())
    assert by_type(store) == {
        "Application": {"GLPI-A3", "GLPI-A4"},
        "Hosting": {"GLPI-C11", "GLPI-C12", "GLPI-C13"},
        "OrganisationUnit": {
            "OE-Musterkanton > Bauamt", "OE-Musterkanton > Amt für Umwelt", "OE-Gruppe Server", "OE-Gruppe Datenbanken"
        },
        "Technology": {
            "TEC-Windows Server 2022", "TEC-Red Hat Enterprise Linux 8.10", "TEC-PowerEdge R750",
            "TEC-ProLiant DL360 Gen10",
        },
        "Supplier": {"LF-Muster Software AG", "LF-Dell Inc.", "LF-HPE"},
    }  # fmt: skip
    assert links(store) == {
        ("GLPI-A3", "OWNED_BY", "OE-Musterkanton > Bauamt"),
        ("GLPI-A4", "OWNED_BY", "OE-Musterkanton > Amt für Umwelt"),
        ("GLPI-A3", "SUPPLIED_BY", "LF-Muster Software AG"),
        ("GLPI-C11", "OPERATED_BY", "OE-Gruppe Server"),
        ("GLPI-C12", "OPERATED_BY", "OE-Gruppe Datenbanken"),
        ("GLPI-C11", "BUILT_WITH", "TEC-Windows Server 2022"),
        ("GLPI-C11", "BUILT_WITH", "TEC-PowerEdge R750"),
        ("GLPI-C12", "BUILT_WITH", "TEC-Red Hat Enterprise Linux 8.10"),
        ("GLPI-C12", "BUILT_WITH", "TEC-ProLiant DL360 Gen10"),
        ("TEC-PowerEdge R750", "SUPPLIED_BY", "LF-Dell Inc."),
        ("TEC-ProLiant DL360 Gen10", "SUPPLIED_BY", "LF-HPE"),
    }
    assert [(i.sheet, i.numbers) for i in report.ignored] == [("computer", (5,))]
    # A state of the office's own stays beside the field instead of being guessed.
    assert said(store, "GLPI-A4", "status", "custom.Status (appliances)") == {
        "status": None, "custom.Status (appliances)": "In Beschaffung"
    }  # fmt: skip
    assert said(store, "GLPI-C13", "kind", "custom.Status") == {"kind": None, "custom.Status": "Defekt"}


VM = "VM-4201000{}-0000-4000-8000-000000000001"
ESX = "ESX-esx{}.musterkanton.example"


def test_rvtools(store: GraphStore, metamodel: Metamodel) -> None:
    report = bring(store, metamodel, "rvtools", "*.xlsx")
    assert (report.written, report.problems) == (True, ())
    rhel, windows = "TEC-Red Hat Enterprise Linux 8.10", "TEC-Microsoft Windows Server 2019 (64-bit)"
    esx_7, esx_8 = "TEC-VMware ESXi 7.0.3 build-21930508", "TEC-VMware ESXi 8.0.3 build-24022510"
    dell, hpe, cluster = "TEC-PowerEdge R750", "TEC-ProLiant DL360 Gen10", "CL-RZ Musterstadt/CL-Prod"
    stores = {f"DS-ds:///vmfs/volumes/muster-000{n}/" for n in (1, 2)}
    assert by_type(store) == {
        "Hosting": {VM.format(n) for n in (1, 2, 3, 4)} | {ESX.format(n) for n in ("01", "02", "09")} | stores
        | {cluster, "RZ-RZ Musterstadt", "RZ-RZ Nebenort"},
        "Technology": {rhel, windows, esx_7, esx_8, dell, hpe},
        "Supplier": {"LF-Dell Inc.", "LF-HPE"},
    }  # fmt: skip
    assert links(store, "LOCATED_IN") == {
        (VM.format(1), "LOCATED_IN", ESX.format("01")),
        (VM.format(2), "LOCATED_IN", ESX.format("02")),
        (VM.format(3), "LOCATED_IN", ESX.format("01")),
        (VM.format(4), "LOCATED_IN", ESX.format("09")),
        (ESX.format("01"), "LOCATED_IN", cluster),
        (ESX.format("02"), "LOCATED_IN", cluster),
        # A host without a cluster lies in its data centre.
        (ESX.format("09"), "LOCATED_IN", "RZ-RZ Nebenort"),
        (cluster, "LOCATED_IN", "RZ-RZ Musterstadt"),
    }
    assert links(store, "BUILT_WITH") == {
        (VM.format(1), "BUILT_WITH", rhel),
        (VM.format(2), "BUILT_WITH", rhel),
        # Where the tools do not run, the configuration says which system it is.
        (VM.format(3), "BUILT_WITH", windows),
        (VM.format(4), "BUILT_WITH", windows),
        (ESX.format("01"), "BUILT_WITH", esx_8),
        (ESX.format("02"), "BUILT_WITH", esx_8),
        (ESX.format("09"), "BUILT_WITH", esx_7),
        (ESX.format("01"), "BUILT_WITH", dell),
        (ESX.format("02"), "BUILT_WITH", dell),
        (ESX.format("09"), "BUILT_WITH", hpe),
    }
    assert links(store, "SUPPLIED_BY") == {
        (dell, "SUPPLIED_BY", "LF-Dell Inc."),
        (hpe, "SUPPLIED_BY", "LF-HPE"),
    }
    assert len(links(store)) == 8 + 10 + 2
    assert {(i.sheet, i.numbers) for i in report.ignored if i.numbers} == {("vInfo", (6,))}
    assert said(store, VM.format(1), "name", "kind", "aliases", "custom.CPUs", "custom.Powerstate") == {
        "name": "mk-baugesuche-01", "kind": "server", "aliases": ["mk-baugesuche-01.musterkanton.example"],
        "custom.CPUs": "4", "custom.Powerstate": "poweredOn",
    }  # fmt: skip
    assert said(store, min(stores), "name", "kind", "custom.Type") == {
        "name": "ds-prod-01", "kind": None, "custom.Type": "VMFS"
    }  # fmt: skip


@pytest.mark.parametrize("profile", ["leanix", "itop", "glpi", "rvtools"])
def test_a_second_import_changes_nothing(store: GraphStore, metamodel: Metamodel, profile: str) -> None:
    files = "leanix_inventar.xlsx" if profile == "leanix" else "*"
    bring(store, metamodel, profile, files)
    again = bring(store, metamodel, profile, files)
    assert {(c.created, c.updated, c.rejected) for c in again.facts.values()} == {(0, 0, 0)}
    assert (again.links_created, again.links_removed) == (0, 0)
