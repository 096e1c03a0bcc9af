"""Yearly cost of applications by capability, office or supplier; unknown costs are never counted as none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from ea_cockpit.analyses.analysis import Analysis, AnalysisRow, Asked, result
from ea_cockpit.analyses.interval import Interval
from ea_cockpit.analyses.parameter import Parameter
from ea_cockpit.analyses.portfolio.spread import Costing, Purse, spread
from ea_cockpit.analyses.topic import Topic
from ea_cockpit.graph.catalogue import FactRef
from ea_cockpit.graph.queries import load
from ea_cockpit.i18n import Text

_LABELS = {"capability": "BusinessCapability", "office": "OrganisationUnit", "supplier": "Supplier"}
_LARGEST = 3
_NONE = Text("ohne Angabe", "not stated")
_SPLIT = Text(
    "{split} von {all} Applikationen gehören zu mehreren Gruppen; ihre Kosten sind gleichmässig verteilt.",
    "{split} of {all} applications belong to several groups; their cost is split evenly.",
)
_BIGGEST = Text("Die grössten: {named}.", "The largest: {named}.")


class CostRow(AnalysisRow):
    """What falls on one capability, office or supplier."""

    label: str | None = result(("Typ", "Type"), ("Typ der Gruppe.", "Type of the group."))
    id: str | None = result(("ID", "ID"), ("ID der Gruppe.", "Id of the group."))
    name: Text = result(("Name", "Name"), ("Wozu die Kosten gehören.", "What the costs belong to."), ...)
    applications: int = result(
        ("Applikationen", "Applications"), ("Applikationen in Betrieb.", "Applications in operation."), ...
    )
    run: Interval = result(
        ("Betrieb (CHF/Jahr)", "Run (CHF/year)"), ("Betriebskosten der Applikationen.", "Their run cost."), ...
    )
    licence: Interval = result(
        ("Lizenzen (CHF/Jahr)", "Licences (CHF/year)"), ("Lizenzkosten der Applikationen.", "Their licence cost."), ...
    )
    total: Interval = result(
        ("Betrieb und Lizenzen", "Run and licences"),
        ("Beides zusammen; mindestens, wo Angaben fehlen.", "Both together; at least, where answers are missing."),
        ...,
    )
    share: float | None = result(
        ("Anteil (%)", "Share (%)"), ("Anteil an allem, was bekannt ist.", "Share of all that is known.")
    )
    per_user: float | None = result(
        ("CHF je Benutzende", "CHF per user"),
        ("Aus den Applikationen, deren Kosten und Benutzende alle bekannt sind.",
         "From the applications whose costs and users are all known."),
    )  # fmt: skip
    hosting: Interval = result(
        ("Betriebsumgebungen (CHF/Jahr)", "Hosting (CHF/year)"),
        ("Anteil an den Umgebungen, auf denen sie laufen; nicht in der Summe, da vielleicht im Betrieb enthalten.",
         "Share of the environments they run on; not in the sum, for it may be contained in the run cost."),
        ...,
    )  # fmt: skip
    note: Text = result(
        ("Hinweis", "Note"),
        ("Die grössten Applikationen; was verteilt ist.", "Largest applications; what is split."),
        ...,
    )

    def subject(self) -> FactRef | None:
        """The capability, office or supplier."""
        return FactRef(self.label, self.id, self.name.de) if self.label and self.id else None


class Cost(Analysis):
    """Yearly cost by group."""

    name = "cost"
    topic = Topic.PORTFOLIO
    row = CostRow
    parameters = (
        Parameter(
            "by",
            Text("Verteilt auf", "By"),
            Text("Fähigkeiten, Ämter oder Lieferanten.", "Capabilities, offices or suppliers."),
            "choice",
            default="capability",
            choices=(
                ("capability", Text("Geschäftsfähigkeit", "Business capability")),
                ("office", Text("Amt", "Office")),
                ("supplier", Text("Lieferant", "Supplier")),
            ),
        ),
    )
    helpers = ("applications",)
    worked_out = tuple(CostRow.model_fields)
    figures: ClassVar[dict[str, Text]] = {
        "groups": Text("Gruppen", "Groups"),
        "total": Text("Betrieb und Lizenzen, bekannt (CHF/Jahr)", "Run and licences, known (CHF/year)"),
        "answered": Text("Angaben vorhanden (%)", "Answers given (%)"),
        "hosting": Text("Betriebsumgebungen, bekannt (CHF/Jahr)", "Hosting, known (CHF/year)"),
    }

    def answer(self, asked: Asked) -> list[AnalysisRow]:
        """One line for each group with applications, the dearest first."""
        by = asked["by"]
        groups = {row["id"]: row for row in asked.read(load("parts/cost_groups"), label=_LABELS[by])}
        hosting = {row["id"]: row["cost"] for row in asked.read(load("parts/cost_hosting"))}
        found = asked.read(self.query, by=by)[0]["applications"]
        purses = spread([_costing(row, groups) for row in found], hosting)
        whole = sum(purse.total.low for purse in purses.values())
        rows = [_row(_LABELS[by], groups.get(key), purse, whole) for key, purse in purses.items()]
        return [*sorted(rows, key=lambda row: (-row.total.low, row.name.de.casefold(), row.id or ""))]

    def summary(self, rows: Sequence[CostRow]) -> dict[str, Any]:
        """What is known altogether, and how much of it."""
        asked = sum(row.total.asked for row in rows)
        return {
            "groups": len(rows),
            "total": round(sum(row.total.low for row in rows)),
            "answered": round(100 * sum(row.total.answered for row in rows) / asked) if asked else 0,
            "hosting": round(sum(row.hosting.low for row in rows)),
        }


def _costing(row: Sequence[Any], groups: Mapping[str, Mapping[str, Any]]) -> Costing:
    name, run, licence, users, listed, hostings = row
    lifted = tuple(dict.fromkeys(_office(key, groups) for key in sorted(listed))) or (None,)
    return Costing(name, run, licence, users, lifted, tuple(hostings))


def _office(key: str, groups: Mapping[str, Mapping[str, Any]]) -> str:
    """The unit's office: a division counts for the unit above it; anything else stands for itself."""
    seen = set()
    while groups[key]["kind"] == "division" and groups[key]["above"] and key not in seen:
        seen.add(key)
        key = groups[key]["above"]
    return key


def _row(label: str, group: Mapping[str, Any] | None, purse: Purse, whole: float) -> CostRow:
    name = group["name"] or group["id"] if group else None
    total, per_user = purse.total, purse.per_user
    return CostRow(
        label=label if group else None, id=group["id"] if group else None, name=Text(name, name) if name else _NONE,
        applications=len(purse.applications), run=Interval.sum(purse.run), licence=Interval.sum(purse.licence),
        total=total, share=round(100 * total.low / whole, 1) if whole else None,
        per_user=None if per_user is None else round(per_user, 2), hosting=Interval.sum(purse.hosting),
        note=_note(purse),
    )  # fmt: skip


def _note(purse: Purse) -> Text:
    largest = [f"{one.name} {one.known:,.0f}".replace(",", "'") for one in purse.largest(_LARGEST)]
    parts = [_BIGGEST.format(named=", ".join(largest))] if largest else []
    if purse.split:
        parts.append(_SPLIT.format(split=purse.split, all=len(purse.applications)))
    return Text(" ".join(part.de for part in parts), " ".join(part.en for part in parts))
