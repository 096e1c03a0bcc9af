"""The graph as the rest of the product sees it: read, write, transactions, and clear errors when it is away."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Self

import neo4j
from neo4j.exceptions import AuthError, ConfigurationError, DriverError, Neo4jError, ServiceUnavailable

from ea_cockpit.graph import statements
from ea_cockpit.graph.address import GraphAddress, without_secrets
from ea_cockpit.graph.queries import Query
from ea_cockpit.graph.trouble import QueryFailed, Unreachable, WrongPassword
from ea_cockpit.model.metamodel import Metamodel
from ea_cockpit.model.values import Choice

Row = dict[str, Any]


class Transaction:
    """A unit of work: everything in it happens, or nothing does."""

    def __init__(self, inner: neo4j.Transaction | neo4j.ManagedTransaction) -> None:
        self._inner = inner

    def read(self, query: Query | str, /, **params: Any) -> list[Row]:
        """Rows of a statement as plain dictionaries, days as `date`."""
        result = self._inner.run(_text(query), params)
        keys = result.keys()
        return [dict(zip(keys, map(_native, record.values()), strict=True)) for record in result]

    def write(self, query: Query | str, /, **params: Any) -> None:
        """Run a statement for its effect."""
        self._inner.run(_text(query), params).consume()


class GraphStore:
    """A connection to the graph; use it as a context manager, or close it."""

    def __init__(self, address: GraphAddress) -> None:
        self.address = address
        self._driver = neo4j.GraphDatabase.driver(
            address.uri, auth=address.auth, notifications_min_severity="OFF", user_agent="ea-cockpit"
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Give the connections back."""
        self._driver.close()

    def read(self, query: Query | str, /, **params: Any) -> list[Row]:
        """Rows of a statement, in a transaction of its own that the server lets read only."""
        with self.clear_errors(), self._session(neo4j.READ_ACCESS) as session:
            # Managed: the driver tries again when a cluster changes its leader or a connection went stale.
            return session.execute_read(lambda tx: Transaction(tx).read(query, **params))

    @contextmanager
    def reading(self) -> Iterator[Transaction]:
        """A transaction that cannot write: the server refuses it."""
        with self._transaction(neo4j.READ_ACCESS) as tx:
            yield tx

    @contextmanager
    def writing(self) -> Iterator[Transaction]:
        """A transaction that is committed at the end of the block, rolled back when it fails."""
        with self._transaction(neo4j.WRITE_ACCESS) as tx:
            yield tx

    @contextmanager
    def rolled_back(self) -> Iterator[Transaction]:
        """A transaction in which anything may be tried: nothing of it stays, however the block ends."""
        with self.clear_errors(), self._session(neo4j.WRITE_ACCESS) as session:
            inner = session.begin_transaction()
            try:
                yield Transaction(inner)
            finally:
                # Closing what was not committed rolls it back.
                inner.close()

    @contextmanager
    def _transaction(self, mode: str) -> Iterator[Transaction]:
        with self.clear_errors(), self._session(mode) as session, session.begin_transaction() as tx:
            yield Transaction(tx)
            if mode == neo4j.WRITE_ACCESS:
                tx.commit()

    def apply_schema(self, metamodel: Metamodel) -> None:
        """Create the constraints and indexes that are not there yet, and wait until they serve."""
        with self.clear_errors(), self._session(neo4j.WRITE_ACCESS) as session:
            for statement in statements.schema(metamodel):
                session.run(statement.text).consume()
            session.run("CALL db.awaitIndexes(60)").consume()

    def columns(self, query: Query | str, /, **params: Any) -> tuple[str, ...]:
        """The columns a statement would give, from its plan, without running it."""
        with self.clear_errors(), self._session(neo4j.READ_ACCESS) as session:
            result = session.run("EXPLAIN " + _text(query), params)
            return tuple(result.keys())

    def _session(self, mode: str) -> neo4j.Session:
        return self._driver.session(database=self.address.database, default_access_mode=mode, fetch_size=5_000)

    @contextmanager
    def clear_errors(self) -> Iterator[None]:
        """Turn the driver's errors into ones that name the fault and the way out."""
        uri = without_secrets(self.address.uri)
        try:
            yield
        except AuthError:
            raise WrongPassword(uri=uri, user=self.address.user) from None
        except (ServiceUnavailable, ConfigurationError) as fault:
            raise Unreachable(uri=uri, why=_short(fault)) from fault
        except Neo4jError as fault:
            raise QueryFailed(uri=uri, why=_short(fault)) from fault
        except DriverError as fault:
            raise Unreachable(uri=uri, why=_short(fault)) from fault


def _text(query: Query | str) -> str:
    # Ours are files and texts derived from the metamodel, never a user's words.
    return query.text if isinstance(query, Query) else query


_PLAIN = frozenset({str, int, float, bool, type(None)})
_TIMES = frozenset({neo4j.time.Date, neo4j.time.DateTime})


def _native(value: Any) -> Any:
    # Asked of very many values: their type is looked at once, and plain ones are passed by.
    kind = type(value)
    if kind is list:
        # Collected lists are long: what kinds are in them is asked once, not of each.
        if set(map(type, value)) <= _PLAIN:
            return value
        return [item if type(item) in _PLAIN else _native(item) for item in value]
    if kind is dict:
        return {key: item if type(item) in _PLAIN else _native(item) for key, item in value.items()}
    return value.to_native() if kind in _TIMES else value


def _short(fault: BaseException) -> str:
    text = getattr(fault, "message", None) or str(fault) or type(fault).__name__
    return text.splitlines()[0][:200]


def as_property(value: Any) -> Any:
    """A field's value in the form the graph keeps: words as their stored value, lists as lists, days as they are."""
    if isinstance(value, Choice):
        return value.value
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, dt.datetime):
        return value.date()
    return value
