"""Where the fictional canton runs its applications: two data centres, clusters, servers, clouds here and abroad."""

from __future__ import annotations

from ea_cockpit.sample.draft import Draft, Row

# Name, kind, place, jurisdiction, provider, weight for applications bought as a service
_CLOUDS = (
    ("Wolkenmuster SaaS Schweiz", "saas", "Region Schweiz Nord", "CH", "Wolkenmuster Cloud AG", 30),
    ("Exempla Verwaltungscloud", "saas", "Musterstadt", "CH", "Exempla Verwaltungssoftware AG", 16),
    ("Beispielsoft SaaS", "saas", "Beispielwil", "CH", "Beispielsoft AG", 16),
    ("Utopia Kommunal-Cloud", "saas", "Frankfurt am Main", "EU", "Utopia Kommunalsoftware GmbH", 7),
    ("Beispielcloud Region Luxemburg", "saas", "Luxemburg", "EU", "Beispielcloud Europe S.A.", 7),
    ("Placeholder Analytics Dublin", "saas", "Dublin", "EU", "Placeholder Analytics Ltd.", 4),
    ("Samplecloud US East", "saas", "Virginia", "US", "Samplecloud Corp.", 5),
    ("Rechenmuster IaaS Schweiz", "iaas", "Region Schweiz Ost", "CH", "Rechenmuster Betriebs AG", 0),
    ("Wolkenmuster PaaS Schweiz", "paas", "Region Schweiz Nord", "CH", "Wolkenmuster Cloud AG", 0),
    ("Beispielcloud IaaS Europa", "iaas", "Frankfurt am Main", "EU", "Beispielcloud Europe S.A.", 0),
)
_OPERATOR = "OE-AIO-1"


def build_hosting(draft: Draft) -> None:
    """Add data centres, clusters, servers, databases' servers and clouds."""
    technologies = draft.by_name("Technology")
    for key, place in (("BU-RZ1", "Musterstadt"), ("BU-RZ2", "Beispielwil")):
        row = _host(draft, key, f"Rechenzentrum {place}", "data_centre", place, "high", draft.amount(900_000, 0.2))
        row["operated_by"] = [_OPERATOR]
    clusters = _clusters(draft, technologies)
    systems = {
        row["name"]: row["_weight"] for row in draft.of("Technology").values()
        if row["kind"] == "operating_system" and row["_weight"]
    }  # fmt: skip
    for kind, count in (("app", max(24, draft.size // 9)), ("db", max(12, draft.size // 30))):
        for number in range(1, count + 1):
            _server(draft, kind, number, draft.pick(systems), clusters)
    _server(draft, "file", 1, "Windows Server 2019", clusters)
    _clouds(draft)


def hosts(draft: Draft, role: str) -> list[str]:
    """Servers of a role: app, db or file; or `cloud`."""
    return [key for key, row in draft.of("Hosting").items() if row.get("_role") == role]


def is_windows(draft: Draft, host: str) -> bool:
    """Whether a server runs Windows."""
    return bool(draft.of("Hosting")[host].get("_windows"))


def _host(draft: Draft, key: str, name: str, kind: str, place: str, level: str, cost: float) -> Row:
    return draft.add(
        "Hosting", key, name=name, kind=kind, location=place, jurisdiction="CH", availability_class=level, cost=cost,
        source="Betriebsinventar AIO",
    )  # fmt: skip


def _clusters(draft: Draft, technologies: dict[str, str]) -> list[str]:
    made = []
    for place in range(1, 7 + draft.size // 500):
        centre = 1 + place % 2
        key = f"BU-CL{place:02}"
        town = "Musterstadt" if centre == 1 else "Beispielwil"
        row = _host(
            draft, key, f"Virtualisierung {place:02} ({town})", "cluster", town, "high", draft.amount(160_000, 0.3)
        )
        row["part_of"] = [f"BU-RZ{centre}"]
        row["built_with"] = [technologies["VMware ESXi 7.0" if place % 3 == 0 else "VMware ESXi 8.0"]]
        made.append(key)
    return made


def _server(draft: Draft, role: str, place: int, system: str, clusters: list[str]) -> None:
    cluster = draft.rng.choice(clusters)
    windows = system.startswith("Win")
    name = f"srv-{role}-{'w' if windows else 'l'}{place:04}"
    level = draft.pick({"basic": 15, "standard": 55, "high": 25, "highest": 5})
    town = draft.of("Hosting")[cluster]["location"]
    row = _host(draft, f"BU-{role.upper()}{place:04}", name, "server", town, level, draft.amount(6_500, 0.4))
    row.update(part_of=[cluster], built_with=[draft.by_name("Technology")[system]], _role=role, _windows=windows)
    row["operated_by"] = [_OPERATOR]
    draft.forget(row, {"cost": 0.2, "availability_class": 0.1, "location": 0.1})


def _clouds(draft: Draft) -> None:
    suppliers = draft.by_name("Supplier")
    for place, (name, kind, town, law, provider, weight) in enumerate(_CLOUDS, start=1):
        row = _host(draft, f"BU-C{place:02}", name, kind, town, draft.pick({"standard": 1, "high": 2}), 0.0)
        del row["cost"]
        row.update(jurisdiction=law, operated_by=[suppliers[provider]], _role="cloud", _weight=weight)
