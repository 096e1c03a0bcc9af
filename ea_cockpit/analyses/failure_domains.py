"""What shares a hosting, a data centre, a supplier, an operator or a responsible function, and so fails together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from ea_cockpit.analyses.analysis import Analysis, AnalysisRow, Asked, result
from ea_cockpit.analyses.parameter import Parameter
from ea_cockpit.analyses.structure.domain import Landscape, hit_offices, hosting_domains, landscape, operated
from ea_cockpit.analyses.structure.network import CRITICAL, Facts, Links, Names, links_of, read_facts
from ea_cockpit.analyses.topic import Topic
from ea_cockpit.graph.catalogue import FactRef
from ea_cockpit.graph.queries import load
from ea_cockpit.i18n import Text
from ea_cockpit.model.values import Choice

_LABELS = (
    "Application", "BusinessProcess", "DataStore", "Hosting", "OrganisationUnit", "Service", "Supplier",
)  # fmt: skip
_NAMED = 5


class DomainKind(Choice):
    """What is shared."""

    HOST = "host", "Betriebsumgebung", "Hosting"
    DATA_CENTRE = "data_centre", "Rechenzentrum oder Anbieter", "Data centre or provider"
    SUPPLIER = "supplier", "Lieferant", "Supplier"
    OPERATOR = "operator", "Betreiber", "Operator"
    BUSINESS_OWNER = "business_owner", "Fachverantwortung", "Business owner"
    IT_OWNER = "it_owner", "IT-Verantwortung", "IT owner"


class Domain(AnalysisRow):
    """One thing that is shared, and what shares it."""

    kind: DomainKind = result(("Art", "Kind"), ("Was geteilt wird.", "What is shared."), ...)
    label: str | None = result(("Typ", "Type"), ("Typ des Geteilten.", "Type of what is shared."))
    id: str | None = result(("ID", "ID"), ("ID des Geteilten, wo es eine hat.", "Id of what is shared, if it has one."))
    name: str = result(("Name", "Name"), ("Was geteilt wird.", "What is shared."), ...)
    applications: int = result(
        ("Applikationen", "Applications"),
        ("Die es teilen, auch über ihre Datenbestände.", "Those that share it, through their data stores too."),
        ...,
    )
    without_alternative: int = result(
        ("Ohne Ausweg", "Without alternative"),
        ("Davon fallen sicher mit aus; nichts springt ein.", "Of these fail for certain; nothing stands in."),
        ...,
    )
    critical: int = result(
        ("Kritische", "Critical"),
        ("Davon mit hoher oder sehr hoher Kritikalität.", "Of these with high or very high criticality."),
        ...,
    )
    unknown: int = result(
        ("Kritikalität unbekannt", "Criticality unknown"), ("Davon ohne Angabe.", "Of these without an answer."), 0
    )
    named: tuple[str, ...] = result(
        ("Am kritischsten", "Most critical"), ("Höchstens fünf.", "Five at most."), ()
    )  # fmt: skip
    services: tuple[str, ...] = result(
        ("Kritische Leistungen je Amt", "Critical services by office"),
        ("So viele der kritischen Leistungen eines Amts ruhen darauf.", "So many of an office's rest on it."),
        (),
    )
    reason: Text = result(("Begründung", "Reason"), ("Warum die Zeile hier steht.", "Why it is listed."), ...)

    def subject(self) -> FactRef | None:
        """What is shared, where it is a fact."""
        return FactRef(self.label, self.id, self.name) if self.label and self.id else None


@dataclass(frozen=True, slots=True)
class _Shared:
    kind: DomainKind
    what: int | str
    members: set[int]
    without: set[int]


class FailureDomains(Analysis):
    """All things shared by many applications."""

    name = "failure_domains"
    topic = Topic.STRUCTURE
    row = Domain
    parameters = (
        Parameter(
            "kind",
            Text("Nur diese Art", "Only this kind"),
            Text("Was geteilt wird; sonst alles.", "What is shared; else all."),
            "choice",
            choices=tuple((kind.value, kind.text) for kind in DomainKind),
        ),
        Parameter(
            "least",
            Text("Ab so vielen Applikationen", "From so many applications"),
            Text("Kleinere Gemeinschaften fehlen; sonst 1 % aller, mindestens 10.", "Else 1 % of all, 10 at least."),
            "integer",
            low=1,
            high=1_000_000,
        ),
    )
    helpers = ("relationship", "starts", "ends")
    worked_out = tuple(column.name for column in Domain.columns())
    figures: ClassVar[dict[str, Text]] = {
        "domains": Text("Ausfallgemeinschaften", "Failure domains"),
        "largest": Text("Applikationen der grössten", "Applications of the largest"),
        "by_kind": Text("Nach Art", "By kind"),
    }

    def answer(self, asked: Asked) -> list[AnalysisRow]:
        """By kind, the largest first."""
        facts = read_facts(asked, _LABELS)
        links = links_of(asked.read(self.query), facts)
        land = landscape(facts, links)
        least = asked["least"] or max(10, len(facts.of("Application")) // 100)
        everything = _all(asked, facts, links, land)
        found = [s for s in everything if len(s.members) >= least and asked["kind"] in (None, s.kind.value)]
        return _rows(asked, facts, land, found)

    def summary(self, rows: Sequence[Domain]) -> dict[str, Any]:
        """How many domains, the largest, and the kinds."""
        return {
            "domains": len(rows),
            "largest": max((row.applications for row in rows), default=0),
            "by_kind": {kind.value: count for kind, count in Counter(row.kind for row in rows).items()},
        }


def _all(asked: Asked, facts: Facts, links: Links, land: Landscape) -> Iterable[_Shared]:
    members, without, roots = hosting_domains(land)
    for place, apps in members.items():
        kind = DomainKind.DATA_CENTRE if place in roots else DomainKind.HOST
        yield _Shared(kind, place, apps, without.get(place, set()))
    supplied: dict[int, set[int]] = {}
    for start, end in links.get("SUPPLIED_BY", ()):
        if facts.labels[start] == "Application":
            supplied.setdefault(end, set()).add(start)
    yield from (_Shared(DomainKind.SUPPLIER, place, apps, apps) for place, apps in supplied.items())
    for place, apps in operated(land, links.get("OPERATED_BY", ())).items():
        yield _Shared(DomainKind.OPERATOR, place, apps, apps)
    for row in asked.read(load("parts/structure_responsible")):
        apps = {facts.place[node] for node in row["nodes"]}
        yield _Shared(DomainKind.word(row["kind"]), row["name"], apps, apps)


def _rows(asked: Asked, facts: Facts, land: Landscape, found: list[_Shared]) -> list[AnalysisRow]:
    tops = [_top(shared, facts) for shared in found]
    hits = [hit_offices(land, shared.members)[:_NAMED] for shared in found]
    shown = {place for top in tops for place in top} | {office for hit in hits for office, *_ in hit}
    names = Names(asked, facts, shown | {shared.what for shared in found if isinstance(shared.what, int)})
    order = [*DomainKind]
    rows = [_row(shared, top, hit, facts, names) for shared, top, hit in zip(found, tops, hits, strict=True)]
    return [*sorted(rows, key=lambda row: (order.index(row.kind), -row.applications, row.id or "", row.name))]


def _top(shared: _Shared, facts: Facts) -> list[int]:
    """The most critical; by their place where equally so."""
    return sorted(shared.members, key=lambda app: (-facts.weights[app], app))[:_NAMED]


def _row(
    shared: _Shared, top: list[int], hits: list[tuple[int, int, int]], facts: Facts, names: Names
) -> Domain:  # fmt: skip
    ref = names[shared.what] if isinstance(shared.what, int) else None
    critical = sum(facts.weights[app] >= CRITICAL for app in shared.members)
    title, count = ref.title if ref else str(shared.what), len(shared.members)
    services = tuple(f"{names.title(office)}: {hit}/{total}" for office, hit, total in hits)
    return Domain(
        kind=shared.kind, label=ref.label if ref else None, id=ref.id if ref else None, name=title,
        applications=count, without_alternative=len(shared.without), critical=critical,
        unknown=sum(facts.weights[app] == 0 for app in shared.members),
        named=tuple(names.title(app) for app in top), services=services,
        reason=Text(
            f"{count} Applikationen teilen sich {shared.kind.text.de} «{title}», {critical} davon sind kritisch.",
            f"{count} applications share the {shared.kind.text.en.lower()} «{title}», {critical} of them critical.",
        ),
    )  # fmt: skip
