"""Weak points put in on purpose, so that every analysis has something true to find, in any size of canton."""

from __future__ import annotations

from ea_cockpit.sample.draft import Draft, Row
from ea_cockpit.sample.hosting import hosts


def plant_in_platform(draft: Draft) -> None:
    """Before the data stores: old technology, sensitive data abroad, one server too many things stand on."""
    share = max(3, draft.size // 100)
    _old_technology(draft, share)
    _abroad(draft, share)
    _crowded_server(draft, max(14, draft.size // 60))


def plant_in_work(draft: Draft) -> None:
    """After flows and services: sensitive data in the clear, services on applications that are being given up."""
    _in_the_clear(draft, max(4, draft.size // 50))
    _obsolete_services(draft)


def _ordinary(draft: Draft) -> list[Row]:
    rows = draft.of("Application").values()
    return [
        r for r in rows if r["kind"] in ("specialist", "portal", "register") and r["status"] == "productive"
        and not (r["_same_as"] or r.get("part_of"))
    ]  # fmt: skip


def _old_technology(draft: Draft, count: int) -> None:
    technologies = draft.by_name("Technology")
    old = [technologies[name] for name in ("Visual Basic 6", "PHP 7.4", ".NET Framework 4.5", "Adobe Flash Player")]
    fitting = [row for row in _ordinary(draft) if row.get("built_with")]
    for place, row in enumerate(draft.sample(fitting, count)):
        row["built_with"] = list(dict.fromkeys([*row["built_with"], old[place % len(old)]]))
        row["technical_fit"] = 1
        if row.get("decision") in ("invest", "tolerate"):
            row["decision"], row["decision_note"] = "migrate", "Technik veraltet und fachlich unverzichtbar"


def _abroad(draft: Draft, count: int) -> None:
    foreign = [key for key in hosts(draft, "cloud") if draft.of("Hosting")[key]["jurisdiction"] != "CH"]
    foreign = [key for key in foreign if draft.of("Hosting")[key]["kind"] == "saas"]
    fitting = [
        row for row in _ordinary(draft) if row.get("sourcing") == "saas" and row.get("personal_data") == "sensitive"
    ]
    fitting += [
        row for row in _ordinary(draft) if row.get("sourcing") == "saas" and row.get("personal_data") == "personal"
    ]
    for place, row in enumerate(fitting[:count]):
        row.update(
            hosted_on=[foreign[place % len(foreign)]],
            personal_data="sensitive",
            confidentiality="very_high",
            _keep=True,
        )


def _crowded_server(draft: Draft, count: int) -> None:
    technologies = draft.by_name("Technology")
    cluster = next(key for key in draft.of("Hosting") if key.startswith("BU-CL"))
    row = draft.add(
        "Hosting", "BU-ALT1", name="srv-fach-alt", kind="server", location="Musterstadt", jurisdiction="CH",
        availability_class="basic", cost=9_800.0, part_of=[cluster], operated_by=["OE-AIO-1"],
        built_with=[technologies["Windows Server 2012 R2"]], source="Betriebsinventar AIO",
        description="Gewachsener Fachserver; viele Applikationen teilen ihn sich, ein Ersatz fehlt.",
    )  # fmt: skip
    fitting = [r for r in _ordinary(draft) if r.get("sourcing") in ("standard", "custom", "in_house")]
    for app in draft.sample(fitting, count):
        app.update(hosted_on=[row["id"]], _keep=True)


def _in_the_clear(draft: Draft, count: int) -> None:
    secret = {key for key, row in draft.of("DataObject").items() if row["_personal"] == "sensitive"}
    rows = [r for r in draft.of("Interface").values() if r.get("status") == "productive" and secret & set(r["carries"])]
    for row in draft.sample(rows, count):
        row["encrypted"] = False
        if row["mode"] in ("api", "message"):
            row.update(mode="file", protocol="FTP", format="CSV", frequency="daily")


def _obsolete_services(draft: Draft) -> None:
    apps = draft.of("Application")
    ending = [
        k for k, r in apps.items() if r["status"] == "phase_out" and r["kind"] == "specialist" and not r["_same_as"]
    ]
    for service in draft.of("Service").values():
        main = service["realised_by"]
        found = [k for k in ending if any(apps[k]["supports"] == apps[m]["supports"] for m in main if m in apps)]
        if found and draft.chance(0.4):
            service["realised_by"] = list(dict.fromkeys([*main, found[0]]))
