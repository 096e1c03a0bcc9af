"""The fictional canton: its units, capabilities, suppliers, technologies, standards and data objects."""

from __future__ import annotations

from typing import Any

from ea_cockpit.model.protection import PersonalData
from ea_cockpit.sample.draft import BIG, Draft, Row, catalogue


def found_canton(draft: Draft) -> None:
    """Lay the ground every department's inventory refers to."""
    _units(draft)
    _suppliers(draft)
    _technologies(draft)
    _capabilities(draft)
    _standards(draft)
    _data_objects(draft)


def owners(draft: Draft) -> list[str]:
    """Units that run applications of their own: offices and courts, in a large canton their divisions too."""
    kinds = ("office", "court", "division") if draft.size >= BIG else ("office", "court")
    # The data centre operates what everybody stands on; if it used applications, each failure would seem to fell all.
    return [key for key, row in draft.of("OrganisationUnit").items() if row["kind"] in kinds and key != "OE-AIO-1"]


def department_of(draft: Draft, unit: str | None) -> str:
    """The department a unit belongs to, in the end; courts and others answer for themselves."""
    units = draft.of("OrganisationUnit")
    while unit and units[unit].get("part_of"):
        unit = units[unit]["part_of"][0]
    return unit or "OE-STK"


def _unit(draft: Draft, key: str, name: str, kind: str, short: str | None = None, part_of: str | None = None) -> None:
    row = draft.add("OrganisationUnit", f"OE-{key}", name=name, kind=kind, source="Staatskalender Musterkanton")
    row["short_name"] = short
    if part_of:
        row["part_of"] = [f"OE-{part_of}"]


def _units(draft: Draft) -> None:
    data = catalogue("organisation")
    for short, name, offices in data["departments"]:
        _unit(draft, short, name, "department", short)
        for office, title, divisions in offices:
            _unit(draft, office, title, "office", office, short)
            for place, division in enumerate(divisions, start=1):
                if draft.size >= BIG or office == "AIO":
                    full = f"Abteilung {division} ({office})"
                    _unit(draft, f"{office}-{place}", full, "division", f"{office} {division}", office)
    _unit(draft, "GER", "Gerichte Musterkanton", "court", "GER")
    for short, name in data["courts"]:
        _unit(draft, short, name, "court", short, "GER")
    count = len(data["municipalities"]) if draft.size >= BIG else 12
    for place, name in enumerate(data["municipalities"][:count], start=1):
        _unit(draft, f"G{place:02}", f"Gemeinde {name}", "municipality")
    for short, name in data["externals"]:
        _unit(draft, short, name, "external")


def _suppliers(draft: Draft) -> None:
    data = catalogue("suppliers")
    for place, (name, country, kind, weight) in enumerate(data["suppliers"], start=1):
        row = draft.add("Supplier", f"LF-{place:02}", name=name, country=country, kind=kind, _weight=weight)
        row["source"] = "Kreditorenstamm Amt für Finanzen"
    first = draft.by_name("Supplier")
    for place, (name, other) in enumerate(data["spellings"], start=len(first) + 1):
        draft.add("Supplier", f"LF-{place:02}", name=other, source="Lizenzliste AIO", _weight=1)
        draft.same.append(("Supplier", first[name], f"LF-{place:02}"))


def _technologies(draft: Draft) -> None:
    data, suppliers = catalogue("technologies"), draft.by_name("Supplier")
    for place, (name, kind, version, slug, support, end, weight, free) in enumerate(data["technologies"], start=1):
        partner = suppliers["Open-Source-Gemeinschaft" if free else "Lizenzhandel Muster AG"]
        draft.add(
            "Technology", f"TEC-{place:02}", name=name, kind=kind, version=version, lifecycle_slug=slug,
            support_ends=support, end_of_life=end, supplied_by=[partner], source="Technologieradar AIO", _weight=weight,
        )  # fmt: skip
    first = draft.by_name("Technology")
    for old, new in data["succession"]:
        draft.of("Technology")[first[old]]["succeeded_by"] = [first[new]]
    for place, (name, other) in enumerate(data["spellings"], start=len(first) + 1):
        kind = draft.of("Technology")[first[name]]["kind"]
        draft.add("Technology", f"TEC-{place:02}", name=other, kind=kind, source="Meldung der Ämter", _weight=2)
        draft.same.append(("Technology", first[name], f"TEC-{place:02}"))


def _capabilities(draft: Draft) -> None:
    for area in catalogue("capabilities")["areas"]:
        draft.add("BusinessCapability", area["id"], name=area["name"], strategic_importance=None)
        for leaf in area["capabilities"]:
            draft.add(
                "BusinessCapability", leaf["id"], name=leaf["name"], strategic_importance=leaf["importance"],
                part_of=[area["id"]], source="Fähigkeitenkarte Musterkanton 2025", _leaf=leaf,
            )  # fmt: skip


def leaves(draft: Draft) -> dict[str, Row]:
    """What the catalogue says of each capability of the second level, by id."""
    return {key: row["_leaf"] for key, row in draft.of("BusinessCapability").items() if "_leaf" in row}


def _standards(draft: Draft) -> None:
    technologies = draft.by_name("Technology")
    for item in catalogue("standards")["standards"]:
        draft.add(
            "Standard", item["id"], name=item["name"], domain=item["domain"], verdict=item["verdict"],
            rule=item["rule"], check=item.get("check"), version=item.get("version"),
            valid_from=item.get("from"), valid_until=item.get("until"),
            published_source=item.get("source", "Weisung Informatik Musterkanton"), _item=item,
            applies_to=[technologies[name] for name in item.get("technologies", ())] + item.get("capabilities", []),
        )  # fmt: skip


def apply_to_clouds(draft: Draft) -> None:
    """Let the rules on clouds and on data abroad name the operating environments they speak of."""
    for row in draft.of("Standard").values():
        item: dict[str, Any] = row["_item"]
        for key, host in draft.of("Hosting").items():
            abroad = item.get("abroad") and host["jurisdiction"] != "CH"
            if abroad or (item.get("clouds") and host["kind"] in ("saas", "iaas", "paas")):
                row["applies_to"].append(key)


def _data_objects(draft: Draft) -> None:
    objects = catalogue("data_objects")["objects"]
    ids = {name: f"DO-{place:02}" for place, (name, *_) in enumerate(objects, start=1)}
    for name, classification, personal, law, capability, standard, whole in objects:
        row = draft.add(
            "DataObject", ids[name], name=name, classification=classification, legal_basis=law,
            source="Datenkatalog Fachstelle Statistik", _personal=personal, _capability=capability,
            custom={"Personendaten": PersonalData.word(personal).in_("de")},
        )  # fmt: skip
        if standard:
            row["defined_by"] = [standard]
        if whole:
            row["part_of"] = [ids[whole]]
