"""Technologies on the real graph: recognised how, supported until when, by whose word, and what stands on them."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from landscapes import fact, put

from ea_cockpit.analyses import named
from ea_cockpit.analyses.analysis import Result
from ea_cockpit.analyses.policy import SHIPPED, Policy
from ea_cockpit.errors import CockpitError
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.model.metamodel import Metamodel

DAY = "2026-06-30"


def run(store: GraphStore, metamodel: Metamodel, policy: Policy = SHIPPED, **params: Any) -> Result:
    return named("technology_lifecycle").run(store, metamodel, policy, **{"day": DAY, **params})


@pytest.fixture
def radar(store: GraphStore, metamodel: Metamodel, tmp_path: Path) -> GraphStore:
    """One technology for each way to be found, and for each status."""

    def tech(id_: str, name: str, **values: Any) -> Any:
        return fact(metamodel, "Technology", id_, name=name, **values)

    day = dt.date.fromisoformat
    put(
        store, metamodel, tmp_path / "radar.xlsx",
        tech("OWN", "PHP 7.4", end_of_life=day("2026-06-30")),
        tech("SOON", "Hausdatenbank", end_of_life=day("2027-06-30"), support_ends=day("2020-01-01")),
        tech("FIXES", "Hausdatenbank 2", end_of_life=day("2027-07-01"), support_ends=day("2026-06-30")),
        tech("SUPPORT", "Hausdatenbank 3", support_ends=day("2025-01-01")),
        tech("SLUG", "Datenbank des Amtes", lifecycle_slug="postgresql", version="14"),
        tech("CPE", "Skripte", lifecycle_slug="cpe:2.3:a:php:php:7.4:*:*:*:*:*:*:*"),
        tech("ALIAS", "Webserver", aliases="pkg:docker/library/tomcat@9.0.1"),
        tech("NAME", "Node.js 16"), tech("PAID", "Windows Server 2012 R2"),
        tech("PACK", "SQL Server 2014"), tech("OPEN", "SQL Server 2016"), tech("NEVER", ".NET Framework 4.8"),
        tech("VERSION", "PostgreSQL 99"), tech("NONE", "PostgreSQL"), tech("STRANGE", "Baukasten Muster 3"),
        tech("DIFFERS", "PostgreSQL 16", end_of_life=day("2031-01-01"), succeeded_by="SLUG"),
        fact(metamodel, "Application", "A-1", built_with="NAME"), fact(metamodel, "Application", "A-2"),
        fact(metamodel, "Application", "A-3", built_with="NAME", status="retired"),
        fact(metamodel, "DataStore", "D-1", held_by="A-2", hosted_on="H-1"),
        fact(metamodel, "Hosting", "H-1", part_of="H-2"), fact(metamodel, "Hosting", "H-2", built_with="NAME; OWN"),
    )  # fmt: skip
    return store


def test_each_is_found_and_stands_as_its_evidence_says(radar: GraphStore, metamodel: Metamodel) -> None:
    rows = {row["id"]: row for row in run(radar, metamodel).as_json("de")["rows"]}
    assert {key: (row["status"], row["end_of_life"]) for key, row in rows.items()} == {
        "OWN": ("out_of_support", "2026-06-30"), "SOON": ("ending", "2027-06-30"),
        "FIXES": ("security_only", "2027-07-01"), "SUPPORT": ("out_of_support", "2025-01-01"),
        "SLUG": ("ending", "2026-11-12"), "CPE": ("out_of_support", "2022-11-28"), "ALIAS": ("ending", "2027-03-31"),
        "NAME": ("out_of_support", "2023-09-11"), "PAID": ("extended_support", "2023-10-10"),
        "PACK": ("extended_support", "2024-07-09"), "OPEN": ("no_date", None), "NEVER": ("supported", None),
        "VERSION": ("no_date", None), "NONE": ("no_date", None), "STRANGE": ("unmatched", None),
        "DIFFERS": ("supported", "2031-01-01"),
    }  # fmt: skip
    assert {key for key, row in rows.items() if row["contradiction"]} == {"OWN", "DIFFERS"}
    assert rows["DIFFERS"]["contradiction"] == "Katalog: Ende 01.01.2031; endoflife.date (22.11.2026): 09.11.2028."
    assert {key: row["applications"] for key, row in rows.items() if row["applications"]} == {"NAME": 2, "OWN": 1}
    assert rows["DIFFERS"]["successor"] == "Datenbank des Amtes"


def test_the_reason_names_the_way_the_day_and_the_source(radar: GraphStore, metamodel: Metamodel) -> None:
    rows = {row["id"]: row for row in run(radar, metamodel).as_json("de")["rows"]}
    assert rows["SLUG"]["reason"] == (
        "Lebensende in 4 Monaten: 12.11.2026 (endoflife.date, Stand 22.11.2026). Nach der Kennung «postgresql» erkannt."
    )
    assert rows["SOON"]["reason"].startswith("Lebensende in 12 Monaten: 30.06.2027 (Katalog). «Hausdatenbank» ist kein")
    assert "09.01.2018 bis 14.07.2026" in rows["OPEN"]["reason"]
    assert "Version 99 unbekannt" in rows["VERSION"]["reason"]
    assert "Version fehlt" in rows["NONE"]["reason"]
    assert "bezahlter Support bis 13.10.2026" in rows["PAID"]["reason"]


def test_the_figures_never_count_the_unclear_as_fine(radar: GraphStore, metamodel: Metamodel) -> None:
    assert run(radar, metamodel).summary == {
        "technologies": 16, "out_of_support": 4, "ending": 3, "unclear": 4, "contradictions": 2
    }  # fmt: skip


def test_another_day_gives_another_answer(radar: GraphStore, metamodel: Metamodel) -> None:
    def status(day: str, months: int) -> dict[str, str]:
        return {row["id"]: row["status"] for row in run(radar, metamodel, day=day, months=months).as_json("de")["rows"]}

    before = status("2026-06-29", 0)
    assert (before["OWN"], before["SOON"], before["OPEN"]) == ("supported", "security_only", "no_date")
    later = status("2028-01-01", 12)
    # What is said to have no end is believed for a year after the data were published, and no longer.
    assert (later["NEVER"], later["SOON"], later["OPEN"], later["STRANGE"]) == (
        "no_date", "out_of_support", "extended_support", "unmatched",
    )  # fmt: skip


def test_the_office_s_own_data_come_before_the_shipped(radar: GraphStore, metamodel: Metamodel, tmp_path: Path) -> None:
    own = {"as_of": "2026-06-01", "products": {
        "baukasten": {"title": "Baukasten Muster", "cycles": [{"cycle": "3", "eol": "2026-01-31"}]}}}  # fmt: skip
    (tmp_path / "endoflife.json").write_text(json.dumps(own), "utf-8")
    rows = {row["id"]: row for row in run(radar, metamodel, Policy(tmp_path)).as_json("de")["rows"]}
    assert rows["STRANGE"]["status"] == "out_of_support"
    assert "endoflife.date, Stand 01.06.2026" in rows["STRANGE"]["reason"]
    assert rows["NAME"]["status"] == "unmatched"
    (tmp_path / "endoflife.json").write_text("{}", "utf-8")
    with pytest.raises(CockpitError) as trouble:
        run(radar, metamodel, Policy(tmp_path))
    assert "endoflife.json" in trouble.value.message("de")
