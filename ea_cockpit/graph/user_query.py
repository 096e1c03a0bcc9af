"""A query of the user's own: it reads the landscape and nothing else, within limits of time and rows.

Three fences, one behind the other: the server's plan is looked at before anything runs (`user_query_plan`), the
transaction is one the server lets read only, and the local server has LOAD CSV switched off in its settings.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import Any

import neo4j
from neo4j.exceptions import BrokenRecordError, DriverError, Neo4jError

from ea_cockpit.errors import CockpitError
from ea_cockpit.graph.queries import Query
from ea_cockpit.graph.store import GraphStore, Row
from ea_cockpit.graph.user_query_plan import procedures_that_read, refusal
from ea_cockpit.graph.user_query_trouble import (
    OnlyExplained,
    ParametersMissing,
    QueryFaulty,
    TookTooLong,
    TookTooMuchMemory,
    ValueUnreadable,
    WriteRefused,
)
from ea_cockpit.graph.user_query_values import plain

GRACE_SECONDS = 5
"""After the server's own time limit: a result that is one endless value never asks the clock."""
_PAGE = 1_000


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a query may take, and after how many rows reading stops."""

    seconds: float = 30
    rows: int = 10_000


@dataclass(frozen=True, slots=True)
class Answer:
    """Columns and rows of a query; `more` where reading stopped at the limit of rows."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]
    more: bool


@dataclass(frozen=True, slots=True)
class UserQueries:
    """Asks a user's queries in transactions that only read; also a reader for queries of the library."""

    store: GraphStore
    limits: Limits = Limits()

    def read(self, query: Query | str, /, **params: Any) -> list[Row]:
        """Rows as dictionaries."""
        name, text = (query.name, query.text) if isinstance(query, Query) else ("", query)
        answer = self.ask(name, text, params)
        return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]

    def ask(self, name: str, text: str, params: Mapping[str, Any]) -> Answer:
        """The answer, or a `CockpitError` that says why there is none; `name` is what messages call the query."""
        with (
            self.store.clear_errors(),
            self._own_driver() as (driver, late),
            _clear_faults(name, self.limits, late),
        ):
            allowed = _allowed(driver, self.store.address.database)
            answer = None
            try:
                with self._session(driver) as session, session.begin_transaction(timeout=self.limits.seconds) as tx:
                    _look_first(tx, text, params, allowed)
                    answer = self._rows(name, tx.run(text, dict(params)))
                    if answer.more:
                        # Hang up: else the server works out all the rest only to throw it away.
                        driver.close()
            except (DriverError, Neo4jError, OSError):
                if answer is None:
                    raise
            return answer

    def _rows(self, name: str, result: neo4j.Result) -> Answer:
        columns = tuple(result.keys())
        # One more than allowed tells whether there are more; the rest is never fetched.
        records = list(islice(result, self.limits.rows + 1))
        rows = [tuple(map(plain, record.values())) for record in records[: self.limits.rows]]
        more = len(records) > self.limits.rows
        if not records:
            summary = result.consume()
            if summary.plan and not summary.profile:
                raise OnlyExplained(name=name)
        return Answer(columns, rows, more)

    @contextmanager
    def _own_driver(self) -> Iterator[tuple[neo4j.Driver, threading.Event]]:
        """A connection of its own, cut when the server does not keep its time limit."""
        address, late = self.store.address, threading.Event()
        with neo4j.GraphDatabase.driver(
            address.uri, auth=address.auth, notifications_min_severity="OFF", user_agent="ea-cockpit"
        ) as driver:

            def cut() -> None:
                late.set()
                driver.close()

            watch = threading.Timer(self.limits.seconds + GRACE_SECONDS, cut)
            watch.daemon = True
            watch.start()
            try:
                yield driver, late
            finally:
                watch.cancel()

    def _session(self, driver: neo4j.Driver) -> neo4j.Session:
        return driver.session(
            database=self.store.address.database,
            default_access_mode=neo4j.READ_ACCESS,
            fetch_size=min(self.limits.rows + 1, _PAGE),
        )


def _allowed(driver: neo4j.Driver, database: str | None) -> frozenset[str]:
    with driver.session(database=database, default_access_mode=neo4j.READ_ACCESS) as session:
        listed = session.run("SHOW PROCEDURES YIELD name, mode, admin RETURN name, mode, admin ORDER BY name")
        return procedures_that_read([(row["name"], row["mode"], row["admin"]) for row in listed])


def _look_first(tx: neo4j.Transaction, text: str, params: Mapping[str, Any], allowed: frozenset[str]) -> None:
    """Refuse what the plan says must not run; nothing of it has happened yet."""
    summary = tx.run("EXPLAIN " + text, dict(params)).consume()
    refused = refusal(summary.query_type, summary.plan or {}, summary.database, allowed)
    if refused:
        raise refused


@contextmanager
def _clear_faults(name: str, limits: Limits, late: threading.Event) -> Iterator[None]:
    """Turn what the server says of a query into fault and remedy; faults of the connection go on as they are."""
    try:
        yield
    except BrokenRecordError as fault:
        raise ValueUnreadable(name=name, why=str(fault.__cause__ or fault)) from fault
    except Neo4jError as fault:
        found = _fault_of(name, limits, fault)
        if found is None:
            raise
        raise found from fault
    except (DriverError, OSError) as fault:
        if late.is_set():
            raise TookTooLong(name=name, seconds=f"{limits.seconds:g}") from fault
        raise


def _fault_of(name: str, limits: Limits, fault: Neo4jError) -> CockpitError | None:
    code, message = fault.code or "", fault.message or ""
    if code.endswith("Statement.AccessMode"):
        return WriteRefused()
    if "TransactionTimedOut" in code or code.endswith("Transaction.Terminated"):
        return TookTooLong(name=name, seconds=f"{limits.seconds:g}")
    if "OutOfMemory" in code or "OutOfMemory" in message:
        return TookTooMuchMemory(name=name)
    if code.endswith("Statement.ParameterMissing"):
        names = re.findall(r"\w+", message.partition(":")[2])
        return ParametersMissing(
            name=name, missing=", ".join(names), example=" ".join(f"--param {word}=…" for word in names)
        )
    if code.startswith(("Neo.ClientError.Statement", "Neo.ClientError.Procedure", "Neo.DatabaseError.Statement")):
        return QueryFaulty(name=name, why=_in_words(message))
    return None


def _in_words(message: str) -> str:
    """The server's words, places counted in the user's text, not in the text it was asked to explain."""
    ahead = len("EXPLAIN ")

    def moved(found: re.Match[str]) -> str:
        line, column = int(found[1]), int(found[2])
        return f"(line {line}, column {max(column - ahead, 1) if line == 1 else column})"

    words = re.sub(r"\(line (\d+), column (\d+) \(offset: \d+\)\)", moved, message)
    return words.replace('"EXPLAIN ', '"').splitlines()[0][:500].rstrip(". ")
