"""Applications that depend on each other in a circle, and data that flows in a circle."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from ea_cockpit.analyses.analysis import AboutFact, Analysis, AnalysisRow, Asked, result
from ea_cockpit.analyses.structure.flows import Flows, grouped, read_flows
from ea_cockpit.analyses.structure.network import Facts, Names, links_of, read_facts
from ea_cockpit.analyses.structure.offices import offices_of, read_offices, with_stores
from ea_cockpit.analyses.structure.ring import rings, short_cycle
from ea_cockpit.analyses.topic import Topic
from ea_cockpit.i18n import Text
from ea_cockpit.model.values import Choice

_LABELS = ("Application", "DataStore", "Interface", "OrganisationUnit")
_SHOWN = 10


class CycleKind(Choice):
    """What goes round."""

    DEPENDENCY = "dependency", "Abhängigkeit", "Dependency"
    FLOW = "flow", "Datenfluss", "Flow of data"


class Cycle(AboutFact):
    """One set of systems that reach each other; the fact is the first of the cycle shown."""

    kind: CycleKind = result(("Art", "Kind"), ("Was im Kreis läuft.", "What goes round."), ...)
    size: int = result(
        ("Beteiligte", "Members"), ("So viele erreichen einander im Kreis.", "So many reach each other."), ...
    )
    path: Text = result(
        ("Kürzester Kreis", "Shortest cycle"), ("Ein Kreis als Beleg.", "One cycle as evidence."), ...
    )  # fmt: skip
    members: tuple[str, ...] = result(
        ("Darunter", "Among them"), ("Die kritischsten Beteiligten (höchstens zehn).", "The most critical (ten)."), ()
    )
    offices: int = result(
        ("Ämter", "Offices"), ("So vielen Ämtern gehören die Beteiligten.", "So many offices own the members."), 0
    )
    across_offices: bool = result(
        ("Über Ämter hinweg", "Across offices"), ("Ob mehrere Ämter beteiligt sind.", "Whether several take part."), ...
    )
    reason: Text = result(("Begründung", "Reason"), ("Warum die Zeile hier steht.", "Why it is listed."), ...)


class Cycles(Analysis):
    """All rings of dependency and of flows between applications (and data stores nobody holds)."""

    name = "cycles"
    topic = Topic.STRUCTURE
    row = Cycle
    helpers = ("relationship", "starts", "ends")
    worked_out = tuple(column.name for column in Cycle.columns())
    figures: ClassVar[dict[str, Text]] = {
        "dependency": Text("Kreise von Abhängigkeiten", "Cycles of dependency"),
        "flow": Text("Kreise von Datenflüssen", "Cycles of flows"),
        "across_offices": Text("Über Ämter hinweg", "Across offices"),
    }

    def answer(self, asked: Asked) -> list[AnalysisRow]:
        """Dependencies first, the largest ring first."""
        facts, offices = read_facts(asked, _LABELS), read_offices(asked)
        links = links_of(asked.read(self.query), facts)
        flows = read_flows(facts, links)
        apps = set(facts.of("Application"))
        needs = [(a, b) for a, b in links.get("DEPENDS_ON", ()) if a in apps and b in apps]
        owners = with_stores(offices_of(facts, links, offices, ("OWNED_BY",)), flows.holders)
        drafts = [*_rings(CycleKind.DEPENDENCY, needs), *_rings(CycleKind.FLOW, between(flows))]
        shown = {ring_id: _most_critical(members, facts) for ring_id, (_, members, _) in enumerate(drafts)}
        listed = {place for places in shown.values() for place in places}
        names = Names(asked, facts, listed | {place for _, _, cycle in drafts for place in cycle})
        rows: list[AnalysisRow] = []
        for ring_id, (kind, members, cycle) in enumerate(drafts):
            whose = sorted({offices.title(office) for place in members for office in owners.get(place, ())})
            rows.append(_row(kind, len(members), cycle, names.sorted(shown[ring_id]), whose, names))
        return rows

    def summary(self, rows: Sequence[Cycle]) -> dict[str, Any]:
        """How many of each kind, and across offices."""
        return {
            "dependency": sum(row.kind is CycleKind.DEPENDENCY for row in rows),
            "flow": sum(row.kind is CycleKind.FLOW for row in rows),
            "across_offices": sum(row.across_offices for row in rows),
        }


def between(flows: Flows) -> list[tuple[int, int]]:
    """Which system sends data to which other, each pair once; within one system data does not go round."""
    pairs = {
        (giver, taker)
        for interface, provider in flows.providers.items()
        for end in provider
        for giver in flows.systems(end)
        for target in flows.consumers.get(interface, ())
        for taker in flows.systems(target)
        if giver != taker
    }
    return sorted(pairs)


def _rings(kind: CycleKind, pairs: list[tuple[int, int]]) -> Iterable[tuple[CycleKind, list[int], list[int]]]:
    out = grouped(pairs)
    found = [(kind, ring, short_cycle(ring, out)) for ring in rings(pairs)]
    return sorted(found, key=lambda one: (-len(one[1]), one[1][0]))


def _most_critical(members: list[int], facts: Facts) -> list[int]:
    return sorted(members, key=lambda place: (-facts.weights[place], place))[:_SHOWN]


def _row(
    kind: CycleKind, size: int, cycle: list[int], members: tuple[str, ...], whose: list[str], names: Names
) -> Cycle:  # fmt: skip
    word = Text("braucht", "needs") if kind is CycleKind.DEPENDENCY else Text("liefert an", "sends to")
    titles = [names.title(place) for place in (*cycle, cycle[0])]
    path = Text(*(f" → {word.in_(lang)} → ".join(titles) for lang in ("de", "en")))
    de = f"{size} erreichen einander im Kreis; der gezeigte hat {len(cycle)}."
    en = f"{size} reach each other in a circle; the one shown has {len(cycle)}."
    if size == 1:
        de, en = f"«{titles[0]}» nennt sich selbst als Voraussetzung.", f"«{titles[0]}» names itself as needed."
    if whose:
        more = ", …" if len(whose) > _SHOWN else ""
        de += f" Ämter: {', '.join(whose[:_SHOWN])}{more}."
        en += f" Offices: {', '.join(whose[:_SHOWN])}{more}."
    first = names[cycle[0]]
    return Cycle(
        label=first.label, id=first.id, name=first.name, kind=kind, size=size, path=path, members=members,
        offices=len(whose), across_offices=len(whose) > 1, reason=Text(de, en),
    )  # fmt: skip
