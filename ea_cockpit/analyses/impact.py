"""What suffers when a fact fails: at what distance, along which path, from hosting to office."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from ea_cockpit.analyses.analysis import Analysis, AnalysisRow, result
from ea_cockpit.analyses.parameter import Parameter
from ea_cockpit.graph.catalogue import FactRef, Reader, owners, relation
from ea_cockpit.i18n import Text
from ea_cockpit.model.metamodel import Metamodel


class Hit(AnalysisRow):
    """One fact that suffers."""

    label: str = result(("Typ", "Type"), ("Typ des betroffenen Eintrags.", "Type of the fact that suffers."), ...)
    id: str = result(("ID", "ID"), ("ID des betroffenen Eintrags.", "Id of the fact that suffers."), ...)
    name: str | None = result(("Name", "Name"), ("Name des betroffenen Eintrags.", "Name of the fact that suffers."))
    distance: int = result(
        ("Entfernung", "Distance"), ("Schritte auf dem kürzesten Weg.", "Steps on the shortest path."), ...
    )
    path: Text = result(("Weg", "Path"), ("Wie der Ausfall dorthin gelangt.", "How the failure gets there."), ...)
    owner: str | None = result(("Amt", "Office"), ("Wer dafür verantwortlich ist.", "Who answers for it."))

    def subject(self) -> FactRef:
        """The fact that suffers."""
        return FactRef(self.label, self.id, self.name)


class Impact(Analysis):
    """What suffers when a fact fails."""

    name = "impact"
    row = Hit
    parameters = (
        Parameter(
            "fact",
            Text("Was ausfällt", "What fails"),
            Text("ID des Eintrags, zum Beispiel Hosting:BU-1.", "Id of the fact, for example Hosting:BU-1."),
            "fact",
            required=True,
        ),
        Parameter(
            "hops",
            Text("Schritte", "Steps"),
            Text("Wie weit gesucht wird, 1 bis 12.", "How far to look, 1 to 12."),
            "integer",
            default=6,
            low=1,
            high=12,
        ),
        Parameter(
            "only",
            Text("Nur dieser Typ", "Only this type"),
            Text("Zeigt nur Betroffene dieses Typs.", "Shows only what suffers of this type."),
            "choice",
        ),
    )
    helpers = ("via_label", "via_id", "relationship")
    worked_out = ("distance", "path", "owner")
    figures: ClassVar[dict[str, Text]] = {
        "facts": Text("Betroffen", "Suffering"),
        "by_label": Text("Nach Typ", "By type"),
        "max_distance": Text("Grösste Entfernung", "Greatest distance"),
        "offices": Text("Betroffene Ämter", "Offices concerned"),
    }

    def answer(self, reader: Reader, metamodel: Metamodel, params: dict[str, Any]) -> list[AnalysisRow]:
        """Each fact that suffers once, nearest first."""
        hits = self._spread(reader, metamodel, params["fact"], params["hops"])
        told = [hit for hit in hits if params["only"] in (None, hit.fact.label)]
        words = _Words(metamodel)
        whose = owners(reader, [hit.fact for hit in told])
        rows = [_row(hit, words, whose.get(hit.fact.key)) for hit in told]
        return [*sorted(rows, key=_order)]

    def _spread(self, reader: Reader, metamodel: Metamodel, origin: FactRef, hops: int) -> list[_Met]:
        """Everything the failure reaches, step by step."""
        start, end = metamodel.dependencies()
        met = {(origin.label, origin.id): _Met(origin)}
        front = list(met)
        for _ in range(hops):
            if not front:
                break
            rows = reader.read(self.query, front=front, start_suffers=start, end_suffers=end)
            front = _meet(rows, met, metamodel.ends_of_failure())
        return list(met.values())[1:]

    def summary(self, rows: Sequence[Hit]) -> dict[str, Any]:
        """How many of each type, how far it reaches, how many offices are concerned."""
        owners = {row.owner for row in rows if row.owner}
        return {
            "facts": len(rows),
            "by_label": dict(sorted(Counter(row.label for row in rows).items())),
            "max_distance": max((row.distance for row in rows), default=0),
            "offices": len(owners),
        }


@dataclass(slots=True)
class _Met:
    """A fact the failure has reached, and from where."""

    fact: FactRef
    via: _Met | None = None
    relationship: str = ""

    def steps(self) -> list[_Met]:
        """The way from what failed to here."""
        way, at = [self], self.via
        while at is not None:
            way.append(at)
            at = at.via
        return way[::-1]


def _meet(rows: list[dict[str, Any]], met: dict[tuple[str, str], _Met], ends: tuple[str, ...]) -> list[tuple[str, str]]:
    """Note what was not met before; gives the facts to go on from, in an order that depends on their ids only."""
    found = []
    # The first step to reach a fact stays on record, so that the path told is the shortest.
    for row in rows:
        key = (row["label"], row["id"])
        if key not in met:
            fact = FactRef(row["label"], row["id"], row["name"])
            met[key] = _Met(fact, met[row["via_label"], row["via_id"]], row["relationship"])
            found.append(key)
    return [key for key in found if key[0] not in ends]


def _order(row: Hit) -> tuple[int, str, str, str]:
    return row.distance, row.label, (row.name or row.id).casefold(), row.id


def _row(hit: _Met, words: _Words, owner: FactRef | None) -> Hit:
    way = hit.steps()
    fact = hit.fact
    return Hit(
        label=fact.label, id=fact.id, name=fact.name, distance=len(way) - 1, path=words.path(way),
        owner=owner.title if owner else None,
    )  # fmt: skip


class _Words:
    """Paths in words: names joined with arrows and the relation that carries the failure on."""

    def __init__(self, metamodel: Metamodel) -> None:
        self.metamodel = metamodel
        self.end_suffers = metamodel.dependencies()[1]
        self.known: dict[tuple[str, str, str], Text] = {}

    def path(self, way: list[_Met]) -> Text:
        """The way in both languages."""
        steps = [(self._word(at.via.fact.label, at.relationship, at.fact.label), at.fact.title) for at in way if at.via]
        first = way[0].fact.title
        return Text(
            first + "".join(f" → {word.de} → {name}" for word, name in steps),
            first + "".join(f" → {word.en} → {name}" for word, name in steps),
        )

    def _word(self, before: str, relationship: str, after: str) -> Text:
        key = (before, relationship, after)
        if key not in self.known:
            # A relationship that begins where the failure comes from is read along its arrow, another one against it.
            along = relationship in self.end_suffers
            start, end = (before, after) if along else (after, before)
            self.known[key] = relation(self.metamodel, relationship, start, end, against=not along)
        return self.known[key]
