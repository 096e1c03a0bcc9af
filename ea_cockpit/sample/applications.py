"""The fictional canton's applications with all their properties."""

from __future__ import annotations

from ea_cockpit.sample.canton import department_of, leaves, owners
from ea_cockpit.sample.draft import Draft, Row
from ea_cockpit.sample.life import give_assessment, give_cost, give_life, give_protection
from ea_cockpit.sample.names import Plan, plan_applications
from ea_cockpit.sample.platform import give_platform

_SOURCING = {
    "specialist": {"standard": 52, "custom": 14, "in_house": 10, "saas": 24},
    "base_service": {"standard": 70, "custom": 8, "in_house": 14, "saas": 8},
    "cross_cutting": {"standard": 68, "custom": 6, "in_house": 4, "saas": 22},
    "portal": {"standard": 34, "custom": 34, "in_house": 14, "saas": 18},
    "register": {"standard": 58, "custom": 24, "in_house": 18},
    "integration_job": {"in_house": 80, "custom": 20},
    "desktop_tool": {"in_house": 95, "custom": 5},
}
_USERS = {
    "specialist": 35, "base_service": 900, "cross_cutting": 700, "portal": 1500, "register": 120,
    "integration_job": 0, "desktop_tool": 5,
}  # fmt: skip
# The shares of fields left empty, as inventories come in.
_GAPS = {
    "description": 0.3, "version": 0.3, "product": 0.08, "business_owner": 0.18, "it_owner": 0.22, "users": 0.2,
    "contract_end": 0.2, "notice_months": 0.3, "run_cost": 0.15, "licence_cost": 0.2, "one_off_cost": 0.3,
    "productive_since": 0.12, "confidentiality": 0.12, "integrity": 0.15, "availability": 0.12, "rto_hours": 0.3,
    "rpo_hours": 0.3, "business_value": 0.15, "functional_fit": 0.2, "technical_fit": 0.15, "decision_note": 0.3,
    "published": 0.3, "confirmed_on": 0.25, "sourcing": 0.05, "source": 0.3, "criticality": 0.08, "personal_data": 0.08,
}  # fmt: skip
_TOLD = {
    "specialist": "Unterstützt «{capability}» im Amt {unit}.",
    "base_service": "Basisdienst für alle Departemente im Bereich «{capability}».",
    "cross_cutting": "Kantonsweit genutzte Lösung für «{capability}».",
    "portal": "Zugang für Bevölkerung, Wirtschaft oder Gemeinden zu «{capability}».",
    "register": "Register im Bereich «{capability}», Quelle für andere Applikationen.",
    "integration_job": "Zeitgesteuerter Lauf, übergibt Daten im Bereich «{capability}».",
    "desktop_tool": "Selbst erstellte Datei der Dienststelle {unit}, ohne Betrieb durch die Informatik.",
}


def add_applications(draft: Draft) -> None:
    """Make all applications, then link modules, successors and shared services among them."""
    plans = plan_applications(draft)
    width = max(4, len(str(len(plans))))
    makers = _makers(draft)
    for place, plan in enumerate(plans, start=1):
        row = _application(draft, f"APP-{place:0{width}}", plan, makers)
        give_life(draft, row, plan)
        give_cost(draft, row)
        give_protection(draft, row, plan)
        give_assessment(draft, row)
        give_platform(draft, row)
    _link(draft, plans)
    _share(draft)
    for row in draft.of("Application").values():
        draft.forget(row, _GAPS)


def _application(draft: Draft, key: str, plan: Plan, makers: dict[str, str]) -> Row:
    units = draft.of("OrganisationUnit")
    short = units[plan.unit]["short_name"]
    department = units[department_of(draft, plan.unit)]["short_name"]
    capability = draft.of("BusinessCapability")[plan.capability]["name"]
    row = draft.add(
        "Application", key, name=plan.name, kind=plan.kind, sourcing=draft.pick(_SOURCING[plan.kind]),
        description=_TOLD[plan.kind].format(capability=capability, unit=short), supports=[plan.capability],
        owned_by=[plan.unit], used_by=_users(draft, plan), _unit=plan.unit, _task=plan.task, _same_as=plan.same_as,
        business_owner=f"{draft.rng.choice(draft.words['roles'])} {short}",
        it_owner=_team(draft, plan), users=draft.number(_USERS[plan.kind]) if _USERS[plan.kind] else None,
        confirmed_on=draft.day(2023, 2025), published=draft.chance(0.6), source=f"Inventar {department} 2025",
    )  # fmt: skip
    if plan.kind == "desktop_tool":
        row["it_owner"], row["published"] = "keine", False
    if plan.products and row["sourcing"] in ("standard", "saas"):
        row["product"] = draft.rng.choice(plan.products)
        row["supplied_by"] = [makers[row["product"]]]
        row["version"] = draft.rng.choice(
            (
                f"{draft.rng.randint(2, 14)}.{draft.rng.randint(0, 9)}",
                f"{draft.rng.randint(2017, 2026)}.{draft.rng.randint(1, 4)}",
            )
        )
    elif row["sourcing"] == "custom":
        row["supplied_by"] = [
            draft.pick({key: s["_weight"] for key, s in draft.of("Supplier").items() if s.get("kind") == "integrator"})
        ]
    if plan.task and draft.chance(0.15):
        row["supports"].append(draft.rng.choice(["GF-85", "GF-86", "GF-98"]))
        row["supports"] = list(dict.fromkeys(row["supports"]))
    return row


def _team(draft: Draft, plan: Plan) -> str:
    """The team that fits the kind; offices with their own coordination look after a good part themselves."""
    if plan.capability == "GF-32":
        return "Team Geoinformatik"
    fixed = {"portal": "Team Portale", "base_service": "Team Basisdienste", "integration_job": "Team Integration"}
    own = f"Informatikkoordination {draft.of('OrganisationUnit')[plan.unit]['short_name']}"
    return fixed.get(plan.kind) or draft.pick({"Team Fachapplikationen": 60, "Team Datenbanken": 8, own: 32})


def _makers(draft: Draft) -> dict[str, str]:
    """Each product has one maker; a few makers stand in the list under two spellings, and products name either."""
    kinds = ("vendor", "public")
    weights = {
        key: row["_weight"]
        for key, row in draft.of("Supplier").items()
        if row.get("kind") in kinds or "kind" not in row
    }
    products = [name for leaf in leaves(draft).values() for name in leaf["products"]]
    products += [name for task in draft.words["tasks"] for name in task[2]]
    return {product: draft.pick(weights) for product in dict.fromkeys(products)}


def _users(draft: Draft, plan: Plan) -> list[str]:
    """Who works with it: the owner, and as many others as the kind suggests."""
    if plan.kind == "integration_job":
        return []
    offices = [key for key, row in draft.of("OrganisationUnit").items() if row["kind"] == "office"]
    places = [key for key, row in draft.of("OrganisationUnit").items() if row["kind"] in ("municipality", "external")]
    more: list[str] = []
    if plan.kind in ("cross_cutting", "base_service") and not plan.whole:
        more = draft.sample(offices, draft.rng.randint(8, 26))
    elif not plan.task and plan.kind != "desktop_tool" and draft.chance(0.35):
        near = department_of(draft, plan.unit)
        kin = [unit for unit in owners(draft) if department_of(draft, unit) == near]
        more = draft.sample(kin if draft.chance(0.8) else owners(draft), draft.rng.randint(1, 3))
    if plan.kind in ("portal", "register") and draft.chance(0.6):
        more = more + draft.sample(places, draft.rng.randint(1, 6))
    return list(dict.fromkeys([plan.unit, *more]))


def _link(draft: Draft, plans: list[Plan]) -> None:
    ids: dict[str, str] = {}
    for key, row in draft.of("Application").items():
        ids.setdefault(row["name"], key)
    for plan, row in zip(plans, draft.of("Application").values(), strict=True):
        if plan.whole:
            _inherit(draft.of("Application")[ids[plan.whole]], row)
        if plan.successor:
            row["succeeded_by"] = [ids[plan.successor]]
            _keep_alive(draft, draft.of("Application")[ids[plan.successor]])
        if plan.same_as:
            draft.same.append(("Application", ids[plan.same_as], row["id"]))


def _inherit(whole: Row, module: Row) -> None:
    """A module comes from the same maker and runs where its application runs."""
    module["part_of"] = [whole["id"]]
    for field in (
        "sourcing",
        "product",
        "version",
        "supplied_by",
        "hosted_on",
        "built_with",
        "personal_data",
        "source",
    ):
        module.pop(field, None)
        if field in whole:
            module[field] = whole[field]


def _keep_alive(draft: Draft, successor: Row) -> None:
    """What takes an old system's place is younger than it and not itself on its way out."""
    if successor["status"] in ("phase_out", "retired"):
        successor["status"] = "productive"
        successor.pop("phase_out_from", None)
        successor.pop("end_of_life", None)
        if successor.get("decision"):
            successor["decision"], successor["decision_note"] = "tolerate", "Erfüllt den Zweck"
    if successor["status"] == "productive":
        successor["productive_since"] = draft.day(2018, 2025)


def _share(draft: Draft) -> None:
    """Let applications depend on the shared services nobody lists as interfaces."""
    ids = draft.by_name("Application")
    login, directory, records = ids["Zentrale Anmeldung"], ids["Verzeichnisdienst"], ids["GEVER Kanton"]
    for key, row in draft.of("Application").items():
        if row["kind"] in ("desktop_tool", "integration_job") or key in (login, directory) or row.get("part_of"):
            continue
        wanted = [login] if draft.chance(0.4) else []
        wanted += [records] if row["kind"] == "specialist" and draft.chance(0.08) else []
        if wanted := [other for other in wanted if other != key]:
            row["depends_on"] = wanted
    draft.of("Application")[login]["depends_on"] = [directory]
    for name in ("GEVER Kanton", "Formulardienst Kanton", "Zeiterfassung Kanton", "Kantonale Einwohnerplattform"):
        row = draft.of("Application")[ids[name]]
        draft.of("BusinessCapability")[row["supports"][0]]["standard_solution"] = [ids[name]]
    for name in ("Finanzbuchhaltung", "Zentrale Anmeldung", "Integrationsplattform"):
        row = draft.of("Application")[ids[name]]
        draft.of("BusinessCapability")[row["supports"][0]]["standard_solution"] = [ids[name]]
