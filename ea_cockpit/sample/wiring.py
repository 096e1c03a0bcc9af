"""Who holds, owns, sends and gets what in the finished rows: what several truths about structure look up."""

from __future__ import annotations

from collections import defaultdict

from ea_cockpit.sample.draft import Row, Rows

Landscape = dict[str, Rows]


def runs(row: Row) -> bool:
    """Whether it is neither planned nor retired."""
    return row.get("status") not in ("planned", "retired")


def grave(row: Row) -> bool:
    """Whether a failure weighs heavily."""
    return row.get("criticality") in ("high", "very_high")


def stores_of(rows: Landscape) -> dict[str, list[str]]:
    """Data stores by the application that holds them."""
    found: dict[str, list[str]] = defaultdict(list)
    for key, row in rows["DataStore"].items():
        for app in row.get("held_by", ()):
            found[app].append(key)
    return found


def behind(rows: Landscape, end: str) -> list[str]:
    """The systems behind an end of a flow: a data store's holders, else the end itself."""
    return rows["DataStore"].get(end, {}).get("held_by") or [end]


def office(rows: Landscape, unit: str) -> str:
    """The office a unit counts as."""
    row = rows["OrganisationUnit"][unit]
    return office(rows, row["part_of"][0]) if row["kind"] == "division" and row.get("part_of") else unit


def owners(rows: Landscape, end: str) -> set[str]:
    """The offices that own what stands behind an end of a flow."""
    apps = (rows["Application"].get(system, {}) for system in behind(rows, end))
    return {office(rows, unit) for app in apps for unit in app.get("owned_by", ())}


def reach(start: str, out: dict[str, set[str]]) -> set[str]:
    """All that is reached from a start, in any number of steps."""
    found: set[str] = set()
    queue = [start]
    while queue:
        for other in out.get(queue.pop(), ()):
            if other not in found:
                found.add(other)
                queue.append(other)
    return found
