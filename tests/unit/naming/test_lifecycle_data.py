"""Life cycle data of one's own: what is read, what is refused and where, and which cycles a version can mean."""

from __future__ import annotations

import datetime as dt
import json
import os
from pathlib import Path
from typing import Any

import pytest

from ea_cockpit.errors import CockpitError
from ea_cockpit.i18n import LANGS
from ea_cockpit.naming.cycles import cycles_meant
from ea_cockpit.naming.lifecycle import SHIPPED_ON, data_in_force, knowledge
from ea_cockpit.naming.lifecycle_file import LifecycleFault, LifecycleUnreadable, differences, read_data
from ea_cockpit.naming.products import find_product
from ea_cockpit.naming.words import knowledge_file

SMALL = {
    "postgresql": {
        "title": "PostgreSQL", "category": "database",
        "cycles": [{"cycle": "19", "eol": False}, {"cycle": "17", "eol": "2029-12-01", "support": "2028-01-01"}],
    }
}  # fmt: skip
API = {
    "schema_version": "1.2.0", "generated_at": "2026-10-01T00:00:00+00:00", "total": 1,
    "result": [
        {
            "name": "postgresql", "label": "PostgreSQL", "category": "database", "aliases": ["postgres"],
            "identifiers": [{"id": "cpe:2.3:a:postgresql:postgresql", "type": "cpe"}, {"id": "x", "type": "repology"}],
            "releases": [
                {"name": "19", "label": "19", "releaseDate": "2026-09-01", "isEol": False, "eolFrom": None,
                 "isEoas": False, "eoasFrom": None, "isLts": False, "latest": {"name": "19.1"}},
                {"name": "17", "label": "17", "isEol": False, "eolFrom": "2029-12-01", "isEoas": True,
                 "eoasFrom": None, "isEoes": False, "eoesFrom": "2031-01-01", "latest": None},
            ],
        }
    ],
}  # fmt: skip


def written(folder: Path, content: Any, name: str = "daten.json") -> Path:
    path = folder / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def test_the_shipped_data_are_as_their_notice_says() -> None:
    assert SHIPPED_ON.isoformat() in knowledge_file("NOTICE.md")
    assert knowledge().published == SHIPPED_ON
    assert not knowledge().own


def test_the_shipped_shape_is_read_and_what_is_kept_reads_the_same(tmp_path: Path) -> None:
    given = read_data(written(tmp_path, SMALL))
    assert set(given.products) == {"postgresql"}
    kept = written(tmp_path, given.as_json(), "kept.json")
    assert read_data(kept) == given
    known = knowledge(kept)
    cycle = known.products["postgresql"].cycle("17")
    assert cycle is not None
    assert (cycle.support, cycle.end_of_life, cycle.extended) == (dt.date(2028, 1, 1), dt.date(2029, 12, 1), None)
    assert known.own
    assert find_product("Postgres 19", known) is not None


def test_the_full_list_of_the_public_api_is_read(tmp_path: Path) -> None:
    data = read_data(written(tmp_path, API))
    assert data.published == dt.date(2026, 10, 1)
    assert data.products["postgresql"]["identifiers"] == ["postgresql"]
    cycles = {one["cycle"]: one for one in data.products["postgresql"]["cycles"]}
    assert (cycles["19"]["eol"], cycles["19"]["support"], cycles["19"]["latest"]) == (False, True, "19.1")
    assert (cycles["17"]["eol"], cycles["17"]["support"]) == ("2029-12-01", False)
    assert cycles["17"]["extendedSupport"] == "2031-01-01"


def test_data_replaced_are_read_anew(tmp_path: Path) -> None:
    path = written(tmp_path, SMALL)
    assert set(knowledge(path).products) == {"postgresql"}
    written(tmp_path, {"php": {"title": "PHP", "cycles": [{"cycle": "9", "eol": False}]}})
    os.utime(path, ns=(1, 1))
    assert set(knowledge(path).products) == {"php"}


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ({"x": {"title": "X", "cycles": [{"cycle": "1", "eol": "2026-02-30"}]}}, "x.cycles.0.eol"),
        ({"x": {"title": "X", "cycles": [{"cycle": "1", "eol": 20260230}]}}, "x.cycles.0.eol"),
        ({"x": {"title": "X", "cycles": [{"cycle": "1"}]}}, "x.cycles.0.eol"),
        ({"x": {"title": "X", "cycles": [{"cycle": 1, "eol": False}]}}, "x.cycles.0.cycle"),
        ({"x": {"title": "X", "cycles": "all"}}, "x.cycles"),
        ({"x": {"cycles": []}}, "x.title"),
        ({"x": 3}, "x"),
        ({}, "–"),
        ([1], "–"),
        ("3", "–"),
        ("null", "–"),
    ],
)
def test_a_value_that_cannot_be_is_refused_with_its_place(tmp_path: Path, content: Any, place: str) -> None:
    with pytest.raises(LifecycleFault) as trouble:
        read_data(written(tmp_path, content))
    for lang in LANGS:
        assert place in trouble.value.message(lang)
        assert "{" not in trouble.value.way_out(lang)


@pytest.mark.parametrize("content", ["", "{", "[" * 100_000, '{"result": [3]}', '{"result": [{"name": "x"}]}'])
def test_what_is_no_such_file_is_refused(tmp_path: Path, content: str) -> None:
    with pytest.raises(CockpitError) as trouble:
        read_data(written(tmp_path, content))
    assert trouble.value.exit_status == 4


def test_bytes_a_folder_and_nothing_at_all_are_refused(tmp_path: Path) -> None:
    (tmp_path / "bild.json").write_bytes(b"\x89PNG\xff\xfe")
    for path in (tmp_path / "bild.json", tmp_path, tmp_path / "fehlt.json"):
        with pytest.raises(LifecycleUnreadable):
            read_data(path)


def test_what_differs_is_told_product_by_product() -> None:
    old: dict[str, dict[str, Any]] = {
        "a": {"title": "A", "cycles": [{"cycle": "1", "eol": "2026-01-01"}, {"cycle": "0", "eol": True}]},
        "b": {"title": "B", "cycles": []},
        "same": {"title": "S", "cycles": [{"cycle": "1", "eol": False}]},
    }
    new: dict[str, dict[str, Any]] = {
        "a": {"title": "A", "cycles": [{"cycle": "2", "eol": False}, {"cycle": "1", "eol": "2026-06-01"}]},
        "c": {"title": "C", "cycles": []},
        "same": {"title": "S", "cycles": [{"cycle": "1", "eol": False}]},
    }
    assert {(one.slug, one.what, one.cycles) for one in differences(old, new)} == {
        ("c", "new", ()),
        ("b", "gone", ()),
        ("a", "changed", ("+2", "-0", "1: eol 2026-01-01 → 2026-06-01")),
    }
    assert differences(old, old) == []
    assert differences(data_in_force().products, data_in_force().products) == []


@pytest.mark.parametrize(
    ("text", "cycles"),
    [
        ("SQL Server 2016", {"13.0", "13.0-sp1", "13.0-sp2", "13.0-sp3"}),
        ("SQL Server 2016 SP2", {"13.0-sp2"}),
        ("SQL Server 2019", {"15.0"}),
        ("Tomcat 9", {"9.0"}),
        ("PostgreSQL 14.3", {"14"}),
        ("Java 1.8.0", {"8"}),
        ("Elasticsearch 8", {"8.16", "8.17", "8.18", "8.19"}),
        ("Windows Server 2012", {"2012"}),
        ("PostgreSQL 99", set()),
        ("PostgreSQL", set()),
    ],
)
def test_a_version_stands_for_all_cycles_it_can_mean(text: str, cycles: set[str]) -> None:
    match = find_product(text)
    assert match is not None
    assert {one.cycle for one in cycles_meant(match, knowledge())} == cycles
