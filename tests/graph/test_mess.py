"""A messy inventory in a real graph: the same facts and links as from the clean one."""

from __future__ import annotations

from inventories import facts, links, properties

from ea_cockpit.graph.store import GraphStore
from ea_cockpit.ingest.importer import Request, run_import
from ea_cockpit.ingest.layout import recognise
from ea_cockpit.model.metamodel import Metamodel
from ea_cockpit.sample.generate import generate
from ea_cockpit.sample.mess.make import make_mess
from ea_cockpit.sample.mess.noise import Noise
from ea_cockpit.tabular.reader import read_bytes

MESS = (
    "title-rows", "preamble", "offset", "columns-shuffled", "columns-hidden", "rows-hidden", "rows-blank", "totals",
    "headers-repeated", "money-as-text", "dates-serial", "stray-blanks", "formulas-cached", "comments", "cover-sheets",
)  # fmt: skip


def test_mess_that_loses_nothing_changes_nothing(store: GraphStore, metamodel: Metamodel) -> None:
    sample = generate(150, 1)
    messy = make_mess(sample, MESS, Noise.HIGH, 3)
    tables = [read_bytes(name, content) for name, content in messy.files.items()]
    plan, profile = recognise(tables, metamodel)
    # A total in a strange column may be kept out as a faulty row; no fact may.
    report = run_import(Request(tables, plan, profile=profile, accept_valid=True), metamodel, store)
    assert report.written
    expected = {(label, fact.id): fact for label, listed in sample.facts.items() for fact in listed}
    assert facts(store) == set(expected)
    wanted = {
        (one, other) for (label, one), fact in expected.items() for link in metamodel[label].links
        for other in getattr(fact, link.name)
    }  # fmt: skip
    found = {(start, end) for start, _, end in links(store)}
    assert found | {(end, start) for start, end in found} == wanted | {(end, start) for start, end in wanted}
    for key in ("APP-0003", "IF-0003", "DB-0003"):
        told = {
            cell.field: cell.value for cell in messy.truth.cells if cell.id == key and isinstance(cell.value, float)
        }
        kept = properties(store, key)
        assert {name: kept[name] for name in told} == told
