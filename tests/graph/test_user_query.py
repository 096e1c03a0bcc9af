"""A user's own query reads the landscape and nothing else: each attack is refused and leaves the graph as it was."""

from __future__ import annotations

import datetime as dt
import hashlib
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from conftest import wipe
from inventories import bring_in

from ea_cockpit.errors import CockpitError
from ea_cockpit.graph.address import GraphAddress
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.graph.trouble import QueryFailed
from ea_cockpit.graph.user_query import Limits, UserQueries
from ea_cockpit.graph.user_query_trouble import (
    LoadRefused,
    OnlyExplained,
    ParametersMissing,
    PortionsRefused,
    ProcedureRefused,
    QueryFaulty,
    QueryRefused,
    ServerRefused,
    TookTooLong,
    TookTooMuchMemory,
    ValueUnreadable,
    WriteRefused,
)
from ea_cockpit.graph.user_query_values import Shown, documents, words
from ea_cockpit.model.metamodel import Metamodel

HEAD = ["ID", "Name", "Hängt ab von"]

WRITES = (
    "CREATE (:X)",
    "MATCH (n:Fact) SET n.name = 'x'",
    "MATCH (n:Fact) REMOVE n.name",
    "MATCH (n) DETACH DELETE n",
    "MERGE (:X {id: 1})",
    "MATCH (n) FOREACH (one IN [1] | SET n.name = 'x')",
    "CALL () { CREATE (:X) RETURN 1 AS one } RETURN one",
    "MATCH (n:Fact) CALL (n) { SET n.name = 'x' } RETURN count(*) AS c",
    "CREATE INDEX zork FOR (n:Fact) ON (n.zork)",
    "CREATE CONSTRAINT zork FOR (n:Fact) REQUIRE n.zork IS UNIQUE",
    "DROP INDEX fact_id",
    "CALL db.createLabel('Zork')",
    "CALL db.createProperty('zork')",
    "/* only reads */ CYPHER runtime=slotted CREATE (:X)",
    "// reads\nCREATE (:X) // really",
    "EXPLAIN CREATE (:X)",
    "CREATE (:X);",
)
ABOUT_THE_SERVER = (
    "CREATE USER jack SET PASSWORD 'abcdefgh'",
    "ALTER CURRENT USER SET PASSWORD FROM 'x' TO 'abcdefgh'",
    "DROP USER neo4j",
    "SHOW USERS",
    "SHOW DATABASES",
    "SHOW SETTINGS",
    "SHOW TRANSACTIONS",
    "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
    "SHOW TRANSACTIONS YIELD transactionId AS t TERMINATE TRANSACTIONS t YIELD message RETURN message",
)
PROCEDURES = (
    "CALL dbms.killConnections(['bolt-1'])",
    "CALL dbms.listConfig()",
    "CALL db.clearQueryCaches()",
    "CALL tx.setMetaData({a: 1})",
    "CALL db.resampleIndex('fact_id')",
    "CALL db.prepareForReplanning()",
    "MATCH (n:Fact) CALL (n) { CALL dbms.killConnection('x') YIELD message RETURN message } RETURN message",
    "RETURN [one IN [1] | EXISTS { CALL dbms.killConnection('x') YIELD message RETURN message }] AS a",
    "RETURN [one IN [1] | COLLECT { CALL db.resampleIndex('fact_id') RETURN 1 }] AS a",
    "CALL `dbms`.`killConnection`('x')",
)
LOADS = (
    "LOAD CSV FROM '{url}' AS line RETURN line",
    "load csv WITH HEADERS from '{url}' AS line RETURN line",
    "UNWIND ['{url}'] AS url LOAD CSV FROM url AS line RETURN line",
    "RETURN [one IN [1] | COLLECT {{ LOAD CSV FROM '{url}' AS line RETURN line }}] AS a",
    "RETURN CASE WHEN true THEN COUNT {{ LOAD CSV FROM '{url}' AS line }} END AS a",
    "MATCH p = (:Fact)-[*1..2]->() WHERE all(n IN nodes(p) WHERE COUNT {{ LOAD CSV FROM '{url}' AS l }} = 0) RETURN p",
    "MATCH (a:Fact) RETURN a ORDER BY CASE a.id WHEN 'x' THEN COUNT {{ LOAD CSV FROM '{url}' AS l }} END",
)
REFUSED: list[tuple[str, type[QueryRefused]]] = [
    *((text, WriteRefused) for text in WRITES if not text.startswith(("CREATE INDEX", "CREATE CONS", "DROP INDEX"))),
    *((text, QueryRefused) for text in WRITES),
    *((text, ServerRefused) for text in ABOUT_THE_SERVER),
    *((text, ProcedureRefused) for text in PROCEDURES),
    ("MATCH (n:Fact) CALL (n) { RETURN 1 AS one } IN TRANSACTIONS RETURN count(*) AS c", PortionsRefused),
]


@pytest.fixture(scope="module")
def landscape(server: GraphAddress, metamodel: Metamodel) -> Iterator[GraphStore]:
    # One for all: that nothing changes it is what the tests show.
    with GraphStore(server) as store:
        store.apply_schema(metamodel)
        wipe(store)
        bring_in(store, metamodel, {"Applikationen": [HEAD, ["APP-1", "eins", "APP-2"], ["APP-2", "zwei", ""]]})
        yield store


def digest(store: GraphStore) -> str:
    """Everything in the graph, its indexes and its tokens, as one number."""
    found = store.read(
        "MATCH (n) OPTIONAL MATCH (n)-[r]->(m) RETURN elementId(n) AS id, labels(n) AS labels, properties(n) AS had,"
        " type(r) AS type, properties(r) AS own, elementId(m) AS other ORDER BY id, other, type"
    )
    found += store.read("SHOW INDEXES YIELD name RETURN name ORDER BY name")
    found += store.read("CALL db.labels() YIELD label RETURN label ORDER BY label")
    found += store.read("CALL db.propertyKeys() YIELD propertyKey AS key RETURN key ORDER BY key")
    return hashlib.sha256(repr([sorted(row.items()) for row in found]).encode()).hexdigest()


def refused(store: GraphStore, text: str) -> CockpitError:
    before = digest(store)
    with pytest.raises(CockpitError) as caught:
        UserQueries(store).ask("q.cypher", text, {})
    assert digest(store) == before
    for lang in ("de", "en"):
        assert caught.value.fault(lang)
        assert caught.value.way_out(lang)
    return caught.value


@pytest.mark.parametrize(("text", "kind"), REFUSED)
def test_what_does_more_than_read_is_refused_and_changes_nothing(
    landscape: GraphStore, text: str, kind: type[QueryRefused]
) -> None:
    fault = refused(landscape, text)
    assert isinstance(fault, kind)
    assert fault.exit_status == 2


@pytest.mark.parametrize("text", WRITES[:7])
def test_the_servers_own_access_mode_refuses_writes_too(landscape: GraphStore, text: str) -> None:
    # Without the look at the plan: the fence behind it stands alone.
    before = digest(landscape)
    with pytest.raises(QueryFailed, match="read access mode"):
        landscape.read(text)
    assert digest(landscape) == before


class Asked(BaseHTTPRequestHandler):
    """Notes each request it gets."""

    asked: list[str]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"secret\n")

    def log_message(self, *_: object) -> None:
        """Nothing on the terminal."""


@pytest.fixture
def listener() -> Iterator[tuple[str, list[str]]]:
    """A web server on this machine: its address, and what was asked of it."""
    asked: list[str] = []
    handler = type("Here", (Asked,), {"asked": asked})
    with HTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/secret.csv", asked
        server.shutdown()


@pytest.mark.parametrize("text", LOADS)
def test_no_query_reaches_another_host_or_a_file(
    landscape: GraphStore, listener: tuple[str, list[str]], text: str
) -> None:
    url, asked = listener
    for place in (url, "file:///neo4j.conf"):
        assert isinstance(refused(landscape, text.format(url=place)), LoadRefused)
        # The second fence: the local server itself has it switched off.
        with pytest.raises(QueryFailed, match="Cannot load"):
            landscape.read("LOAD CSV FROM $url AS line RETURN line", url=place)
    assert asked == []


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("MATCH (n", "line 1, column 9"),
        ("RETURN 1 AS a; RETURN 2 AS a", "exactly one statement"),
        ("RETURN 1 AS a; CREATE (:X)", "exactly one statement"),
        ("", "end of input"),
        ("PROFILE RETURN 1 AS a", "execution mode"),
        ("PROFILE CREATE (:X)", "execution mode"),
        ("USE system MATCH (n) RETURN n", "unsupported clauses"),
        ("RETURN 1 / 0 AS a", "by zero"),
        ("CALL apoc.load.json('http://127.0.0.1')", "no procedure"),
    ],
)
def test_a_faulty_query_is_told_with_its_place(landscape: GraphStore, text: str, why: str) -> None:
    fault = refused(landscape, text)
    assert isinstance(fault, QueryFaulty)
    assert why in fault.fault("de")
    assert fault.exit_status == 2


def test_a_query_that_only_explains_is_told(landscape: GraphStore) -> None:
    assert isinstance(refused(landscape, "EXPLAIN MATCH (n) RETURN n"), OnlyExplained)


def test_missing_parameters_are_named(landscape: GraphStore) -> None:
    fault = refused(landscape, "MATCH (n {id: $wanted}) RETURN n.name = $name AS same")
    assert isinstance(fault, ParametersMissing)
    assert "--param wanted=… --param name=…" in fault.way_out("en")


@pytest.mark.parametrize(
    "text",
    [
        "MATCH (n:Application) RETURN n.id AS id ORDER BY id",
        "CYPHER runtime=slotted MATCH (n:Application) RETURN n.id AS id ORDER BY id;",
        "/* CREATE */ MATCH (n:Application) // SET\nRETURN n.id AS id ORDER BY id",
        "CALL db.labels() YIELD label MATCH (n:Application) WHERE label = 'Application' RETURN n.id AS id ORDER BY id",
        "MATCH (n:Application) WHERE EXISTS { (n)--() } RETURN n.id AS id ORDER BY id",
        "MATCH (n:Application) WHERE 'LOAD CSV' <> n.name RETURN n.id AS id ORDER BY id",
    ],
)
def test_what_reads_is_answered(landscape: GraphStore, text: str) -> None:
    answer = UserQueries(landscape).ask("q", text, {})
    assert answer.columns == ("id",)
    assert answer.rows == [("APP-1",), ("APP-2",)]
    assert not answer.more


def test_reading_stops_at_the_limit_of_rows(landscape: GraphStore) -> None:
    # Were the rest read or worked out, the time limit would end it.
    endless = "UNWIND range(1, 100000000000) AS number RETURN number"
    answer = UserQueries(landscape, Limits(seconds=60, rows=3)).ask("q", endless, {})
    assert answer.rows == [(1,), (2,), (3,)]
    assert answer.more
    exact = UserQueries(landscape, Limits(rows=3)).ask("q", "UNWIND range(1, 3) AS number RETURN number", {})
    assert exact.rows == answer.rows
    assert not exact.more


def test_a_runaway_query_is_ended_by_the_time_limit(landscape: GraphStore) -> None:
    endless = "UNWIND range(1, 100000000000) AS n WITH n WHERE toString(n) + 'x' = 'y' RETURN count(*) AS c"
    with pytest.raises(TookTooLong) as caught:
        UserQueries(landscape, Limits(seconds=1)).ask("q", endless, {})
    assert "1 Sekunden" in caught.value.fault("de")
    assert landscape.read("RETURN 1 AS one") == [{"one": 1}]


def test_a_query_that_eats_memory_is_ended_and_the_server_lives(landscape: GraphStore) -> None:
    hungry = "UNWIND range(1, 1000000000) AS n WITH collect(toString(n) + $long) AS many RETURN size(many) AS c"
    with pytest.raises((TookTooMuchMemory, TookTooLong)):
        UserQueries(landscape, Limits(seconds=60)).ask("q", hungry, {"long": "x" * 24})
    assert landscape.read("RETURN 1 AS one") == [{"one": 1}]


def test_values_of_all_kinds_are_shown(landscape: GraphStore) -> None:
    text = """MATCH p = (a:Application)-[r]->(b) RETURN a, r, p, date('2026-06-30') AS day, time('12:30') AS time,
        datetime('2026-06-30T12:00Z') AS moment, duration('P1Y2M') AS span, point({x: 1, y: 2}) AS place,
        [date('2026-06-30'), 1] AS list, {a: date('2026-06-30')} AS map, 1.0 / 0 AS endless,
        true AS yes, null AS none"""
    answer = UserQueries(landscape).ask("q", text, {})
    row = dict(zip(answer.columns, answer.rows[0], strict=True))
    assert str(row["a"]) == "eins (Application APP-1)"
    assert str(row["p"]) == "eins (Application APP-1) –[DEPENDS_ON]→ zwei (Application APP-2)"
    assert (str(row["r"]), row["day"]) == ("[DEPENDS_ON]", dt.date(2026, 6, 30))
    assert (row["span"], row["place"], row["endless"]) == ("P1Y2M", "point(1, 2; SRID 7203)", "inf")
    assert words(row["list"]) == "2026-06-30; 1"
    assert words(row["map"]) == "{a: 2026-06-30}"
    assert row["moment"].startswith("2026-06-30T12:00")
    assert (row["yes"], row["none"]) == (True, None)
    assert isinstance(row["a"], Shown)
    path = documents(row["p"])
    assert [node["properties"]["id"] for node in path["nodes"]] == ["APP-1", "APP-2"]
    assert documents(row["list"]) == ["2026-06-30", 1]


def test_a_value_outside_the_calendar_is_told(landscape: GraphStore) -> None:
    with pytest.raises(ValueUnreadable, match="toString"):
        UserQueries(landscape).ask("q", "RETURN date('+12000-01-01') AS day", {})
