"""Data stores of the applications, the objects in them, and which application leads each object."""

from __future__ import annotations

from ea_cockpit.sample.draft import Draft, Row
from ea_cockpit.sample.hosting import hosts

_SYSTEMS = {
    "PostgreSQL 12": 2,
    "PostgreSQL 14": 5,
    "PostgreSQL 16": 14,
    "Postgres 16": 1,
    "PostgreSQL 17": 3,
    "Oracle Database 12.2": 2,
    "Oracle Database 19c": 12,
    "Oracle 19": 1,
    "Microsoft SQL Server 2014": 3,
    "Microsoft SQL Server 2016": 6,
    "Microsoft SQL Server 2019": 17,
    "MS SQL 2019": 2,
    "Microsoft SQL Server 2022": 8,
    "MariaDB 10.6": 3,
    "MySQL 5.7": 2,
}
_TITLES = {
    "database": "Datenbank",
    "schema": "Schema",
    "files": "Ablage",
    "documents": "Dokumente",
    "archive": "Archiv",
    "register": "Registerdaten",
}
_RETENTION = (
    "10 Jahre, dann Staatsarchiv",
    "10 Jahre, dann löschen",
    "5 Jahre",
    "30 Jahre",
    "dauernd",
    "1 Jahr nach Abschluss",
)
_WITHOUT_LEADER, _SEVERAL_LEADERS = 6, 5


def objects_of(draft: Draft) -> dict[str, list[str]]:
    """Data objects by the capability they belong to."""
    found: dict[str, list[str]] = {}
    for key, row in draft.of("DataObject").items():
        found.setdefault(row["_capability"], []).append(key)
    return found


def add_stores(draft: Draft) -> None:
    """Add about six data stores for ten applications, then settle the leadership over data objects."""
    order = {"register": 0, "specialist": 1, "cross_cutting": 1, "base_service": 2, "portal": 2}
    fitting = [r for r in draft.of("Application").values() if r["kind"] in order and not r["_same_as"]]
    fitting.sort(key=lambda row: order[row["kind"]])
    wanted, width = round(draft.size * 0.6), max(4, len(str(round(draft.size * 0.6))))
    objects = objects_of(draft)
    turn, place = 0, 0
    while place < wanted:
        # Every application has one store before any has a second, under another kind.
        row = fitting[place % len(fitting)]
        turn = place // len(fitting)
        place += 1
        kind = "database" if turn == 0 else ("documents", "files", "archive", "schema")[(turn - 1) % 4]
        _store(draft, f"DB-{place:0{width}}", row, kind, objects.get(row["supports"][0], []))
    _lead(draft)


def _store(draft: Draft, key: str, app: Row, kind: str, objects: list[str]) -> None:
    kind = "schema" if kind == "database" and draft.chance(0.25) else kind
    row = draft.add("DataStore", key, name=f"{_TITLES[kind]} {app['name']}", kind=kind, held_by=[app["id"]])
    row["contains"] = draft.sample(objects, draft.rng.randint(1, 4))
    known = [draft.of("DataObject")[o]["_personal"] for o in row["contains"]]
    order = ("none", "personal", "sensitive")
    row["personal_data"] = max([app.get("personal_data", "none"), *known], key=order.index)
    row["classification"] = {"none": "internal", "personal": "confidential", "sensitive": "confidential"}[
        row["personal_data"]
    ]
    if row["personal_data"] == "none":
        row["classification"] = draft.pick({"internal": 6, "public": 4})
        row["open_data_candidate"] = row["classification"] == "public" or draft.chance(0.1)
    row["records"] = draft.number(60_000, 1.8)
    row["retention"] = draft.rng.choice(_RETENTION)
    row["source"] = "Inventar der Datenbestände 2025"
    cloud = app["hosted_on"][0] in hosts(draft, "cloud")
    row["hosted_on"] = (
        app["hosted_on"][:1]
        if cloud
        else [draft.rng.choice(hosts(draft, "db" if kind in ("database", "schema") else "app"))]
    )
    if kind in ("database", "schema") and not cloud:
        row["built_with"] = [draft.by_name("Technology")[draft.pick(_SYSTEMS)]]
    draft.forget(row, {"records": 0.25, "retention": 0.3, "classification": 0.1, "open_data_candidate": 0.2})


def _lead(draft: Draft) -> None:
    """One leading system each; a few objects stay without, a few have a rival with its own register."""
    rows = draft.of("DataObject")
    apps = draft.of("Application")
    leaders: dict[str, list[str]] = {}
    for key, app in apps.items():
        able_kind = app["kind"] in ("specialist", "register", "cross_cutting", "base_service")
        second_rate = app["_task"] or app["_same_as"] or app.get("part_of") or app["status"] in ("planned", "retired")
        if able_kind and not second_rate:
            leaders.setdefault(app["supports"][0], []).append(key)
    order = {key: place for place, key in enumerate(apps)}
    able = [key for key, row in rows.items() if leaders.get(row["_capability"])]
    without = set(draft.sample(able, _WITHOUT_LEADER))
    rivals = [key for key in able if key not in without and len(leaders[rows[key]["_capability"]]) > 1]
    rivals = draft.sample(rivals, _SEVERAL_LEADERS)
    for key in able:
        if key in without:
            continue
        found = sorted(leaders[rows[key]["_capability"]], key=lambda k: (apps[k]["kind"] != "register", order[k]))
        rows[key]["leading_system"] = found[:1]
        if key in rivals:
            for holder in found[:2]:
                _register(draft, key, holder)


def _register(draft: Draft, key: str, holder: str) -> None:
    held, app = draft.of("DataObject")[key], draft.of("Application")[holder]
    place = len(draft.of("DataStore")) + 1
    width = max(4, len(str(round(draft.size * 0.6))))
    draft.add(
        "DataStore",
        f"DB-{place:0{width}}",
        name=f"Register {held['name']} ({app['name']})",
        kind="register",
        held_by=[holder],
        contains=[key],
        hosted_on=app["hosted_on"][:1],
        personal_data=held["_personal"],
        classification=held["classification"],
        source="Inventar der Datenbestände 2025",
        description=f"{app['name']} bezeichnet sich als führend für «{held['name']}».",
    )
