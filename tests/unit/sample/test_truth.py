"""What truth.json claims, looked up again in the facts by other means."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest

from ea_cockpit.sample.generate import Sample, generate

AS_OF = dt.date(2026, 6, 30)
Rows = dict[str, dict[str, dict[str, Any]]]


@pytest.fixture(scope="module", params=(150, 1_200))
def sample(request: pytest.FixtureRequest) -> Sample:
    return generate(request.param, 5)


@pytest.fixture(scope="module")
def rows(sample: Sample) -> Rows:
    return {label: {f.id: f.model_dump(mode="python") for f in facts} for label, facts in sample.facts.items()}


def _running(row: dict[str, Any]) -> bool:
    return row.get("status") not in ("planned", "retired")


def test_truth_is_json_with_a_rule_and_a_reason_for_each_kind(sample: Sample) -> None:
    told = json.loads(sample.truth.as_json())
    assert told["counts"] == sample.truth.counts
    for kind, found in sample.truth.findings.items():
        assert told[kind] == found
        assert told["rules"][kind]
        assert found, kind
        assert all(entry["reason"] for entry in found)


def test_counts_grow_with_the_canton() -> None:
    small, large = generate(150, 5).truth.findings, generate(1_200, 5).truth.findings
    growing = ("redundant_applications", "standard_violations", "sensitive_data_abroad", "duplicate_names")
    assert all(len(large[kind]) > len(small[kind]) for kind in growing)


def test_redundant_groups_do_one_task_in_several_offices(sample: Sample, rows: Rows) -> None:
    for group in sample.truth.findings["redundant_applications"]:
        members = [rows["Application"][key] for key in group["applications"]]
        assert all(group["capability"] in row["supports"] for row in members)
        assert all(row["name"].startswith(group["task"]) and _running(row) for row in members)
        assert len({row["name"] for row in members}) == len(members) >= 2
        assert sorted(k for keys in group["products"].values() for k in keys) == sorted(group["applications"])


def test_sensitive_data_abroad(sample: Sample, rows: Rows) -> None:
    abroad = {key for key, row in rows["Hosting"].items() if row["jurisdiction"] != "CH"}
    expected = {
        (label, key)
        for label in ("Application", "DataStore")
        for key, row in rows[label].items()
        if row["personal_data"] == "sensitive" and abroad & set(row["hosted_on"])
    }
    assert {(e["type"], e["id"]) for e in sample.truth.findings["sensitive_data_abroad"]} == expected


def test_end_of_life_technologies_and_who_stands_on_them(sample: Sample, rows: Rows) -> None:
    found = {e["id"]: e for e in sample.truth.findings["end_of_life_technologies"]}
    expected = {k for k, r in rows["Technology"].items() if r["end_of_life"] and r["end_of_life"] <= AS_OF}
    assert set(found) == expected
    for key, entry in found.items():
        direct = {a for a, r in rows["Application"].items() if key in r["built_with"] and _running(r)}
        assert set(entry["direct"]) == direct
        servers = set(entry["hostings"])
        assert servers == {h for h, r in rows["Hosting"].items() if key in r["built_with"]}
        standing = {a for a, r in rows["Application"].items() if servers & set(r["hosted_on"]) and _running(r)}
        assert standing <= set(entry["direct"]) | set(entry["through"])


def test_forbidden_technology_and_data_where_they_must_not_be(sample: Sample, rows: Rows) -> None:
    expected = set()
    for standard in rows["Standard"].values():
        over = standard["verdict"] == "phase_out" and standard["valid_until"] < AS_OF
        if standard["verdict"] == "forbidden" or over:
            for label in ("Application", "DataStore", "Hosting"):
                for key, row in rows[label].items():
                    if label != "Application" or _running(row):
                        expected |= {(standard["id"], key, t) for t in row["built_with"] if t in standard["applies_to"]}
    told = {
        (e["standard"], e["id"], e["because_of"])
        for e in sample.truth.findings["standard_violations"]
        if e["because_of"].startswith("TEC-")
    }
    assert told == expected


def test_own_solutions_beside_the_mandatory_one(sample: Sample, rows: Rows) -> None:
    for entry in sample.truth.findings["standard_violations"]:
        if entry["because_of"].startswith("GF-"):
            standard = rows["Standard"][entry["standard"]]
            app = rows["Application"][entry["id"]]
            solution = rows["BusinessCapability"][entry["because_of"]]["standard_solution"][0]
            assert standard["verdict"] == "mandatory"
            assert entry["because_of"] in standard["applies_to"]
            assert app["supports"][0] == entry["because_of"]
            assert app["id"] != solution
    told = {e["standard"] for e in sample.truth.findings["standard_violations"]}
    assert {"STD-FA-01", "STD-FA-02", "STD-FA-03", "STD-SEC-01", "STD-SEC-02"} <= told


def _fails_with(rows: Rows, start: str) -> set[str]:
    """The rule applied over and over to the whole inventory until nothing more fails: slow and simple."""
    down = {start}
    while True:
        more = set()
        for key, row in rows["Hosting"].items():
            if set(row["part_of"]) & down:
                more.add(key)
        for label in ("DataStore", "Application"):
            more |= {key for key, row in rows[label].items() if row["hosted_on"] and set(row["hosted_on"]) <= down}
        for key, row in rows["DataStore"].items():
            more |= set(row["held_by"]) if key in down else set()
        for label in ("Application", "BusinessProcess"):
            for key, row in rows[label].items():
                more |= set(row["part_of"]) if key in down else set()
        more |= {key for key, row in rows["Application"].items() if set(row["depends_on"]) & down}
        more |= {key for key, row in rows["BusinessProcess"].items() if set(row["uses"]) & down}
        more |= {key for key, row in rows["Service"].items() if set(row["realised_by"]) & down}
        if more <= down:
            return down - {start}
        down |= more


def test_single_points_of_failure_fell_what_is_said(sample: Sample, rows: Rows) -> None:
    told = {e["id"]: e for e in sample.truth.findings["single_points_of_failure"]}
    assert "BU-ALT1" in told
    threshold = max(10, sample.truth.applications // 100)
    for key, entry in told.items():
        assert {k for keys in entry["fails"].values() for k in keys} == _fails_with(rows, key)
        assert len(entry["fails"]["Application"]) >= threshold
    others = [key for key in rows["Hosting"] if key not in told][:15]
    assert all(len(_fails_with(rows, key) & set(rows["Application"])) < threshold for key in others)


def test_duplicate_names_are_two_facts_of_one_type(sample: Sample, rows: Rows) -> None:
    types = set()
    for entry in sample.truth.findings["duplicate_names"]:
        first, second = (rows[entry["type"]][key] for key in entry["ids"])
        assert [first["name"], second["name"]] == entry["names"]
        assert first["name"] != second["name"]
        types.add(entry["type"])
    assert types == {"Supplier", "Technology", "Application"}


def test_leadership_over_data_objects(sample: Sample, rows: Rows) -> None:
    without = {key for key, row in rows["DataObject"].items() if not row["leading_system"]}
    assert {e["id"] for e in sample.truth.findings["data_objects_without_leader"]} == without
    for entry in sample.truth.findings["data_objects_with_several_leaders"]:
        stores = [rows["DataStore"][key] for key in entry["data_stores"]]
        assert all(row["kind"] == "register" and entry["id"] in row["contains"] for row in stores)
        assert {app for row in stores for app in row["held_by"]} == set(entry["applications"])
        assert len(entry["applications"]) > 1


def test_unencrypted_interfaces_with_sensitive_data(sample: Sample, rows: Rows) -> None:
    word = "Besonders schützenswert"
    secret = {key for key, row in rows["DataObject"].items() if row["custom"]["Personendaten"] == word}
    expected = {
        key
        for key, row in rows["Interface"].items()
        if row["encrypted"] is False and secret & set(row["carries"]) and _running(row)
    }
    assert {e["id"] for e in sample.truth.findings["unencrypted_sensitive_interfaces"]} == expected


def test_services_on_obsolete_applications(sample: Sample, rows: Rows) -> None:
    old = {
        key
        for key, row in rows["Application"].items()
        if row["status"] in ("phase_out", "retired") or (row["end_of_life"] and row["end_of_life"] < AS_OF)
    }
    expected = {key for key, row in rows["Service"].items() if old & set(row["realised_by"])}
    assert {e["id"] for e in sample.truth.findings["services_on_obsolete_applications"]} == expected
