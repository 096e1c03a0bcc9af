"""Entries that mean the same by their names, with how sure that is and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from ea_cockpit.analyses.analysis import AboutFact, Analysis, AnalysisRow, Asked, result
from ea_cockpit.analyses.data.duplicates import pairs
from ea_cockpit.analyses.parameter import Parameter
from ea_cockpit.analyses.topic import Topic
from ea_cockpit.graph.catalogue import FactRef, owners
from ea_cockpit.i18n import Text
from ea_cockpit.naming.candidates import Named
from ea_cockpit.naming.score import TAKEN

LABELS = (
    "Application", "Technology", "Supplier", "OrganisationUnit", "BusinessCapability", "BusinessProcess", "Service",
    "DataObject", "Standard", "Initiative",
)  # fmt: skip
_SURE = Text(
    "Zusammenlegen: «{second}» wird ein weiterer Name von {id}.", "Merge: “{second}” becomes another name of {id}."
)
_ASK = Text("Beim Amt nachfragen, ob es dasselbe ist.", "Ask the office whether they are the same.")


class Duplicate(AboutFact):
    """An entry, and another that means the same."""

    other_id: str = result(("ID des anderen", "Other's id"), ("Der zweite Eintrag.", "The second entry."), ...)
    other_name: str = result(("Anderer Name", "Other name"), ("Wie der zweite heisst.", "What it is called."), ...)
    confidence: float = result(
        ("Sicherheit", "Confidence"), ("Von 0 bis 1; ab 0.9 sicher genug.", "From 0 to 1; sure enough from 0.9."), ...
    )
    evidence: Text = result(("Beleg", "Evidence"), ("Worin die Namen gleich sind.", "How the names agree."), ...)
    offices: tuple[str, ...] = result(("Ämter", "Offices"), ("Wer sie verantwortet.", "Who answers for them."), ())
    way_out: Text = result(("Ausweg", "Way out"), ("Was zu tun ist.", "What to do."), ...)


class Duplicates(Analysis):
    """What stands in the catalogue twice."""

    name = "duplicates"
    topic = Topic.QUALITY
    row = Duplicate
    parameters = (
        Parameter(
            "only",
            Text("Nur dieser Typ", "Only this type"),
            Text("Zeigt nur Einträge dieses Typs.", "Shows only entries of this type."),
            "choice",
        ),
    )
    helpers = ("facts",)
    worked_out = ("id", "name", "other_id", "other_name", "confidence", "evidence", "offices", "way_out")
    figures: ClassVar[dict[str, Text]] = {
        "pairs": Text("Paare", "Pairs"),
        "sure": Text("Davon sicher", "Sure of these"),
    }

    def answer(self, asked: Asked) -> list[AnalysisRow]:
        """One line for each entry that means another, the surest first."""
        labels = [asked["only"]] if asked["only"] else [*LABELS]
        found = []
        for row in asked.read(self.query, labels=labels):
            facts = [Named(id_, name, tuple(also or ()), *rest) for id_, name, also, *rest in row["facts"]]
            names = {fact.id: fact.name for fact in facts}
            for pair in pairs(row["label"], facts):
                refs = [FactRef(row["label"], id_, names[id_]) for id_ in (pair.first, pair.second)]
                found.append((pair, refs))
        whose = owners(asked.reader, [ref for _, refs in found for ref in refs])
        rows = []
        for pair, refs in found:
            offices = [whose[ref.key].title for ref in refs if ref.key in whose]
            sure = _SURE.format(second=refs[1].name, id=pair.first) if pair.score >= TAKEN else _ASK
            rows.append(
                Duplicate.model_construct(
                    label=refs[0].label,
                    id=pair.first,
                    name=refs[0].name,
                    other_id=pair.second,
                    other_name=refs[1].name or pair.second,
                    confidence=round(pair.score, 2),
                    evidence=pair.why,
                    offices=tuple(dict.fromkeys(offices)),
                    way_out=sure,
                )
            )
        return [*sorted(rows, key=lambda row: (-row.confidence, row.label, row.id, row.other_id))]

    def summary(self, rows: Sequence[Duplicate]) -> dict[str, Any]:
        """How many pairs, and how many are sure."""
        return {"pairs": len(rows), "sure": sum(row.confidence >= TAKEN for row in rows)}
