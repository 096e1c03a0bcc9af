"""What is wrong in the sample on purpose: each weakness with ids and a reason, to hold every analysis against."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypedDict

from ea_cockpit.sample.draft import AS_OF, Draft, Row, catalogue
from ea_cockpit.sample.failure import FailureWalk, Landscape
from ea_cockpit.sample.truths import kinds


class Finding(TypedDict):
    """A standard that is not kept: by which fact, because of what."""

    standard: str
    rule: str
    type: str
    id: str
    because_of: str
    reason: str


@dataclass(frozen=True, slots=True)
class Truth:
    """The planted weaknesses by kind, the rule each kind follows, and how many facts there are."""

    applications: int
    seed: int
    as_of: dt.date
    counts: dict[str, int]
    rules: dict[str, str]
    findings: dict[str, list[Any]]

    def as_json(self) -> str:
        """The content of truth.json, the same on every machine."""
        content = {
            "applications": self.applications,
            "seed": self.seed,
            "as_of": self.as_of.isoformat(),
            "counts": self.counts,
            "rules": self.rules,
            **self.findings,
        }
        return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def in_operation(row: Row) -> bool:
    """Whether an application or interface exists today: neither planned nor retired."""
    return row.get("status") not in ("planned", "retired")


def tell_truth(draft: Draft) -> Truth:
    """Collect every weakness from the finished rows."""
    rows = draft.rows
    threshold = max(10, draft.size // 100)
    findings: dict[str, list[Any]] = {
        "redundant_applications": list(_redundant(draft)),
        "standard_violations": violations(rows),
        "end_of_life_technologies": list(ended_technologies(rows)),
        "single_points_of_failure": list(_single_points(rows, threshold)),
        "sensitive_data_abroad": list(_abroad(rows)),
        "duplicate_names": list(_same(draft)),
        "data_objects_without_leader": list(_without_leader(rows)),
        "data_objects_with_several_leaders": list(_several_leaders(rows)),
        "unencrypted_sensitive_interfaces": list(_in_the_clear(rows)),
        "services_on_obsolete_applications": list(_obsolete(rows)),
    }
    findings |= {module.KIND: list(module.tell(draft)) for module in kinds()}
    rules = catalogue("rules") | {module.KIND: module.RULE for module in kinds()}
    rules["single_points_of_failure"] = rules["single_points_of_failure"].format(threshold=threshold)
    counts = {label: len(found) for label, found in sorted(rows.items())}
    return Truth(draft.size, draft.seed, AS_OF, counts, rules, findings)


def _redundant(draft: Draft) -> Iterator[dict[str, Any]]:
    groups: dict[str, list[Row]] = {}
    for row in draft.of("Application").values():
        if row["_task"] and in_operation(row):
            groups.setdefault(row["_task"], []).append(row)
    capability = {task[0]: task[1] for task in draft.words["tasks"]}
    for task, members in sorted(groups.items()):
        if len({row["_unit"] for row in members}) < 2:
            continue
        products: dict[str, list[str]] = {}
        for row in members:
            products.setdefault(row.get("product") or "Eigenbau oder unbekannt", []).append(row["id"])
        key = capability[task]
        yield {
            "capability": key,
            "task": task,
            "applications": [row["id"] for row in members],
            "products": dict(sorted(products.items())),
            "standard_solution": next(iter(draft.of("BusinessCapability")[key].get("standard_solution", ())), None),
            "reason": f"{len(members)} Stellen führen für «{task}» je eine eigene Applikation.",
        }


def violations(rows: Landscape) -> list[Finding]:
    """Every standard that is not kept, in the order of the standards."""
    found: list[Finding] = []
    for standard in rows["Standard"].values():
        found += [
            {
                "standard": standard["id"],
                "rule": standard["rule"],
                "type": label,
                "id": key,
                "because_of": cause,
                "reason": reason,
            }
            for label, key, cause, reason in _breaches(rows, standard)
        ]
    return found


def _breaches(rows: Landscape, standard: Row) -> Iterator[tuple[str, str, str, str]]:
    over = standard["verdict"] == "phase_out" and standard.get("valid_until") and standard["valid_until"] < AS_OF
    barred = set(standard.get("applies_to", ()))
    if standard["verdict"] == "forbidden" or over:
        reason = "Die Auslauffrist ist abgelaufen." if over else "Die Technologie ist untersagt."
        for label in ("Application", "DataStore", "Hosting"):
            for key, row in rows[label].items():
                if in_operation(row):
                    yield from ((label, key, t, reason) for t in row.get("built_with", ()) if t in barred)
                if row.get("personal_data") == "sensitive":
                    text = "Besonders schützenswerte Personendaten liegen ausserhalb der Schweiz."
                    yield from ((label, key, h, text) for h in row.get("hosted_on", ()) if h in barred)
    if standard["verdict"] == "mandatory":
        yield from _beside_the_standard(rows, barred)
    if standard["id"] == "STD-SEC-02":
        for entry in _in_the_clear(rows):
            yield "Interface", entry["id"], entry["sensitive"][0], entry["reason"]


def _beside_the_standard(rows: Landscape, barred: set[str]) -> Iterator[tuple[str, str, str, str]]:
    for key, row in rows["Application"].items():
        capability = next(iter(row.get("supports", ())), "")
        if capability in barred and row["kind"] == "specialist" and in_operation(row):
            solution = rows["BusinessCapability"][capability]["standard_solution"][0]
            if key != solution and row.get("part_of") != [solution]:
                name = rows["Application"][solution]["name"]
                yield "Application", key, capability, f"Eigene Lösung neben der Standardlösung {name}."


def ended_technologies(rows: Landscape) -> Iterator[dict[str, Any]]:
    """Technologies past the end of life the catalogue gives, with what stands on each."""
    running = {key: row for key, row in rows["Application"].items() if in_operation(row)}
    below = underneath(rows)
    for key, row in rows["Technology"].items():
        if not row.get("end_of_life") or row["end_of_life"] > AS_OF:
            continue
        direct = [app for app, r in running.items() if key in r.get("built_with", ())]
        yield {
            "id": key,
            "slug": row.get("lifecycle_slug"),
            "cycle": row.get("version"),
            "end_of_life": row["end_of_life"].isoformat(),
            "direct": direct,
            "through": [app for app, under in below.items() if key in under and app not in set(direct)],
            "data_stores": [k for k, r in rows["DataStore"].items() if key in r.get("built_with", ())],
            "hostings": [k for k, r in rows["Hosting"].items() if key in r.get("built_with", ())],
            "reason": f"{row['name']} erhält seit {row['end_of_life']:%d.%m.%Y} keine Sicherheitskorrekturen mehr.",
        }


def underneath(rows: Landscape) -> dict[str, set[str]]:
    """The technologies below each application in operation, through its data stores and environments."""
    stores: dict[str, set[str]] = {}
    for store in rows["DataStore"].values():
        for holder in store.get("held_by", ()):
            under = (_host_stack(rows, host) for host in store.get("hosted_on", ()))
            stores.setdefault(holder, set()).update(store.get("built_with", ()), *under)
    return {
        key: stores.get(key, set()).union(*(_host_stack(rows, h) for h in row.get("hosted_on", ())))
        for key, row in rows["Application"].items()
        if in_operation(row)
    }


def _host_stack(rows: Landscape, host: str) -> set[str]:
    found: set[str] = set()
    while host:
        row = rows["Hosting"][host]
        found.update(row.get("built_with", ()))
        host = next(iter(row.get("part_of", ())), "")
    return found


def _single_points(rows: Landscape, threshold: int) -> Iterator[dict[str, Any]]:
    walk = FailureWalk(rows)
    for label in ("Hosting", "DataStore", "Application"):
        for key, row in rows[label].items():
            fails = walk.fails_with(key)
            count = len(fails.get("Application", ()))
            if count >= threshold:
                yield {
                    "id": key,
                    "type": label,
                    "fails": fails,
                    "reason": f"Mit «{row['name']}» fallen {count} Applikationen aus.",
                }


def _abroad(rows: Landscape) -> Iterator[dict[str, Any]]:
    for label in ("Application", "DataStore"):
        for key, row in rows[label].items():
            far = [h for h in row.get("hosted_on", ()) if rows["Hosting"][h]["jurisdiction"] != "CH"]
            if row.get("personal_data") == "sensitive" and far:
                places = ", ".join(rows["Hosting"][h]["name"] for h in far)
                yield {
                    "id": key,
                    "type": label,
                    "hosting": far,
                    "reason": f"Besonders schützenswerte Personendaten auf {places}.",
                }


def _same(draft: Draft) -> Iterator[dict[str, Any]]:
    for label, first, second in draft.same:
        names = [draft.of(label)[key]["name"] for key in (first, second)]
        yield {
            "type": label,
            "ids": [first, second],
            "names": names,
            "reason": f"«{names[1]}» meint dasselbe wie «{names[0]}».",
        }


def _without_leader(rows: Landscape) -> Iterator[dict[str, Any]]:
    for key, row in rows["DataObject"].items():
        if not row.get("leading_system"):
            yield {"id": key, "reason": f"Für «{row['name']}» ist kein führendes System bestimmt."}


def _several_leaders(rows: Landscape) -> Iterator[dict[str, Any]]:
    holders: dict[str, list[tuple[str, str]]] = {}
    for key, store in rows["DataStore"].items():
        if store.get("kind") == "register":
            for thing in store.get("contains", ()):
                holders.setdefault(thing, []).extend((app, key) for app in store.get("held_by", ()))
    for thing, pairs in sorted(holders.items()):
        apps = list(dict.fromkeys(app for app, _ in pairs))
        if len(apps) > 1:
            name = rows["DataObject"][thing]["name"]
            reason = f"{len(apps)} Applikationen halten ein Register zu «{name}»."
            yield {"id": thing, "applications": apps, "data_stores": [s for _, s in pairs], "reason": reason}


def _in_the_clear(rows: Landscape) -> Iterator[dict[str, Any]]:
    secret = {key for key, row in rows["DataObject"].items() if row["_personal"] == "sensitive"}
    for key, row in rows["Interface"].items():
        carried = [thing for thing in row.get("carries", ()) if thing in secret]
        if carried and row.get("encrypted") is False and in_operation(row):
            names = ", ".join(rows["DataObject"][thing]["name"] for thing in carried)
            yield {"id": key, "sensitive": carried, "reason": f"Überträgt {names} unverschlüsselt."}


def _obsolete(rows: Landscape) -> Iterator[dict[str, Any]]:
    apps = rows["Application"]
    for key, row in rows["Service"].items():
        old = [a for a in row.get("realised_by", ()) if a in apps and is_obsolete(apps[a])]
        if old:
            names = ", ".join(apps[a]["name"] for a in old)
            yield {"id": key, "applications": old, "reason": f"Die Leistung ruht auf {names}."}


def is_obsolete(row: Row) -> bool:
    """Whether an application is being given up or past its end."""
    return row.get("status") in ("phase_out", "retired") or bool(row.get("end_of_life") and row["end_of_life"] < AS_OF)
