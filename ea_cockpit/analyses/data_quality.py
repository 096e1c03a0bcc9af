"""How complete and how fresh the catalogue is, by fact type, office and field."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, ClassVar

from ea_cockpit.analyses.analysis import Analysis, AnalysisRow, Asked, result
from ea_cockpit.analyses.data.quality import Group, counted, fields, months_before, relationships
from ea_cockpit.analyses.parameter import DAY, Parameter
from ea_cockpit.analyses.topic import Topic
from ea_cockpit.graph.queries import load
from ea_cockpit.i18n import Text
from ea_cockpit.model.metamodel import FactType

_OFFICE_LINKS = ("OWNED_BY", "OFFERED_BY", "CONDUCTED_BY", "HOLDS", "PROVIDES")
_ALL = Text("alle Felder", "all fields")


class Completeness(AnalysisRow):
    """How complete one field is, or all fields of one type in one office."""

    label: str = result(("Typ", "Type"), ("Typ der Einträge.", "Type of the entries."), ...)
    office: str | None = result(
        ("Amt", "Office"), ("Leer: alle, oder niemand verantwortlich.", "Empty: all, or nobody owns them.")
    )
    field: str | None = result(("Feld", "Field"), ("Name des Felds im Modell.", "The field's name in the model."))
    title: Text = result(("Titel", "Title"), ("Wie das Feld heisst.", "What the field is called."), ...)
    entries: int = result(("Einträge", "Entries"), ("Wie viele es sind.", "How many there are."), ...)
    asked: int = result(("Gefragt", "Asked"), ("Wie viele Angaben möglich wären.", "Answers there could be."), ...)
    filled: int = result(("Gefüllt", "Filled"), ("Wie viele Angaben es gibt.", "Answers there are."), ...)
    share: float = result(("Anteil", "Share"), ("Gefüllt von gefragt, 0 bis 1.", "Filled of asked, 0 to 1."), ...)
    never: int = result(("Nie bestätigt", "Never confirmed"), ("Einträge ohne Bestätigung.", "Without one."), ...)
    stale: int = result(
        ("Bestätigung veraltet", "Confirmation stale"),
        ("Einträge, deren Bestätigung fehlt oder zu alt ist.", "Entries whose confirmation is missing or too old."),
        ...,
    )


class DataQuality(Analysis):
    """How complete and fresh the facts are."""

    name = "data_quality"
    topic = Topic.QUALITY
    row = Completeness
    parameters = (
        DAY,
        Parameter(
            "by",
            Text("Gliederung", "By"),
            Text("Je Feld, je Amt, oder je Amt und Feld.", "By field, by office, or by office and field."),
            "choice",
            default="field",
            choices=(
                ("field", Text("Feld", "Field")),
                ("office", Text("Amt", "Office")),
                ("office_field", Text("Amt und Feld", "Office and field")),
            ),
        ),
        Parameter(
            "only",
            Text("Nur dieser Typ", "Only this type"),
            Text("Zeigt nur Einträge dieses Typs.", "Shows only entries of this type."),
            "choice",
        ),
        Parameter(
            "months",
            Text("Veraltet nach (Monaten)", "Stale after (months)"),
            Text("So lange gilt eine Bestätigung, 1 bis 120.", "How long a confirmation holds, 1 to 120."),
            "integer",
            default=12,
            low=1,
            high=120,
        ),
    )
    helpers = ("facts",)
    worked_out = ("office", "field", "title", "entries", "asked", "filled", "share", "never", "stale")
    figures: ClassVar[dict[str, Text]] = {
        "entries": Text("Einträge", "Entries"),
        "share": Text("Angaben gefüllt (Anteil)", "Answers filled (share)"),
        "never": Text("Nie bestätigt", "Never confirmed"),
        "stale": Text("Bestätigung veraltet", "Confirmation stale"),
    }

    def answer(self, asked: Asked) -> list[AnalysisRow]:
        """One line for each group, the emptiest first within a type."""
        kinds = [kind for kind in asked.metamodel if asked["only"] in (None, kind.label)]
        limit = months_before(asked["day"], asked["months"])
        whole = asked["by"] == "field"
        statement = self.query if whole else load("parts/fields_of_facts")
        facts = asked.read(statement, labels=[kind.label for kind in kinds], stale=limit)
        found = {row["label"]: row["facts"] for row in facts}
        offices, names = (None, {}) if whole else (_offices(asked), _names(asked))
        linked = _linked(asked, kinds, whole=whole)
        rows: list[AnalysisRow] = []
        for kind in kinds:
            made: list[Completeness] = []
            for group, members in counted(kind, found.get(kind.label, []), offices):
                for link in kind.links:
                    group.filled[link.name] = linked(kind.label, link.relationship, members)
                made += _rows(asked, group, names)
            rows += [*sorted(made, key=lambda row: (row.office or "", row.share, row.field or ""))]
        return rows

    def summary(self, rows: Sequence[Completeness]) -> dict[str, Any]:
        """Entries, share of all answers, and confirmations, each group counted once."""
        groups = {(row.label, row.office): row for row in rows}.values()
        asked, filled = sum(row.asked for row in rows), sum(row.filled for row in rows)
        return {
            "entries": sum(row.entries for row in groups),
            "share": round(filled / asked, 3) if asked else None,
            "never": sum(row.never for row in groups),
            "stale": sum(row.stale for row in groups),
        }


def _linked(asked: Asked, kinds: list[FactType], *, whole: bool) -> Callable[[str, str, set[int]], int]:
    """How many facts of a type and among these numbers have a link; over the whole the graph has counted them."""
    out, back = relationships(kinds)
    if whole:
        rows = asked.read(load("parts/linked_counts"), out=out, back=back)
        counts = {(row["label"], row["kind"]): row["facts"] for row in rows}
        return lambda label, kind, _: counts.get((label, kind), 0)
    nodes = {row["kind"]: set(row["nodes"]) for row in asked.read(load("parts/linked"), out=out, back=back)}
    return lambda _, kind, members: len(members & nodes.get(kind, set()))


def _rows(asked: Asked, group: Group, names: dict[int, str]) -> Iterator[Completeness]:
    kind = asked.metamodel[group.label]
    wanted = fields(kind)
    parts: list[tuple[str | None, Text, int, int]] = [
        (name, kind.by_name[name].title, group.facts, group.filled[name]) for name in wanted
    ]
    if asked["by"] == "office":
        parts = [(None, _ALL, group.facts * len(wanted), sum(group.filled[name] for name in wanted))]
    for name, title, possible, filled in parts:
        yield Completeness.model_construct(
            label=group.label, office=names.get(group.office) if group.office is not None else None, field=name,
            title=title, entries=group.facts, asked=possible, filled=filled, share=round(filled / possible, 3),
            never=group.never, stale=group.stale,
        )  # fmt: skip


def _offices(asked: Asked) -> dict[int, int]:
    """The unit each fact belongs to, by number: its own, else that of the application that holds or provides it."""
    links = {
        row["kind"]: zip(row["starts"], row["ends"], strict=True)
        for row in asked.read(load("parts/data_links"), kinds=[*_OFFICE_LINKS])
    }
    found: dict[int, int] = {}
    for kind in _OFFICE_LINKS[:3]:
        found |= dict(links.get(kind, ()))
    # First stores by their holder, then interfaces by their provider, which may be a store.
    for kind in _OFFICE_LINKS[3:]:
        for app, fact in links.get(kind, ()):
            if app in found:
                found.setdefault(fact, found[app])
    return found


def _names(asked: Asked) -> dict[int, str]:
    rows = asked.read(load("parts/unit_names"))
    return {row["key"]: row["name"] for row in rows}
