"""Interfaces: who gets which data from whom, over what, and how safely."""

from __future__ import annotations

from itertools import accumulate

from ea_cockpit.sample.draft import BIG, Draft, Row
from ea_cockpit.sample.names import ESSENTIAL
from ea_cockpit.sample.stores import objects_of

_GIVES = {
    "register": 14,
    "base_service": 5,
    "cross_cutting": 7,
    "specialist": 3,
    "portal": 4,
    "integration_job": 0.3,
    "desktop_tool": 0.3,
}
_TAKES = {
    "register": 3,
    "base_service": 4,
    "cross_cutting": 8,
    "specialist": 4,
    "portal": 3,
    "integration_job": 0.3,
    "desktop_tool": 1,
}
_MODES = {"api": 30, "message": 8, "file": 30, "batch": 14, "database_link": 8, "manual": 10}
_STORE_MODES = {"batch": 45, "database_link": 30, "file": 25}
_HOW = {
    "api": ("HTTPS/REST", "HTTPS/REST", "HTTPS/SOAP"),
    "message": ("sedex", "AMQP"),
    "file": ("SFTP", "SFTP", "SMB", "FTP"),
    "batch": ("SFTP", "SFTP", "JDBC", "SMB"),
    "database_link": ("ODBC", "JDBC", "Oracle DB-Link"),
    "manual": ("E-Mail", "Papier", "Export von Hand"),
}
_PLAIN = ("FTP", "SMB", "ODBC", "Oracle DB-Link", "Papier", "E-Mail", "JDBC", "Export von Hand")
_FORMATS = {
    "api": ("JSON", "JSON", "XML"),
    "message": ("XML",),
    "file": ("CSV", "XML", "XLSX"),
    "batch": ("CSV", "Fixlängen"),
    "database_link": ("SQL",),
    "manual": ("XLSX", "PDF", "Papier"),
}
_OFTEN = {
    "api": {"realtime": 70, "on_demand": 20, "hourly": 10},
    "message": {"realtime": 60, "daily": 40},
    "file": {"daily": 55, "weekly": 20, "monthly": 15, "hourly": 5, "quarterly": 5},
    "batch": {"daily": 75, "weekly": 15, "monthly": 10},
    "database_link": {"realtime": 60, "daily": 40},
    "manual": {"monthly": 30, "yearly": 30, "quarterly": 20, "on_demand": 20},
}
# What a shared service takes from whoever hands it something, by its capability; else the giver's own objects flow.
_TAKEN = {
    "GF-72": ("Mitarbeiterin und Mitarbeiter", "Arbeitszeit"),
    "GF-75": ("Debitorenrechnung", "Buchung", "Kreditorenrechnung"),
    "GF-76": ("Buchung", "Budgetposten"),
    "GF-81": ("Dossier", "Dokument"),
    "GF-82": ("Dossier", "Archiveinheit"),
    "GF-91": ("Benutzerkonto",),
    "GF-92": ("Formulareingabe",),
    "GF-94": ("Benutzerkonto",),
    "GF-95": ("Benutzerkonto",),
    "GF-96": ("Benutzerkonto",),
    "GF-98": ("Dokument",),
}
# Whose data is of use everywhere: registers of persons, firms, parcels and maps, staff, accounts, statistics.
_SOURCES = ("GF-21", "GF-24", "GF-31", "GF-32", "GF-71", "GF-75", "GF-79", "GF-81", "GF-87", "GF-91", "GF-92")
# Plumbing moves or guards data but is seldom an end of a flow.
_PLUMBING = ("GF-93", "GF-94", "GF-96", "GF-97")
_COMMON = ("Dokument", "Dossier", "Mitarbeiterin und Mitarbeiter", "Unternehmen", "Wohnadresse", "Benutzerkonto")


class _Crowd:
    """Applications to draw from, hubs more often than others."""

    def __init__(self, draft: Draft, weights: dict[str, float]) -> None:
        self.draft = draft
        rows = [row for row in draft.of("Application").values() if not row["_same_as"]]
        self.keys: list[str] = [row["id"] for row in rows]
        # A few of each kind become hubs: real landscapes have a handful of systems half the flows pass through.
        hub = [6.0 if row["name"] in ESSENTIAL or draft.chance(0.03) else 1.0 for row in rows]
        small = [0.2 if row.get("part_of") or row["status"] in ("retired", "planned") else 1.0 for row in rows]
        dry = [0.05 if row["supports"][0] in _PLUMBING else 1.0 for row in rows]
        shares = (weights[r["kind"]] * h * s * d for r, h, s, d in zip(rows, hub, small, dry, strict=True))
        self.bounds = list(accumulate(shares))

    def draw(self) -> str:
        """One application."""
        return self.draft.rng.choices(self.keys, cum_weights=self.bounds)[0]

    def near(self, giver: str) -> str:
        """One of a few drawn that works in the same area as the giver; the last where none does."""
        apps = self.draft.of("Application")
        area, taker = apps[giver]["supports"][0][:4], giver
        for _ in range(12):
            taker = self.draw()
            if apps[taker]["supports"][0][:4] == area:
                break
        return taker


def add_flows(draft: Draft) -> None:
    """Add about three interfaces an application in a large canton, two in a small one."""
    count = draft.size * (3 if draft.size >= BIG else 2)
    width = max(4, len(str(count)))
    givers, takers = _Crowd(draft, _GIVES), _Crowd(draft, _TAKES)
    stores: dict[str, list[str]] = {}
    for key, store in draft.of("DataStore").items():
        stores.setdefault(store["held_by"][0], []).append(key)
    objects, tools = objects_of(draft), _tools(draft)
    seen: set[tuple[str, str]] = set()
    place = 0
    while place < count:
        giver = givers.draw()
        taker = takers.near(giver) if draft.chance(0.5) else takers.draw()
        if giver == taker or (giver, taker) in seen or not _plausible(draft, giver, taker):
            continue
        seen.add((giver, taker))
        place += 1
        between_stores = giver in stores and taker in stores and draft.chance(0.35)
        row = _flow(draft, f"IF-{place:0{width}}", giver, taker, objects)
        _route(draft, row, between_stores, tools)
        if between_stores:
            row["provided_by"], row["consumed_by"] = [stores[giver][0]], [stores[taker][0]]
        elif draft.chance(0.12):
            more = [key for key in (takers.draw() for _ in range(draft.rng.randint(1, 6))) if key not in (giver, taker)]
            row["consumed_by"] = list(dict.fromkeys([taker, *more]))
        draft.forget(row, {"format": 0.25, "protocol": 0.2, "frequency": 0.18, "confirmed_on": 0.4, "status": 0.08})


def _plausible(draft: Draft, giver: str, taker: str) -> bool:
    """Data flows within an area, within an office, and to and from what everybody shares; elsewhere seldom."""
    first, second = draft.of("Application")[giver], draft.of("Application")[taker]
    gives = first["supports"][0] in _SOURCES and first["kind"] not in ("desktop_tool", "integration_job")
    takes = second["supports"][0] in _TAKEN and second["kind"] in ("base_service", "cross_cutting")
    if first["_unit"] == second["_unit"]:
        return True
    if first["_task"] or second["_task"]:
        return (gives or takes) and draft.chance(0.4)
    if first["supports"][0][:4] == second["supports"][0][:4]:
        return True
    return gives or takes or draft.chance(0.05)


def _tools(draft: Draft) -> dict[str, list[str]]:
    jobs = [
        key
        for key, row in draft.of("Application").items()
        if row["kind"] == "integration_job" and row["status"] != "retired"
    ]
    return {"platform": [draft.by_name("Application")["Integrationsplattform"]], "jobs": jobs}


def _flow(draft: Draft, key: str, giver: str, taker: str, objects: dict[str, list[str]]) -> Row:
    apps = draft.of("Application")
    first, second = apps[giver], apps[taker]
    carried = _carried(draft, first["supports"][0], second["supports"][0], objects)
    states = {first["status"], second["status"]}
    status = next((s for s in ("retired", "planned", "phase_out") if s in states), "productive")
    if status == "phase_out" and draft.chance(0.4):
        status = "productive"
    what = ", ".join(draft.of("DataObject")[o]["name"] for o in carried)
    return draft.add(
        "Interface",
        key,
        name=f"{first['name']} → {second['name']}",
        description=f"Übergibt {what}.",
        status=status,
        provided_by=[giver],
        consumed_by=[taker],
        carries=carried,
        confirmed_on=draft.day(2023, 2025),
    )


def _carried(draft: Draft, source: str, target: str, objects: dict[str, list[str]]) -> list[str]:
    """What flows: sensitive data stays within its area, shared services take what they are there for."""
    ids, rows = draft.by_name("DataObject"), draft.of("DataObject")
    known = objects.get(source, [])
    if target in _TAKEN and target != source:
        known = [ids[name] for name in _TAKEN[target]]
    elif source[:4] != target[:4]:
        known = [key for key in known if rows[key]["_personal"] != "sensitive"]
    known = known or [ids[name] for name in _COMMON]
    return draft.sample(known, 2 if draft.chance(0.25) else 1)


def _route(draft: Draft, row: Row, between_stores: bool, tools: dict[str, list[str]]) -> None:
    """Mode, protocol, encryption, platform and standards that fit each other."""
    mode = draft.pick(_STORE_MODES if between_stores else _MODES)
    row["mode"], row["frequency"] = mode, draft.pick(_OFTEN[mode])
    row["protocol"], row["format"] = draft.rng.choice(_HOW[mode]), draft.rng.choice(_FORMATS[mode])
    if not draft.chance(0.1):
        row["encrypted"] = draft.chance(0.3) if row["protocol"] in _PLAIN else draft.chance(0.98)
    platform = tools["platform"][0]
    if (
        mode in ("api", "message", "file")
        and draft.chance(0.32)
        and platform not in (row["provided_by"] + row["consumed_by"])
    ):
        row["runs_over"] = [platform]
    elif mode in ("batch", "file") and tools["jobs"] and draft.chance(0.35):
        row["runs_over"] = [draft.rng.choice(tools["jobs"])]
    defined = [s for o in row["carries"] for s in draft.of("DataObject")[o].get("defined_by", [])]
    met = [s for s in dict.fromkeys(defined) if mode not in ("manual", "database_link") and draft.chance(0.6)]
    if row["protocol"] == "sedex":
        met += ["STD-eCH-0058", "STD-SEDEX"]
    if met:
        row["conforms_to"] = met
