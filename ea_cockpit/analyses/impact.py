"""What suffers when a fact fails: at what distance, along which path, from hosting to office."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from ea_cockpit.analyses.analysis import Analysis, AnalysisRow, Asked, result
from ea_cockpit.analyses.parameter import Parameter
from ea_cockpit.analyses.topic import Topic
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
    topic = Topic.STRUCTURE
    row = Hit
    parameters = (
        Parameter(
            "fact",
            Text("Was ausfällt", "What fails"),
            Text("ID des Eintrags, zum Beispiel Betriebsumgebung:BU-1.", "Id of the fact, for example Hosting:BU-1."),
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
    helpers = ("met",)
    worked_out = ("label", "id", "name", "distance", "path", "owner")
    figures: ClassVar[dict[str, Text]] = {
        "facts": Text("Betroffen", "Suffering"),
        "by_label": Text("Nach Typ", "By type"),
        "max_distance": Text("Grösste Entfernung", "Greatest distance"),
        "offices": Text("Betroffene Ämter", "Offices concerned"),
    }

    def answer(self, asked: Asked) -> list[AnalysisRow]:
        """Each fact that suffers once, nearest first."""
        hits = self._spread(asked.reader, asked.metamodel, asked["fact"], asked["hops"])
        told = [hit for hit in hits if asked["only"] in (None, hit.fact.label)]
        whose = owners(asked.reader, [hit.fact for hit in told])
        return [*sorted((_row(hit, whose.get(hit.fact.key)) for hit in told), key=_order)]

    def _spread(self, reader: Reader, metamodel: Metamodel, origin: FactRef, hops: int) -> list[_Met]:
        """Everything the failure reaches, step by step."""
        start, end = metamodel.dependencies()
        reached = _Reached(metamodel, origin)
        front = [(origin.label, origin.id)]
        for _ in range(hops):
            if not front:
                break
            found = reader.read(self.query, front=front, start_suffers=start, end_suffers=end)[0]["met"]
            front = reached.add(found)
        return list(reached.met.values())[1:]

    def summary(self, rows: Sequence[Hit]) -> dict[str, Any]:
        """How many of each type, how far it reaches, how many offices are concerned."""
        owners = {row.owner for row in rows if row.owner}
        return {
            "facts": len(rows),
            "by_label": dict(sorted(Counter(row.label for row in rows).items())),
            "max_distance": max((row.distance for row in rows), default=0),
            "offices": len(owners),
        }


@dataclass(frozen=True, slots=True)
class _Met:
    """A fact the failure has reached: after how many steps, and along which path."""

    fact: FactRef
    distance: int
    path: Text


class _Reached:
    """All facts the failure has reached so far; the first step to reach one stays on record, so paths are shortest."""

    def __init__(self, metamodel: Metamodel, origin: FactRef) -> None:
        self.metamodel = metamodel
        self.end_suffers = metamodel.dependencies()[1]
        self.ends = metamodel.ends_of_failure()
        self.words: dict[tuple[str, str, str], Text] = {}
        self.met = {(origin.label, origin.id): _Met(origin, 0, Text(origin.title, origin.title))}

    def add(self, found: list[list[str]]) -> list[tuple[str, str]]:
        """Note what was not met before; gives the facts to go on from, in an order that depends on their ids only."""
        new = []
        for via_label, via_id, relationship, label, id_, name in found:
            if (label, id_) in self.met:
                continue
            fact, via = FactRef(label, id_, name), self.met[via_label, via_id]
            word, title = self._word(via_label, relationship, label), fact.title
            path = Text(f"{via.path.de} → {word.de} → {title}", f"{via.path.en} → {word.en} → {title}")
            self.met[label, id_] = _Met(fact, via.distance + 1, path)
            if label not in self.ends:
                new.append((label, id_))
        return new

    def _word(self, before: str, relationship: str, after: str) -> Text:
        key = (before, relationship, after)
        if key not in self.words:
            # A relationship that begins where the failure comes from is read along its arrow, another one against it.
            along = relationship in self.end_suffers
            start, end = (before, after) if along else (after, before)
            self.words[key] = relation(self.metamodel, relationship, start, end, against=not along)
        return self.words[key]


def _order(row: Hit) -> tuple[int, str, str, str]:
    return row.distance, row.label, (row.name or row.id).casefold(), row.id


def _row(hit: _Met, owner: FactRef | None) -> Hit:
    fact = hit.fact
    return Hit(
        label=fact.label, id=fact.id, name=fact.name, distance=hit.distance, path=hit.path,
        owner=owner.title if owner else None,
    )  # fmt: skip
