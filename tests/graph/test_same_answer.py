"""The same facts are answered the same, whatever numbers the database gives its nodes and in whatever order they lie.

Neo4j hands numbers of deleted nodes out again, so what hangs on them differs from one import of the same files to the
next: which of two equal interfaces falls away, which of two members of a ring is named first. Nor may an answer hang
on how Python happens to hash words.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

import pytest
from conftest import wipe

from ea_cockpit.analyses import registry
from ea_cockpit.analyses.parameter import Parameter
from ea_cockpit.graph.local_server import GraphAddress, address
from ea_cockpit.graph.store import GraphStore, Transaction
from ea_cockpit.ingest.importer import Request, plan_for, run_import
from ea_cockpit.model.facts import standard_metamodel
from ea_cockpit.model.metamodel import Link, Metamodel
from ea_cockpit.sample.generate import write_sample
from ea_cockpit.settings import load_settings
from ea_cockpit.tabular.reader import read_table

Listed = list[dict[str, Any]]
Answers = dict[str, dict[str, str]]
"""By analysis, and by what was asked of it, the answer as JSON."""
SEED = 1401
DAY = "2026-06-30"
MORE = 25
"""So many links more of each kind."""


def _reversed(listed: Listed) -> Listed:
    return listed[::-1]


def _shuffled(listed: Listed) -> Listed:
    return random.Random(SEED).sample(listed, len(listed))  # noqa: S311


ORDERS: dict[str, Callable[[Listed], Listed]] = {"reversed": _reversed, "shuffled": _shuffled}


@pytest.fixture(scope="module")
def filled(
    server: GraphAddress, metamodel: Metamodel, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[GraphStore, Answers]]:
    """The sample as a user imports it, and the answers it gives."""
    *files, _truth = write_sample(150, SEED, tmp_path_factory.mktemp("canton"), metamodel)
    with GraphStore(server) as store:
        store.apply_schema(metamodel)
        wipe(store)
        tables = [read_table(path) for path in files]
        assert run_import(Request(tables, plan_for(tables, metamodel)), metamodel, store).written
        link_more(store, metamodel)
        yield store, answers(store, metamodel)


@pytest.fixture(scope="module", params=ORDERS)
def both(
    request: pytest.FixtureRequest, filled: tuple[GraphStore, Answers], metamodel: Metamodel
) -> tuple[Answers, Answers]:
    """The answers before, and those after all nodes and relationships were made again in another order."""
    store, before = filled
    lay = in_order_of_numbers(store)
    make_again(store, ORDERS[request.param])
    lies = in_order_of_numbers(store)
    assert sorted(lay) == sorted(lies)
    # Other numbers, and another order: of many that lay one after the other, the later lies first now.
    assert lay != lies
    place = {fact: at for at, fact in enumerate(lies)}
    assert sum(place[one] > place[other] for one, other in pairwise(lay)) > len(lay) / 3
    return before, answers(store, metamodel)


def test_hashes_of_words_do_not_tell(filled: tuple[GraphStore, Answers]) -> None:
    store, before = filled
    known = {
        "EA_COCKPIT_NEO4J_URI": store.address.uri,
        "EA_COCKPIT_NEO4J_PASSWORD": store.address.password.get_secret_value(),
        "PYTHONPATH": os.pathsep.join(sys.path),
        "PYTHONHASHSEED": "2" if os.environ.get("PYTHONHASHSEED") == "1" else "1",
    }
    words, env = [sys.executable, __file__], os.environ | known
    done = subprocess.run(words, env=env, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == before


@pytest.mark.parametrize("name", registry())
def test_numbers_of_nodes_do_not_tell(name: str, both: tuple[Answers, Answers]) -> None:
    before, after = (answered[name] for answered in both)
    assert before
    assert {asked: json.loads(answer) for asked, answer in after.items()} == {
        asked: json.loads(answer) for asked, answer in before.items()
    }
    # As text as well: there the order of the keys of a figure counts, too.
    assert after == before


def answers(store: GraphStore, metamodel: Metamodel) -> Answers:
    """What every analysis answers: with its defaults, or about some facts of each type it may be asked about."""
    found: Answers = {}
    for name, analysis in registry().items():
        day = {"day": DAY} if any(parameter.name == "day" for parameter in analysis.parameters) else {}
        needed = [parameter for parameter in analysis.parameters if parameter.required]
        for given in about(needed, store, metamodel) if needed else [{}]:
            answer = analysis.run(store, metamodel, **day, **given).as_json("de")
            found.setdefault(name, {})[str(given)] = json.dumps(answer)
    return found


def print_answers() -> None:
    """What a process of its own answers from the graph the settings name."""
    with GraphStore(address(load_settings())) as store:
        print(json.dumps(answers(store, standard_metamodel(["office_facts"]))))


def link_more(store: GraphStore, metamodel: Metamodel) -> None:
    """Link facts at random wherever several partners are allowed: then much is equally good, far or grave."""
    dice = random.Random(SEED)  # noqa: S311
    rows = store.read("MATCH (n:Fact) RETURN labels(n) AS labels, n.id AS id ORDER BY id")
    ids = {kind.label: [row["id"] for row in rows if kind.label in row["labels"]] for kind in metamodel}
    links = [field for kind in metamodel for field in kind.fields if isinstance(field, Link) and field.many]
    with store.writing() as tx:
        for link in links:
            # The sample has nothing of the office's own type.
            for target in (label for label in link.targets if ids[link.source] and ids[label]):
                pairs = [[dice.choice(ids[link.source]), dice.choice(ids[target])] for _ in range(MORE)]
                first, last = ("t", "s") if link.incoming else ("s", "t")
                tx.write(
                    f"UNWIND $pairs AS pair MATCH (s:{link.source} {{id: pair[0]}}) MATCH (t:{target} {{id: pair[1]}}) "
                    f"MERGE ({first})-[:{link.relationship}]->({last})",
                    pairs=pairs,
                )


def about(needed: list[Parameter], store: GraphStore, metamodel: Metamodel) -> list[dict[str, str]]:
    """The two facts of each type a required parameter may name that have most links."""
    [parameter] = needed
    query = "MATCH (n:Fact:$($label)) RETURN n.id AS id ORDER BY COUNT { (n)--() } DESC, id LIMIT 2"
    return [
        {parameter.name: f"{label}:{row['id']}"}
        for label in parameter.labels(metamodel)
        for row in store.read(query, label=label)
    ]


def in_order_of_numbers(store: GraphStore) -> list[str]:
    """The ids of all facts in the order of the numbers of their nodes."""
    return [row["id"] for row in store.read("MATCH (n:Fact) RETURN n.id AS id ORDER BY id(n)")]


def make_again(store: GraphStore, order: Callable[[Listed], Listed]) -> None:
    """Empty the graph and put in what was there, node by node and relationship by relationship, in this order."""
    nodes = store.read("MATCH (n) RETURN id(n) AS node, labels(n) AS labels, properties(n) AS held ORDER BY node")
    links = store.read(
        "MATCH (a)-[r]->(b) RETURN id(a) AS a, id(b) AS b, type(r) AS type, properties(r) AS held ORDER BY id(r)"
    )
    wipe(store)
    with store.writing() as tx:
        now = _nodes(order(nodes), tx)
        rows = [link | {"a": now[link["a"]], "b": now[link["b"]]} for link in order(links)]
        tx.write(
            "UNWIND $rows AS row MATCH (a) WHERE id(a) = row.a MATCH (b) WHERE id(b) = row.b "
            "CREATE (a)-[r:$(row.type)]->(b) SET r = row.held",
            rows=rows,
        )


def _nodes(rows: Listed, tx: Transaction) -> dict[int, int]:
    """Make these nodes, one after the other; which number became which."""
    made = tx.read("UNWIND $rows AS row CREATE (n:$(row.labels)) SET n = row.held RETURN id(n) AS node", rows=rows)
    return {row["node"]: new["node"] for row, new in zip(rows, made, strict=True)}


if __name__ == "__main__":
    print_answers()
