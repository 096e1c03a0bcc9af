"""Processes and services of the fictional canton, and the applications they rest on."""

from __future__ import annotations

from ea_cockpit.sample.canton import leaves
from ea_cockpit.sample.draft import BIG, Draft, Row
from ea_cockpit.sample.stores import objects_of


def supporters(draft: Draft) -> dict[str, list[str]]:
    """Applications in operation by capability: those people work with."""
    found: dict[str, list[str]] = {}
    for key, row in draft.of("Application").items():
        if row["kind"] in ("desktop_tool", "integration_job") or row["status"] in ("planned", "retired"):
            continue
        if not (row["_task"] or row["_same_as"] or row.get("part_of")):
            found.setdefault(row["supports"][0], []).append(key)
    return found


def add_work(draft: Draft) -> None:
    """Add the process house of two levels (three in a large canton) and the service inventory."""
    apps, objects = supporters(draft), objects_of(draft)
    for key, row in draft.of("BusinessCapability").items():
        if "_leaf" not in row:
            draft.add(
                "BusinessProcess", f"PR-{key[3:]}", name=f"Prozessgruppe {row['name']}", source="Prozesshaus 2025"
            )
    for key, leaf in leaves(draft).items():
        process = _process(draft, key, leaf, apps.get(key, []), objects.get(key, []))
        if draft.size >= BIG:
            _phases(draft, process)
        for name in leaf["services"]:
            _service(draft, name, leaf, process["id"], apps.get(key, []))


def _process(draft: Draft, key: str, leaf: Row, apps: list[str], objects: list[str]) -> Row:
    process = draft.add(
        "BusinessProcess",
        f"PR-{key[3:]}",
        name=leaf["process"],
        realises=[key],
        owned_by=[f"OE-{leaf['units'][0]}"],
        part_of=[f"PR-{key[3]}0"],
        uses=draft.sample(apps, 4),
        source="Prozesshaus 2025",
    )
    process["writes"] = objects[:2]
    others = [o for o in ("DO-01", "DO-02", "DO-10") if o not in objects]
    process["reads"] = objects[:3] + (draft.sample(others, 1) if leaf["personal"] != "none" else [])
    return process


def _phases(draft: Draft, process: Row) -> None:
    for place, phase in enumerate(draft.words["phases"], start=1):
        row = draft.add(
            "BusinessProcess",
            f"{process['id']}-{place}",
            name=f"{process['name']}: {phase}",
            part_of=[process["id"]],
            owned_by=process["owned_by"],
            uses=draft.sample(process["uses"], 2),
            source="Prozesshaus 2025",
        )
        row["reads"] = process["reads"][:1]


def _service(draft: Draft, name: str, leaf: Row, process: str, apps: list[str]) -> None:
    place = len(draft.of("Service")) + 1
    portals = [app for app in apps if draft.of("Application")[app]["kind"] == "portal"]
    main = draft.sample([app for app in apps if app not in portals], 1)
    maturity = draft.pick({4: 50, 5: 30, 3: 20} if portals or "nline" in name else {1: 10, 2: 25, 3: 45, 4: 15, 5: 5})
    channel = (
        "online"
        if maturity >= 4 or "nline" in name
        else draft.pick({"form": 45, "email": 20, "post": 15, "counter": 15, "phone": 5})
    )
    row = draft.add(
        "Service",
        f"L-{place:03}",
        name=name,
        service_number=f"{1000 + 7 * place:05}",
        channel=channel,
        digital_maturity=maturity,
        offered_by=[f"OE-{draft.rng.choice(leaf['units'])}"],
        realised_by=[process, *main, *portals[:1]],
        source="Leistungsinventar 2025",
    )
    draft.forget(row, {"digital_maturity": 0.15, "channel": 0.08})
