"""Each analysis on three generated inventories: answer, planted truth and a plain count over the export agree."""

from __future__ import annotations

import importlib
import json
import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import planted
import pytest
from conftest import wipe
from planted.book import Book

from ea_cockpit.analyses import named, registry
from ea_cockpit.export.xlsx import write_catalogue
from ea_cockpit.graph.local_server import GraphAddress
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.ingest.importer import Request, plan_for, run_import
from ea_cockpit.model.metamodel import Metamodel
from ea_cockpit.sample.generate import write_sample
from ea_cockpit.tabular.reader import read_table

SEEDS = (1401, 1402, 1403)
PARTS = [
    importlib.import_module(f"planted.{module.name}")
    for module in pkgutil.iter_modules(planted.__path__)
    if module.name != "book"
]


@dataclass
class Canton:
    """One inventory in the graph, its truth, and its export."""

    store: GraphStore
    metamodel: Metamodel
    truth: dict[str, Any]
    book: Book


@pytest.fixture(scope="module", params=SEEDS)
def canton(
    request: pytest.FixtureRequest, server: GraphAddress, metamodel: Metamodel, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Canton]:
    folder: Path = tmp_path_factory.mktemp("canton")
    *files, truth = write_sample(150, request.param, folder, metamodel)
    with GraphStore(server) as store:
        store.apply_schema(metamodel)
        wipe(store)
        tables = [read_table(path) for path in files]
        assert run_import(Request(tables, plan_for(tables, metamodel)), metamodel, store).written
        out = folder / "export.xlsx"
        with out.open("wb") as target:
            write_catalogue(store, metamodel, target, "de")
        yield Canton(store, metamodel, json.loads(truth.read_text("utf-8")), Book(out, metamodel))


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_what_was_planted_is_found(part: ModuleType, canton: Canton) -> None:
    params = getattr(part, "PARAMS", {})
    given = params(canton.truth) if callable(params) else params
    answer = named(part.ANALYSIS).run(canton.store, canton.metamodel, **given).as_json("de")
    found = part.from_result(answer["rows"])
    assert found == part.from_truth(canton.truth)
    assert found == part.from_workbook(canton.book)
    assert found


def test_every_analysis_has_its_truth() -> None:
    # These answer about imports, or about one fact or office that is asked for: they have golden tests of their own.
    apart = {"not_seen", "differing_sources", "open_references", "impact", "interfaces"}
    assert set(registry()) - apart <= {part.ANALYSIS for part in PARTS}
