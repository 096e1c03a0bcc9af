"""What a query would do, read from the server's own plan before it runs: what reading mode leaves open is closed here.

A transaction that may only read still lets a query call procedures that act on the server (`dbms.killConnection`),
end the transactions of others, show what they ask, and fetch files and addresses with LOAD CSV. The plan names each
step as an operator; what stands inside an expression it prints in its own words, whatever the user's spelling.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ea_cockpit.graph.user_query_trouble import (
    LoadRefused,
    PortionsRefused,
    ProcedureRefused,
    QueryRefused,
    ServerRefused,
    WriteRefused,
)

# Procedures the server calls reading ones although they set it to work.
WORKING = frozenset(
    {"db.resampleIndex", "db.resampleOutdatedIndexes", "db.index.fulltext.awaitEventuallyConsistentIndexRefresh"}
)
OWN = "db."
EXAMPLES = "db.labels, db.index.fulltext.queryNodes"
_ABOUT_THE_SERVER = ("Terminate", "ShowTransactions", "ShowSettings", "AdministrationCommand")
_READS = "r"
_WRITES = ("w", "rw")


def procedures_that_read(listed: list[tuple[str, str, bool]]) -> frozenset[str]:
    """Procedures a query may call, of those the server lists as (name, mode, admin)."""
    return frozenset(
        name
        for name, mode, admin in listed
        # Others than Neo4j's own may fetch files and addresses in reading mode.
        if mode == "READ" and not admin and name.startswith(OWN) and name not in WORKING
    )


def refusal(
    kind: str | None, plan: Mapping[str, Any], database: str | None, allowed: frozenset[str]
) -> QueryRefused | None:
    """Why the query must not run, from its kind, its plan, the database it is for, and the procedures allowed."""
    if kind in _WRITES:
        return WriteRefused()
    for step in _steps(plan):
        if refused := _step_refused(step, database, allowed):
            return refused
    return None if kind == _READS else ServerRefused(what=f"{kind}")


def _steps(plan: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    waiting = [plan]
    while waiting:
        step = waiting.pop()
        yield step
        waiting.extend(step.get("children") or ())


def _step_refused(step: Mapping[str, Any], database: str | None, allowed: frozenset[str]) -> QueryRefused | None:
    operator, _, where = str(step.get("operatorType", "")).partition("@")
    details = str((step.get("args") or {}).get("Details") or "")
    if operator.startswith("LoadCSV") or "LOAD CSV" in details:
        return LoadRefused()
    if operator.startswith("Transaction"):
        return PortionsRefused()
    if operator.startswith(_ABOUT_THE_SERVER) or (where and database and where != database):
        return ServerRefused(what=f"{operator}@{where}")
    if operator == "ProcedureCall":
        name = details.partition("(")[0].strip()
        return None if name in allowed else ProcedureRefused(name=name, allowed=EXAMPLES)
    if "ResolvedCall(" in details:
        # Inside an expression the call is no step of its own; nobody needs one there.
        name = details.partition("ResolvedCall(")[2].partition("(")[0]
        return ProcedureRefused(name=name, allowed=EXAMPLES)
    return None
