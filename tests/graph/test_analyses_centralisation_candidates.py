"""Groups to centralise on the real graph: who belongs, what for, what against, which target, which verdict."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from landscapes import fact, put

from ea_cockpit.analyses import named
from ea_cockpit.analyses.policy import SHIPPED, Policy
from ea_cockpit.analyses.policy_file import BrokenPolicyFile
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.model.metamodel import Metamodel

CASES = {
    "supports": "GF-1", "status": "productive", "confidentiality": "normal", "integrity": "normal",
    "availability": "normal",
}  # fmt: skip


@pytest.fixture
def canton(store: GraphStore, metamodel: Metamodel, tmp_path: Path) -> GraphStore:
    """Case handling in three offices and a court, a list, a part, an old one, and two that only look alike."""

    def make(label: str, id_: str, **values: Any) -> Any:
        return fact(metamodel, label, id_, **values)

    def app(id_: str, name: str, owner: str, **values: Any) -> Any:
        return make("Application", id_, name=name, owned_by=owner, **{**CASES, **values})

    put(
        store, metamodel, tmp_path / "cases.xlsx",
        make("BusinessCapability", "GF-1"), make("BusinessCapability", "GF-2"), make("Supplier", "LF-1"),
        *(make("OrganisationUnit", f"OE-{short}", kind="office", short_name=short) for short in ("AFS", "AJU", "ABS")),
        make("OrganisationUnit", "OE-VG", kind="court", short_name="VG"),
        app("APP-1", "Fallführung (AFS)", "OE-AFS", product="Fallmuster", supplied_by="LF-1", run_cost=40000,
            contract_end="2029-12-31", functional_fit=4, technical_fit=4, users=80),
        app("APP-2", "Fallführung Jugend", "OE-AJU", product="Fallmuster", supplied_by="LF-1", run_cost=30000,
            contract_end="2026-12-31", functional_fit=2, decision="invest"),
        app("APP-3", "Fallführungssystem ABS", "OE-ABS", product="Fallmuster 2", confidentiality="high"),
        app("APP-4", "Excel-Fallführung", "OE-ABS", kind="desktop_tool"),
        app("APP-5", "Fallführung Statistik", "OE-AJU", part_of="APP-2"),
        app("APP-6", "Fallführung alt", "OE-ABS", succeeded_by="APP-3"),
        app("APP-7", "Fallführung VG", "OE-VG", status="retired"),
        app("APP-8", "Bewilligungen", "OE-AFS"), app("APP-9", "Statistik", "OE-ABS"),
        # The same word for other work, with another product for another capability.
        app("APP-10", "Fallführung Tiere Schlachthof", "OE-ABS", supports="GF-2", product="Vieh", supplied_by="LF-1"),
        make("DataObject", "DO-1", legal_basis="Sozialgesetz § 1"),
        make("DataObject", "DO-2", legal_basis="Jugendgesetz § 2"),
        make("DataStore", "DB-1", held_by="APP-1", contains="DO-1"),
        make("DataStore", "DB-2", held_by="APP-2", contains="DO-2"),
        make("Interface", "IF-1", provided_by="APP-1", consumed_by="APP-2"),
        make("Interface", "IF-2", provided_by="APP-1", consumed_by="APP-8"),
        make("Interface", "IF-3", provided_by="DB-2", consumed_by="APP-8"),
        make("Interface", "IF-4", provided_by="APP-9", consumed_by="APP-3"),
        make("Interface", "IF-5", provided_by="APP-9", consumed_by="APP-3", status="planned"),
        make("Deviation", "AB-1", subject="APP-3", reason="Altlast", until="2027-12-31"),
        make("Deviation", "AB-2", subject="APP-1", until="2025-12-31"),
    )  # fmt: skip
    return store


def run(store: GraphStore, metamodel: Metamodel, policy: Policy = SHIPPED, **params: Any) -> list[dict[str, Any]]:
    params = {"day": "2026-06-30", **params}
    rows: list[dict[str, Any]] = (
        named("centralisation_candidates").run(store, metamodel, policy, **params).as_json("de")["rows"]
    )
    return rows


def groups(rows: list[dict[str, Any]]) -> set[frozenset[str]]:
    return {frozenset(row["applications"]) for row in rows}


def test_the_same_work_in_several_offices_is_one_group(canton: GraphStore, metamodel: Metamodel) -> None:
    rows = run(canton, metamodel)
    assert groups(rows) == {frozenset({"APP-1", "APP-2", "APP-3"})}
    row = rows[0]
    assert (row["rank"], row["offices"]) == (1, 3)
    assert row["work"].startswith("Fallführung")
    assert row["members"] == [
        "Fallführung (AFS) (APP-1), AFS", "Fallführung Jugend (APP-2), AJU", "Fallführungssystem ABS (APP-3), ABS",
    ]  # fmt: skip
    assert run(canton, metamodel, offices=4) == []


def test_it_tells_what_binds_them_and_what_parts_them(canton: GraphStore, metamodel: Metamodel) -> None:
    row = run(canton, metamodel)[0]
    shared = " ".join(row["evidence"])
    for word in ("Name", "Fähigkeit: GF-1! (3 von 3)", "Produkt: Fallmuster (2 von 3)", "Lieferant: LF-1! (2 von 2)"):
        assert word in shared
    assert "Nicht verglichen, weil nicht erfasst: Technologie" in shared
    against = " ".join(row["against"])
    for word in (
        "Vertraulichkeit: Normal",
        "Hoch (Fallführungssystem ABS (APP-3))",
        "Sozialgesetz § 1",
        "AB-1",
        "31.12.2029",
    ):
        assert word in against
    # A deviation that has run out and a contract that ends soon are no argument.
    assert "AB-2" not in against
    assert "31.12.2026" not in against
    blockers = " ".join(row["blockers"])
    assert "Ausbau beschlossen: Fallführung Jugend (APP-2)" in blockers
    assert "länger als 12 Monate binden: 1" in blockers


def test_target_interfaces_and_cost(canton: GraphStore, metamodel: Metamodel) -> None:
    row = run(canton, metamodel)[0]
    assert (row["target_kind"], row["target"]) == ("member", "Fallführung (AFS)")
    assert "Fallführungssystem ABS (APP-3)" in row["target_why"]
    # IF-1 runs between members, IF-3 beside IF-2 to the same partner; IF-4 must be built at the target.
    assert (row["falls_away"], row["falling"]) == (2, ["IF-1!", "IF-3!"])
    assert (row["must_rebuild"], row["rebuilding"]) == (1, ["IF-4!"])
    assert row["run_cost"] == {"from": 70000, "to": None, "answered": 2, "asked": 3}
    assert row["score"]["from"] < row["score"]["to"]
    assert (row["first"], row["top"]) == (1.0, 1.0)


def test_a_deviation_in_force_decides_by_the_shipped_guideline(canton: GraphStore, metamodel: Metamodel) -> None:
    row = run(canton, metamodel)[0]
    assert (row["verdict"], row["could_be"]) == ("harmonise", [])
    assert row["reason"].startswith("R5 Harmonisieren")
    assert "(Ausnahmen in Kraft: 1)" in row["reason"]
    later = run(canton, metamodel, day="2028-06-30")[0]
    assert later["verdict"] == "centralise"
    assert later["reason"].startswith("R7 Zentralisieren")


def test_a_standard_solution_is_the_target_and_no_member(
    canton: GraphStore, metamodel: Metamodel, tmp_path: Path
) -> None:
    put(
        canton, metamodel, tmp_path / "standard.xlsx",
        fact(metamodel, "Application", "APP-20", name="Fallführung Kanton", owned_by="OE-ABS", **CASES),
        fact(metamodel, "BusinessCapability", "GF-1", standard_solution="APP-20"),
        fact(metamodel, "Interface", "IF-9", provided_by="APP-9", consumed_by="APP-20"),
    )  # fmt: skip
    row = run(canton, metamodel, day="2028-06-30")[0]
    assert groups([row]) == {frozenset({"APP-1", "APP-2", "APP-3"})}
    assert (row["target_kind"], row["target"]) == ("standard", "Fallführung Kanton")
    assert row["reason"].startswith("R6 Zentralisieren")
    # The standard has its own interface from APP-9, so IF-4 falls away, too.
    assert (row["falling"], row["rebuilding"]) == (["IF-1!", "IF-3!", "IF-4!"], ["IF-2!"])


def test_what_is_not_known_leaves_it_undecided(canton: GraphStore, metamodel: Metamodel) -> None:
    with canton.writing() as tx:
        tx.write("MATCH (d:Deviation) DETACH DELETE d")
        tx.write("MATCH (a:Application {id: 'APP-2'}) REMOVE a.confidentiality")
        tx.write("MATCH (a:Application {id: 'APP-1'}) SET a.confidentiality = 'very_high'")
    row = run(canton, metamodel)[0]
    assert (row["verdict"], row["could_be"]) == ("undecided", ["harmonise", "centralise"])
    assert "Offen ist: Abstand im Schutzbedarf (Stufen) (fehlt bei Fallführung Jugend (APP-2))" in row["reason"]
    assert "R4" in row["reason"]
    assert "R7" in row["reason"]


def test_a_court_with_a_law_of_its_own_stays_apart(canton: GraphStore, metamodel: Metamodel) -> None:
    with canton.writing() as tx:
        tx.write("MATCH (u:OrganisationUnit {id: 'OE-AJU'}) SET u.kind = 'court'")
    row = run(canton, metamodel)[0]
    assert row["verdict"] == "keep_apart"
    assert any(text.startswith("Eigene Träger: AJU") for text in row["against"])


def test_the_office_s_own_weights_and_guideline_count(canton: GraphStore, metamodel: Metamodel, tmp_path: Path) -> None:
    (tmp_path / "guideline.yaml").write_text(
        "name: Eigene\nversion: 1\nhit: unique\nrules:\n"
        '  - {id: A, when: {products: several}, then: keep_apart, says: {de: "Zu bunt.", en: "Too many."}}\n'
        '  - {id: B, when: {products: one}, then: centralise, says: {de: "Eines.", en: "One."}}\n',
        encoding="utf-8",
    )
    row = run(canton, metamodel, Policy(tmp_path))[0]
    assert (row["verdict"], row["reason"]) == ("keep_apart", "A Getrennt lassen: Zu bunt. (Produkte: mehrere)")
    (tmp_path / "centralisation.yaml").write_text("likeness: {threshold: 0.99}\n", encoding="utf-8")
    assert run(canton, metamodel, Policy(tmp_path)) == []
    (tmp_path / "centralisation.yaml").write_text("likeness: {threshold: 9}\n", encoding="utf-8")
    with pytest.raises(BrokenPolicyFile, match="threshold"):
        run(canton, metamodel, Policy(tmp_path))


def test_offices_nobody_recorded_are_told(store: GraphStore, metamodel: Metamodel, tmp_path: Path) -> None:
    put(
        store, metamodel, tmp_path / "bare.xlsx", fact(metamodel, "OrganisationUnit", "OE-1", short_name="AFU"),
        fact(metamodel, "Application", "APP-1", name="Kurse AFU"),
        fact(metamodel, "Application", "APP-2", name="Kurse"),
        fact(metamodel, "Application", "APP-3", name="Raumplan", owned_by="OE-1"),
    )  # fmt: skip
    rows = run(store, metamodel)
    assert groups(rows) == {frozenset({"APP-1", "APP-2"})}
    assert rows[0]["members"] == ["Kurse AFU (APP-1), AFU?", "Kurse (APP-2), –"]
    assert any(text.startswith("Zuständiges Amt nicht erfasst") for text in rows[0]["blockers"])
    assert any(text.startswith("Ob noch in Betrieb") for text in rows[0]["blockers"])
    assert rows[0]["target_kind"] == "member"
    assert rows[0]["run_cost"] == {"from": 0, "to": None, "answered": 0, "asked": 2}


def test_an_empty_graph_has_no_groups(store: GraphStore, metamodel: Metamodel) -> None:
    result = named("centralisation_candidates").run(store, metamodel)
    assert (result.rows, result.summary["groups"]) == ([], 0)


def test_what_an_office_does_besides_is_no_second_of_the_same(
    canton: GraphStore, metamodel: Metamodel, tmp_path: Path
) -> None:
    before = run(canton, metamodel)
    archive = {"name": "Fallführung-Belegarchiv", "owned_by": "OE-AFS", "product": "Fallmuster", **CASES}
    put(canton, metamodel, tmp_path / "more.xlsx", fact(metamodel, "Application", "APP-11", **archive))
    assert [row["applications"] for row in run(canton, metamodel)] == [row["applications"] for row in before]
    assert before[0]["applications"] == ["APP-1", "APP-2", "APP-3"]


def test_where_no_two_offices_are_known_only_equal_names_count(
    store: GraphStore, metamodel: Metamodel, tmp_path: Path
) -> None:
    def app(id_: str, name: str, **values: Any) -> Any:
        return fact(metamodel, "Application", id_, name=name, **values)

    put(
        store, metamodel, tmp_path / "nobody.xlsx", fact(metamodel, "OrganisationUnit", "OE-1", short_name="STA"),
        fact(metamodel, "BusinessCapability", "GF-1"),
        app("APP-1", "Arbeitsvermittlung"), app("APP-2", "ARBEITSVERMITTLUNG"),
        app("APP-3", "Quellensteuer", supports="GF-1"),
        app("APP-4", "Quellensteuer-Portal", supports="GF-1", owned_by="OE-1"),
        # Two of which nobody knows the product share none; a nightly run follows its application.
        app("APP-5", "Badeaufsicht", product="k.A.", supports="GF-1"),
        app("APP-6", "Lawinen", product="k.A.", supports="GF-1"),
        app("APP-7", "Job Abgleich Quellensteuer", supports="GF-1"),
    )  # fmt: skip
    with store.writing() as tx:
        # A list without names, whose ids are names.
        tx.write("MATCH (a:Application {id: 'APP-2'}) SET a.id = 'Arbeitsvermittlung' REMOVE a.name")
    row, *more = run(store, metamodel)
    assert (row["applications"], more) == (["APP-1", "Arbeitsvermittlung"], [])
    assert row["members"] == ["Arbeitsvermittlung (APP-1), –", "Arbeitsvermittlung, –"]
    assert row["verdict"] == "undecided"
    assert any(text.startswith("Vielleicht dieselbe Applikation zweimal erfasst") for text in row["blockers"])


def test_one_beside_what_serves_all_is_a_group_with_it(store: GraphStore, metamodel: Metamodel, tmp_path: Path) -> None:
    def app(id_: str, owner: str, **values: Any) -> Any:
        return fact(metamodel, "Application", id_, name="Softwareverteilung", owned_by=owner, **values)

    put(
        store, metamodel, tmp_path / "two.xlsx", fact(metamodel, "OrganisationUnit", "OE-1", short_name="AIO"),
        fact(metamodel, "OrganisationUnit", "OE-2", short_name="PSD"),
        app("APP-1", "OE-1", kind="base_service"), app("APP-2", "OE-2", kind="specialist"),
        fact(metamodel, "Interface", "IF-1", provided_by="APP-2", consumed_by="APP-9"),
        fact(metamodel, "Application", "APP-9", name="Statistik", owned_by="OE-1"),
    )  # fmt: skip
    (row,) = run(store, metamodel)
    assert (row["applications"], row["target_kind"]) == (["APP-1", "APP-2"], "common")
    assert (row["target"], row["offices"], row["rebuilding"]) == ("Softwareverteilung", 2, ["IF-1!"])
    # Beside a third office, it is where the others go.
    put(
        store, metamodel, tmp_path / "third.xlsx", fact(metamodel, "OrganisationUnit", "OE-3", short_name="KSM"),
        app("APP-3", "OE-3", kind="specialist"),
    )  # fmt: skip
    (row,) = run(store, metamodel)
    assert (row["applications"], row["target_kind"]) == (["APP-2", "APP-3"], "common")
