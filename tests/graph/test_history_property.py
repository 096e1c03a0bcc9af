"""Undo after undo goes back through every state there was, to the empty graph; as-of sees each of them."""

from __future__ import annotations

import random
from collections import Counter
from itertools import pairwise
from typing import Any

import pytest
from inventories import Sheets, table

from ea_cockpit.graph.catalogue_values import Reader
from ea_cockpit.graph.history import as_of, undo
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.ingest.importer import Request, plan_for, run_import
from ea_cockpit.model.metamodel import Metamodel

IMPORTS = 20
UNITS = [f"OE-{n}" for n in range(4)]
APPLICATIONS = [f"APP-{n}" for n in range(8)]
STORES = [f"DB-{n}" for n in range(4)]
# A name may be used where an id is asked; nobody is called "Niemand".
NAMES = ["Alpha", "Beta", "Gamma", "Niemand"]
State = tuple[dict[tuple[str, str], str], Counter[tuple[str, ...]]]


def state(reader: Reader) -> State:
    """All facts with their properties to the last type, and all links with how often each is there."""
    facts = reader.read(
        "MATCH (n:Fact) RETURN [l IN labels(n) WHERE l <> 'Fact'][0] AS l, properties(n) AS p ORDER BY l, n.id"
    )
    links = reader.read(
        "MATCH (a:Fact)-[r]->(b:Fact) RETURN labels(a) + a.id + type(r) + labels(b) + b.id AS link ORDER BY link"
    )
    exact = {(row["l"], row["p"]["id"]): repr(sorted(row["p"].items())) for row in facts}
    return exact, Counter(tuple(row["link"]) for row in links)


def readings(reader: Reader) -> list[str]:
    """By which aliases cells are or were read."""
    found = reader.read(
        "MATCH (f:Fact)-[u:READ_AS]->(a:Alias) RETURN f.id AS f, properties(u) AS u, a.key AS a ORDER BY f"
    )
    return sorted(repr((row["f"], sorted(row["u"].items()), row["a"])) for row in found)


def some(rng: random.Random, listed: list[str], most: int) -> list[str]:
    return rng.sample(listed, rng.randint(0, most))


def sheet(rng: random.Random, ids: list[str], columns: dict[str, Any]) -> list[list[Any]]:
    """Some of the facts, with some of the columns; a cell may be empty."""
    taken = [name for name in columns if rng.random() < 0.6]
    rows = [[id_, *(columns[name]() if rng.random() < 0.7 else "" for name in taken)] for id_ in ids]
    return [["ID", *taken], *rows]


def inventory(rng: random.Random) -> Sheets:
    """A small inventory: what comes, changes, is cleared, and references to what may only come later."""

    def several(listed: list[str], most: int = 3) -> Any:
        return lambda: "; ".join(some(rng, listed, most))

    def word(*words: Any) -> Any:
        return lambda: rng.choice(words)

    sheets = {
        "Organisationseinheiten": sheet(
            rng, some(rng, UNITS, 3), {"Name": word(*NAMES), "Teil von": word(*UNITS), "Kürzel": word("A", "B")}
        ),
        "Applikationen": sheet(
            rng, some(rng, APPLICATIONS, 5), {
                "Name": word(*NAMES), "Status": word("Produktiv", "Geplant"), "Zuständiges Amt": word(*UNITS, *NAMES),
                "Hängt ab von": several([*APPLICATIONS, *NAMES]), "Bestätigt am": word("01.02.2026", "31.12.2025"),
                "Weitere Namen": several(["X", "Y", "Z"]), "Betriebskosten pro Jahr": word(1, 1.5, 1000),
                "Anzahl Benutzende": word(0, 1, 2), "Publiziert": word("ja", "nein"), "Farbe": word("rot", "1", ""),
            },
        ),
        "Datenbestände": sheet(
            rng, some(rng, STORES, 3), {"Name": word(*NAMES), "Gehalten von": several([*APPLICATIONS, "APP-9"])}
        ),
    }  # fmt: skip
    return {name: rows for name, rows in sheets.items() if len(rows) > 1}


def bring_in(rng: random.Random, store: GraphStore, metamodel: Metamodel) -> int:
    tables = [table(inventory(rng), rng.choice(["a.xlsx", "b.xlsx"]))]
    retire = rng.random() < 0.3
    request = Request(tables, plan_for(tables, metamodel), accept_valid=True, retire_missing=retire)
    report = run_import(request, metamodel, store)
    assert report.run
    return report.run


@pytest.mark.parametrize("seed", [1, 2])
def test_undo_after_undo_returns_to_the_empty_graph(seed: int, store: GraphStore, metamodel: Metamodel) -> None:
    rng = random.Random(seed)  # noqa: S311
    states, read, runs = [state(store)], [readings(store)], [0]
    assert states[0] == ({}, Counter())
    for _ in range(IMPORTS):
        runs.append(bring_in(rng, store, metamodel))
        states.append(state(store))
        read.append(readings(store))
    # The inventories are worth the test: facts and links came, changed and went.
    assert any(before[0].keys() - after[0].keys() for before, after in pairwise(states))
    assert any(before[1] - after[1] for before, after in pairwise(states))
    assert max(len(facts) for facts, _ in states) > 10
    for run, there in list(zip(runs, states, strict=True))[::4]:
        with as_of(store, run, metamodel) as reader:
            assert state(reader) == there
    while len(states) > 1:
        assert (state(store), readings(store)) == (states.pop(), read.pop())
        undo(runs.pop(), "test", metamodel, store)
    assert (state(store), readings(store)) == (({}, Counter()), [])
