"""What suffers when a fact fails: at what distance, along which path, from hosting to office."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, ClassVar

from ea_cockpit.analyses.analysis import Analysis, AnalysisRow, result
from ea_cockpit.analyses.parameter import Parameter
from ea_cockpit.graph.catalogue import FactRef, Reader, relation
from ea_cockpit.i18n import Text
from ea_cockpit.model.metamodel import Metamodel

# An office that lacks an application still runs its data centre: units suffer, but pass nothing on.
_ENDS = ("OrganisationUnit",)


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
    figures: ClassVar[dict[str, Text]] = {
        "facts": Text("Betroffen", "Suffering"),
        "by_label": Text("Nach Typ", "By type"),
        "max_distance": Text("Grösste Entfernung", "Greatest distance"),
        "offices": Text("Betroffene Ämter", "Offices concerned"),
    }

    def answer(self, reader: Reader, metamodel: Metamodel, params: dict[str, Any]) -> list[AnalysisRow]:
        """Each fact that suffers once, nearest first."""
        fact: FactRef = params["fact"]
        start, end = metamodel.dependencies()
        found = reader.read(
            self.query, label=fact.label, id=fact.id, hops=params["hops"], only=params["only"],
            start_suffers=start, end_suffers=end, ends=_ENDS,
        )  # fmt: skip
        words = _Words(metamodel)
        return [Hit(**{**row, "path": words.path(row["path"])}) for row in found]

    def summary(self, rows: Sequence[Hit]) -> dict[str, Any]:
        """How many of each type, how far it reaches, how many offices are concerned."""
        owners = {row.owner for row in rows if row.owner}
        return {
            "facts": len(rows),
            "by_label": dict(sorted(Counter(row.label for row in rows).items())),
            "max_distance": max((row.distance for row in rows), default=0),
            "offices": len(owners),
        }


class _Words:
    """Paths in words: names joined with arrows and the relation that carries the failure on."""

    def __init__(self, metamodel: Metamodel) -> None:
        self.metamodel = metamodel
        self.known: dict[tuple[str, str, str], Text] = {}

    def path(self, found: list[str]) -> Text:
        """Both languages of a path: label and name of where it begins, then relation, label and name of each step."""
        text = {"de": found[1], "en": found[1]}
        for at in range(2, len(found), 3):
            word = self._word(found[at - 2], found[at], found[at + 1])
            text = {"de": f"{text['de']} → {word.de} → {found[at + 2]}", "en": f"{text['en']} → {word.en} → {found[at + 2]}"}
        return Text(**text)

    def _word(self, before: str, relationship: str, after: str) -> Text:
        key = (before, relationship, after)
        if key not in self.known:
            # A relationship that begins where the failure comes from is read along its arrow, another one against it.
            along = relationship in self.metamodel.dependencies()[1]
            start, end = (before, after) if along else (after, before)
            self.known[key] = relation(self.metamodel, relationship, start, end, against=not along)
        return self.known[key]
